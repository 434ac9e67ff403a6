import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import { attributes } from '../event-logs/questions/attributes.ts';
import { columnsOf } from '../event-logs/questions/filter-attribute.ts';
import { type DatasetVersion, relations } from '../event-logs/versions/index.ts';
import { casesArePersonal, textsSql } from './keys.ts';

/** The log of a process, as keys are looked for in it. */
export interface SearchedLog {
  readonly process: string;
  readonly version: DatasetVersion;
}

/** A key that two processes seem to share; what is counted are values of `from`. */
export interface SharedKey {
  readonly from: { readonly process: string; readonly key: string };
  readonly to: { readonly process: string; readonly key: string | null };
  /** Different values on the one side, and those of them that are on the other too. */
  readonly values: number;
  readonly shared: number;
}

export interface SharedKeySearch {
  readonly found: readonly SharedKey[];
  /** How many pairs of keys were compared, and how many more there were. */
  readonly compared: number;
  readonly leftOut: number;
}

/** Fewer different values than this are a list of choices, no key. */
export const leastValues = 20;
/** A key has at least one value for so many of the cases that have it. */
export const leastValuesACase = 0.1;
/** A key that is shared is so to at least this part. */
export const leastShare = 0.5;
/** More attributes of one log, and more pairs of them, are not looked at. */
export const mostAttributes = 40;
export const mostComparisons = 60;

interface Candidate {
  readonly log: SearchedLog;
  readonly key: string | null;
  readonly sql: string;
  readonly values: number;
}

/**
 * Keys that the logs of two processes share, found by comparing values: attributes with the case ids of other logs, and with their attributes.
 * Personal columns are never looked at; choices of few values are no keys. The surest come first.
 */
export async function sharedKeysOf(c: EngineConnection, logs: readonly SearchedLog[], options: RunOptions = {}): Promise<SharedKeySearch> {
  const all: Candidate[] = [];
  for (const log of logs) all.push(...await candidatesOf(c, log, options));
  const pairs = all.flatMap((a, i) => (a.key === null ? [] : all.filter((b, j) => b.log.process !== a.log.process && (b.key === null || j > i)).map((b) => [a, b] as const)));
  const chosen = pairs.toSorted(([, b], [, d]) => Number(b.key !== null) - Number(d.key !== null)).slice(0, mostComparisons);
  const found: SharedKey[] = [];
  for (const [a, b] of chosen) {
    const [row] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM (${a.sql} INTERSECT ${b.sql})`, [], options);
    const n = row?.n ?? 0;
    const [from, to] = b.key !== null && b.values < a.values ? [b, a] : [a, b];
    if (n >= leastValues && n / from.values >= leastShare) found.push({ from: { process: from.log.process, key: from.key! }, to: { process: to.log.process, key: to.key }, values: from.values, shared: n });
  }
  return { found: found.sort((x, y) => y.shared / y.values - x.shared / x.values || y.shared - x.shared), compared: chosen.length, leftOut: pairs.length - chosen.length };
}

/** The columns of a log that may be keys: the case id, and attributes with many values. */
async function candidatesOf(c: EngineConnection, log: SearchedLog, options: RunOptions): Promise<Candidate[]> {
  const { version } = log;
  const out: Candidate[] = casesArePersonal(version) ? [] : [{ log, key: null, sql: `SELECT id AS key FROM ${relations(version).cases}`, values: version.manifest.counts.cases }];
  const named = attributes(version).filter((a) => !a.personal).slice(0, mostAttributes);
  for (const { name } of named) {
    const held = columnsOf(version, name).filter((h) => !['timestamp', 'boolean'].includes(h.type));
    if (held.length === 0) continue;
    const keys = held.map((h) => textsSql(version, h)).join(' UNION ALL ');
    const [row] = await c.rows<{ values: number; cases: number }>(`SELECT count(DISTINCT key) AS values, count(DISTINCT "case") AS cases FROM (${keys}) WHERE key <> ''`, [], options);
    if (row === undefined || row.values < leastValues || row.values < leastValuesACase * row.cases) continue;
    out.push({ log, key: name, sql: `SELECT DISTINCT key FROM (${keys}) WHERE key <> ''`, values: row.values });
  }
  return out;
}
