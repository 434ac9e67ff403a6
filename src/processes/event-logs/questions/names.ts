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
  const whole = BigInt(micros);
  const rest = Number(((whole % 1000n) + 1000n) % 1000n);
  const text = new Date(Number((whole - BigInt(rest)) / 1000n)).toISOString();
  return rest === 0 ? text.replace('.000Z', 'Z') : text.replace('Z', `${String(rest).padStart(3, '0')}Z`);
}

/** Names before names by code point, as everywhere. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
