import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { type DatasetVersion, relations } from '../versions/index.ts';

/** The texts of a dictionary column by code. */
export async function namesOf(c: EngineConnection, version: DatasetVersion, column: string): Promise<string[]> {
  const names: string[] = [];
  for (const { code, value } of await c.rows<{ code: number; value: string }>(`SELECT code, value FROM ${relations(version).dictionary} WHERE "column" = ?`, [column])) names[code] = value;
  return names;
}

/** The texts of some codes of a dictionary column. */
export async function someNames(c: EngineConnection, version: DatasetVersion, column: string, codes: readonly number[]): Promise<Map<number, string>> {
  if (codes.length === 0) return new Map();
  const rows = await c.rows<{ code: number; value: string }>(`SELECT code, value FROM ${relations(version).dictionary} WHERE "column" = ? AND code IN (${[...new Set(codes)].join(', ')})`, [column]);
  return new Map(rows.map((r) => [r.code, r.value]));
}

/**
 * Microseconds since 1970 UTC as ISO 8601, with as many digits of a second as are needed.
 * @example isoOf(1_500_000) // '1970-01-01T00:00:01.500Z'
 */
export function isoOf(micros: number | bigint): string {
  const within = typeof micros === 'bigint' ? Number(((micros % BigInt(DAY)) + BigInt(DAY)) % BigInt(DAY)) : ((micros % DAY) + DAY) % DAY;
  const day = Math.round((Number(micros) - within) / DAY);
  const seconds = Math.floor(within / 1e6);
  return `${dateOf(day)}T${TWO[Math.floor(seconds / 3600)]}:${TWO[Math.floor(seconds / 60) % 60]}:${TWO[seconds % 60]}${fraction(within % 1e6)}Z`;
}

const DAY = 86_400_000_000;
const TWO = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
/** Dates by their day since 1970. Files name millions of instants of few days, and putting a day into words is what takes long. */
const dates = new Map<number, string>();
const MOST_DATES = 20_000;

function dateOf(day: number): string {
  let found = dates.get(day);
  if (found === undefined) {
    if (dates.size >= MOST_DATES) dates.clear();
    found = new Date(day * 86_400_000).toISOString().slice(0, -'T00:00:00.000Z'.length);
    dates.set(day, found);
  }
  return found;
}

function fraction(micros: number): string {
  if (micros === 0) return '';
  const digits = String(micros).padStart(6, '0');
  return `.${micros % 1000 === 0 ? digits.slice(0, 3) : digits}`;
}

/** Names before names by code point, as everywhere. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
