import type { Get } from '../api/types.ts';
import type { paths } from '../../platform/api-client/index.ts';
import { instantIn, localTime } from './zoned-time.ts';

export type CompanyBody = Get<'/company'>['body'];
type CompanyPut = paths['/company']['put']['requestBody']['content']['application/json']['body'];

/** The company's settings as a form holds them: texts, empty where nothing is set. */
export interface CompanyDraft {
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly month: string;
  readonly day: string;
  readonly ceo: string;
  readonly coo: string;
  readonly cio: string;
  readonly rate: string;
  readonly terms: 'real' | 'nominal';
  readonly priceBase: string;
  readonly rates: readonly { readonly currency: string; readonly rate: string; readonly on: string }[];
  /** On the clock of the company's zone. */
  readonly asOf: string;
}

/** A form's first content: what is on record, or nothing but where the reader is. */
export function companyDraft(body: CompanyBody | null, here = 'UTC'): CompanyDraft {
  const [month = '01', day = '01'] = (body?.fiscalYearStart ?? '01-01').split('-');
  return {
    name: body?.name ?? '', zone: body?.zone ?? here, currency: body?.currency ?? '', month, day,
    ceo: body?.posts.ceo ?? '', coo: body?.posts.coo ?? '', cio: body?.posts.cio ?? '',
    rate: body?.discountRate === undefined ? '' : String(body.discountRate.rate.percent), terms: body?.discountRate?.terms ?? 'nominal', priceBase: body?.priceBase ?? '',
    rates: (body?.rates ?? []).map((r) => ({ currency: r.currency, rate: String(r.rate), on: r.on })),
    asOf: body?.asOf === undefined ? '' : localTime(body.asOf, body.zone),
  };
}

/**
 * What the server is sent; a time that was not touched stays as it was written, offset and all.
 * @example companyBody({ ...companyDraft(null), rate: '8' }, null).discountRate // { rate: '8 %', terms: 'nominal' }
 */
export function companyBody(d: CompanyDraft, before: CompanyBody | null): CompanyPut {
  const untouched = before?.asOf !== undefined && d.zone === before.zone && d.asOf === localTime(before.asOf, before.zone);
  return {
    name: d.name.trim(), zone: d.zone, currency: d.currency, fiscalYearStart: `${d.month}-${d.day.padStart(2, '0')}`, posts: { ceo: d.ceo, coo: d.coo, cio: d.cio },
    ...(d.rate.trim() === '' ? {} : { discountRate: { rate: percent(d.rate), terms: d.terms } }),
    ...(d.priceBase === '' ? {} : { priceBase: d.priceBase }),
    rates: d.rates.map((r) => ({ currency: r.currency, rate: decimal(r.rate), on: r.on })),
    ...(d.asOf === '' ? {} : { asOf: untouched ? (before.asOf ?? '') : instantIn(d.asOf, d.zone) }),
  };
}

/** `8`, `8%` and `8,5 %` are all meant well. */
function percent(text: string): string {
  return `${text.replace('%', '').replace(',', '.').trim()} %`;
}

function decimal(text: string): number {
  return Number(text.replace(',', '.').trim() || Number.NaN);
}

const months = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1).padStart(2, '0'), label: new Date(Date.UTC(2001, i, 1)).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' }) }));

export const monthChoices = months;

/** Every zone by name, the one on record among them. */
export function zoneChoices(now: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), now])].filter((z) => z !== '').sort();
}

const currencyNames = new Intl.DisplayNames('en-GB', { type: 'currency' });

/** Every ISO 4217 currency with its name. */
export function currencyChoices(): { value: string; label: string }[] {
  return [{ value: '', label: 'Choose one' }, ...Intl.supportedValuesOf('currency').map((c) => ({ value: c, label: `${c} · ${currencyNames.of(c) ?? c}` }))];
}
