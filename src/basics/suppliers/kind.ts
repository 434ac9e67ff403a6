import { z } from 'zod';
import { dateField, defineKind, moneyField, nameField, proseField, refField, refTo, slugField } from '../../platform/register/index.ts';

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const country = z.string({ error: 'an ISO 3166 country, as GB' }).refine((c) => /^[A-Z]{2}$/.test(c) && countries.of(c) !== undefined, { error: 'an ISO 3166 country, as GB' });
const lei = z.string().refine(isLei, { error: 'a legal entity identifier of 20 characters with its check digits' }).describe('Legal entity identifier, ISO 17442');

/** What the register of information (Regulation (EU) 2022/2554, Article 28) asks of a contract for technology services. */
const contract = z
  .strictObject({
    id: slugField.describe('Id of the contract, unique within the supplier'),
    name: nameField(),
    arrangement: z.enum(['standalone', 'overarching', 'subsequent']).optional(),
    under: slugField.optional().describe('Id of the overarching contract'),
    start: dateField,
    end: dateField.optional().describe('Absent: until further notice'),
    noticeDaysOurs: z.number().int().nonnegative().max(3660).optional().describe('Days of notice that we must give'),
    noticeDaysTheirs: z.number().int().nonnegative().max(3660).optional().describe('Days of notice that the supplier must give'),
    annualCost: moneyField().optional(),
    law: country.optional().describe('Country whose law governs it'),
    providedFrom: z.array(country).default([]).describe('Countries that the service is provided from'),
    dataStoredIn: z.array(country).default([]).describe('Countries that the data are stored in'),
    sensitivity: z.enum(['low', 'medium', 'high']).optional().describe('Of the data stored by the supplier'),
    supportsCritical: z.boolean().optional().describe('It supports a critical or important function'),
    substitutability: z.enum(['easy', 'complex', 'very complex', 'impossible']).optional(),
    exitPlan: z.boolean().optional().describe('There is a plan for leaving'),
    alternative: z.boolean().optional().describe('Another supplier has been identified'),
    lastAudit: dateField.optional(),
    subcontractors: z.array(nameField()).default([]),
  })
  .refine((c) => c.end === undefined || c.start <= c.end, { error: 'an end on or after the start', path: ['end'] });

const schema = z
  .strictObject({
    name: nameField(),
    description: proseField().optional(),
    owner: refField('post').describe('The post that answers for the supplier'),
    country: country.optional(),
    lei: lei.optional(),
    parentName: nameField().optional().describe('Ultimate parent undertaking'),
    contracts: z.array(contract).default([]).refine((all) => new Set(all.map((c) => c.id)).size === all.length, { error: 'each contract id once' }),
  })
  .superRefine(({ contracts }, ctx) => {
    contracts.forEach((c, i) => {
      if (c.under !== undefined && !contracts.some((o) => o.id === c.under && o !== c)) ctx.addIssue({ code: 'custom', path: ['contracts', i, 'under'], message: 'the id of another contract of this supplier', input: c.under });
    });
  });

/** Suppliers and their contracts. */
export const supplierKind = defineKind({
  name: 'supplier',
  plural: 'suppliers',
  file: 'suppliers.yaml',
  description: 'Suppliers and their contracts',
  schema,
  owner: (body) => body.owner,
  references: (body) => refTo('post', body.owner, ['owner']),
});

/** ISO 7064 mod 97-10, as ISO 17442 asks: letters count from 10. */
function isLei(text: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(text)) return false;
  let rest = 0;
  for (const digit of text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
