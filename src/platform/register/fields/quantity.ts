import { z } from 'zod';

/** A length of time. Written `4 h`, `30 min`, `2 d` or as ISO 8601 `PT4H`; a day is 24 hours. */
export interface Duration {
  readonly seconds: number;
}

/** Money in minor units (pence, cents) with its ISO 4217 currency. Written `GBP 1250.00`. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A share of a whole, 0 to 100. Written `99.5 %`. */
export interface Share {
  readonly percent: number;
}

const unitSeconds: Record<string, number> = { s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 };
const longest = 100 * 366 * 86_400;
export const durationWanted = 'a time such as 30 min, 4 h, 2 d, or PT4H';

/**
 * Seconds of a written time, or undefined where it is none: one number and one of s, min, h, d, w, or ISO 8601 without months and years.
 * @example readDuration('1.5 h') // 5400
 */
export function readDuration(text: string): number | undefined {
  const plain = /^(\d+(?:\.\d+)?) ?(s|min|h|d|w)$/.exec(text);
  if (plain !== null) return whole(Number(plain[1]) * (unitSeconds[plain[2] ?? ''] ?? Number.NaN));
  const iso = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (iso === null || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [w, d, h, m, s] = iso.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number];
  return whole(w * 604_800 + d * 86_400 + h * 3600 + m * 60 + s);
}

/**
 * A time in the largest unit that leaves no fraction.
 * @example writeDuration(5400) // '90 min'
 */
export function writeDuration(seconds: number): string {
  const unit = (['d', 'h', 'min'] as const).find((u) => seconds !== 0 && seconds % (unitSeconds[u] ?? 1) === 0) ?? 's';
  return `${seconds / (unitSeconds[unit] ?? 1)} ${unit}`;
}

function whole(seconds: number): number | undefined {
  const rounded = Math.round(seconds);
  return Math.abs(seconds - rounded) < 1e-6 && rounded <= longest ? rounded : undefined;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));
export const currencyField = z.string({ error: 'an ISO 4217 currency, as GBP' }).refine((c) => currencies.has(c), { error: 'an ISO 4217 currency, as GBP' });

/** Digits of a currency's minor unit: 2 for GBP, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export const moneyWanted = 'money such as GBP 1250.00, without separators of thousands';

/**
 * Minor units of written money, or undefined where it is none; pence are written in full or not at all.
 * @example readMoney('GBP 1250.50') // { amount: 125050, currency: 'GBP' }
 */
export function readMoney(text: string): Money | undefined {
  const [, currency = '', sign = '', units = '', fraction] = /^([A-Z]{3}) (-?)(\d{1,16})(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (!currencies.has(currency)) return undefined;
  const digits = minorDigits(currency);
  if (fraction !== undefined && fraction.length !== digits) return undefined;
  const amount = Number(`${units}${fraction ?? '0'.repeat(digits)}`);
  if (!Number.isSafeInteger(amount)) return undefined;
  return { amount: sign === '-' && amount !== 0 ? -amount : amount, currency };
}

/**
 * Money as it is written in the company folder.
 * @example writeMoney({ amount: 125050, currency: 'GBP' }) // 'GBP 1250.50'
 */
export function writeMoney({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${currency} ${amount < 0 ? '-' : ''}${text.slice(0, cut)}${digits === 0 ? '' : `.${text.slice(cut)}`}`;
}

export const shareWanted = 'a share such as 99.5 %, from 0 % to 100 %';

/**
 * Percent of a written share, or undefined where it is none; at most six decimals.
 * @example readShare('99.5 %') // 99.5
 */
export function readShare(text: string): number | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,6})?) ?%$/.exec(text);
  const percent = Number(match?.[1]);
  return match !== null && percent <= 100 ? percent : undefined;
}

/** A share as it is written: `99.5 %`. */
export function writeShare({ percent }: Share): string {
  return `${percent} %`;
}

/** A text that is read into `stored`, which is accepted as well: parsing what was parsed changes nothing. */
function written<T extends object>(stored: z.ZodType<T, T>, read: (text: string) => T | undefined, wanted: string, describe: string): z.ZodType<T, string | T> {
  const text = z.string({ error: wanted }).describe(describe);
  return z.union([text, stored], { error: wanted }).transform((value, ctx) => {
    if (typeof value !== 'string') return value;
    const found = read(value);
    if (found !== undefined) return found;
    ctx.addIssue({ code: 'custom', message: wanted, input: value });
    return z.NEVER;
  }).pipe(stored as z.ZodType<T, Awaited<T>>);
}

const storedDuration = z.strictObject({ seconds: z.number().int().nonnegative().max(longest) });
const storedMoney = z.strictObject({ amount: z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).describe('Minor units'), currency: currencyField });
const storedShare = z.strictObject({ percent: z.number().min(0).max(100).refine((p) => Math.round(p * 1e6) / 1e6 === p, { error: 'at most six decimals' }) });

/** A length of time; stored as `{ seconds }`. */
export const durationField = (): z.ZodType<Duration, string | Duration> =>
  written(storedDuration, (t) => { const seconds = readDuration(t); return seconds === undefined ? undefined : { seconds }; }, durationWanted, 'A time such as 30 min, 4 h, 2 d, or ISO 8601 PT4H; a day is 24 hours');

/** Money; stored as `{ amount, currency }` in minor units. */
export const moneyField = (): z.ZodType<Money, string | Money> => written(storedMoney, readMoney, moneyWanted, 'Money such as GBP 1250.00');

/** A share of a whole; stored as `{ percent }`. */
export const shareField = (): z.ZodType<Share, string | Share> =>
  written(storedShare, (t) => { const percent = readShare(t); return percent === undefined ? undefined : { percent }; }, shareWanted, 'A share such as 99.5 %');

/** From low to high, both money of one currency: an estimate is never a point. */
export const moneyRangeField = () =>
  z.strictObject({ low: moneyField(), high: moneyField() }).refine((r) => r.low.currency === r.high.currency && r.low.amount <= r.high.amount, { error: 'low no higher than high, in one currency' });
