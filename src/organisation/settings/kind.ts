import { z } from 'zod';
import { currencyField, dateField, defineKind, instantField, nameField, refField, refTo, shareField, zoneField } from '../../platform/register/index.ts';

const officers = ['ceo', 'coo', 'cio'] as const;

const schema = z
  .strictObject({
    name: nameField().describe('The company'),
    zone: zoneField,
    currency: currencyField.describe('The currency of company figures, ISO 4217'),
    fiscalYearStart: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'month and day, as 04-01' }).describe('First day of the fiscal year, as 04-01'),
    posts: z.strictObject({ ceo: refField('post'), coo: refField('post'), cio: refField('post') }, { error: 'the posts that are ceo, coo and cio' }).describe('The three posts that are accountable; each must be named'),
    discountRate: z.strictObject({ rate: shareField(), terms: z.enum(['real', 'nominal']) }).optional().describe('Yearly rate at which later money counts less; none is assumed'),
    priceBase: dateField.optional().describe('The day whose prices real money is in; none is assumed'),
    rates: z.array(z.strictObject({ currency: currencyField, rate: z.number().positive().describe('Company currency for one unit'), on: dateField })).default([]).describe('Exchange rates, each with its day'),
    asOf: instantField.optional().describe('Every figure is as of this instant instead of now; only an example sets it'),
  })
  .refine((s) => s.discountRate?.terms !== 'real' || s.priceBase !== undefined, { error: 'a price base beside a real discount rate', path: ['priceBase'] })
  .refine((s) => new Set(s.rates.map((r) => `${r.currency} ${r.on}`)).size === s.rates.length, { error: 'one rate a currency and day', path: ['rates'] })
  .refine((s) => s.rates.every((r) => r.currency !== s.currency), { error: 'rates of other currencies than the company’s own', path: ['rates'] });

/** The one record of company settings: zone, money, fiscal year and the three accountable posts. */
export const companyKind = defineKind({
  name: 'company',
  plural: 'company settings',
  file: 'company.yaml',
  shape: 'single',
  description: 'The company: its zone, its money, its fiscal year and the posts of CEO, COO and CIO',
  schema,
  sets: ['administrator'],
  references: (body) => officers.flatMap((o) => refTo('post', body.posts[o], ['posts', o])),
});
