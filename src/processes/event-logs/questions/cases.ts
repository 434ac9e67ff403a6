import type { Cell, EngineConnection, RunOptions, SqlValue } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { attributeColumn, type StageType } from '../stage/model.ts';
import { type DatasetVersion, relations } from '../versions/index.ts';
import { filterSql, type LogFilter } from './filter.ts';
import { isoOf, namesOf, someNames } from './names.ts';

/** A sequence of activities and how many cases took it. `variant` is its number in the version. */
export interface Variant {
  readonly variant: number;
  readonly count: number;
  readonly activities: readonly string[];
}

/** The variants of a log, most frequent first. */
export async function variants(c: EngineConnection, version: DatasetVersion, { filter = {}, limit }: { filter?: LogFilter; limit?: number | undefined } = {}, options: RunOptions = {}): Promise<Variant[]> {
  const f = await filterSql(c, version, filter);
  const r = relations(version);
  const counted = f === null ? `SELECT variant, activities, cases FROM ${r.variants} WHERE cases > 0`
    : `SELECT v.variant, v.activities, n.cases FROM ${r.variants} v JOIN (SELECT k.variant, count(*) AS cases FROM ${r.cases} k WHERE ${f.where} GROUP BY k.variant) n ON n.variant = v.variant`;
  const names = await namesOf(c, version, 'activity');
  const out: Variant[] = [];
  for await (const rows of c.stream<{ variant: number; activities: number[]; cases: number }>(`${counted} ORDER BY cases DESC, variant${limit === undefined ? '' : ' LIMIT ?'}`, [...(f?.values ?? []), ...(limit === undefined ? [] : [limit])], options)) {
    for (const v of rows) out.push({ variant: v.variant, count: v.cases, activities: v.activities.map((a) => names[a]!) });
  }
  return out;
}

/** How long cases take, first to last event, in seconds; null without a case. */
export interface CaseDurations {
  readonly cases: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
}

/** The durations of the cases of a log. */
export async function caseDurations(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, options: RunOptions = {}): Promise<CaseDurations | null> {
  const f = await filterSql(c, version, filter);
  const [row] = await c.rows<{ n: number; mean: number; q: [number, number] | null; lo: number; hi: number }>(
    `SELECT count(*) AS n, avg(d) / 1e6 AS mean, quantile_cont(d, [0.5, 0.9]) AS q, min(d) / 1e6 AS lo, max(d) / 1e6 AS hi FROM (SELECT epoch_us(k."last") - epoch_us(k."first") AS d FROM ${relations(version).cases} k${f === null ? '' : ` WHERE ${f.where}`})`, f?.values ?? [], options);
  if (row === undefined || row.q === null) return null;
  return { cases: row.n, mean: row.mean, median: row.q[0] / 1e6, p90: row.q[1] / 1e6, min: row.lo, max: row.hi };
}

/** One case of a page. */
export interface CaseRow {
  readonly id: string;
  readonly variant: number;
  readonly first: string;
  readonly last: string;
  readonly events: number;
  readonly seconds: number;
}

export interface CasePage {
  readonly items: readonly CaseRow[];
  readonly total: number;
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
}

/** The cases that a filter lets pass, in order of first appearance, from the case number `after` on. */
export async function cases(c: EngineConnection, version: DatasetVersion, { filter = {}, ...page }: PageAsked & { filter?: LogFilter } = {}, options: RunOptions = {}): Promise<CasePage> {
  return pageFrom(c, await casesFrom(c, version, filter), page, options);
}

/** All these cases in the same order, a piece at a time: the filter is worked out once, however many there are. */
export async function* allCases(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, options: RunOptions = {}): AsyncGenerator<CaseRow[]> {
  yield* allFrom(c, await casesFrom(c, version, filter), options);
}

/** A page of the cases that a statement lists by their codes, in a column "case". */
export async function casesAmong(c: EngineConnection, version: DatasetVersion, among: Among, page: PageAsked = {}, options: RunOptions = {}): Promise<CasePage> {
  return pageFrom(c, amongFrom(version, among), page, options);
}

/** A page of cases by their codes, which come in order. */
export async function casesOfCodes(c: EngineConnection, version: DatasetVersion, codes: Int32Array, { limit, after }: { readonly limit: number; readonly after: number }, options: RunOptions = {}): Promise<CasePage> {
  const found = codes.findIndex((code) => code > after);
  const [begin, total] = [found < 0 ? codes.length : found, codes.length];
  const asked = [...codes.subarray(begin, begin + limit)];
  const rows = asked.length === 0 ? [] : await c.rows<RawCase>(`SELECT ${CASE_COLUMNS} FROM ${relations(version).cases} k WHERE k."case" IN (${asked.join(', ')}) ORDER BY k."case"`, [], options);
  return { items: rows.map(caseRow), total, next: begin + limit < total ? asked.at(-1)! : null };
}

/** All cases that a statement lists by their codes, a piece at a time. */
export async function* allCasesAmong(c: EngineConnection, version: DatasetVersion, among: Among, options: RunOptions = {}): AsyncGenerator<CaseRow[]> {
  yield* allFrom(c, amongFrom(version, among), options);
}

interface PageAsked { readonly limit?: number | undefined; readonly after?: number | undefined }
/** A statement that lists cases by their codes, in a column "case". */
export interface Among { readonly sql: string; readonly values: readonly SqlValue[] }
interface CasesFrom { readonly from: string; readonly values: readonly SqlValue[] }
interface RawCase { readonly k: number; readonly id: string; readonly variant: number; readonly lo: number; readonly hi: number; readonly events: number }

const CASE_COLUMNS = 'k."case" AS k, k.id, k.variant, epoch_us(k."first") AS lo, epoch_us(k."last") AS hi, k.events';

async function casesFrom(c: EngineConnection, version: DatasetVersion, filter: LogFilter): Promise<CasesFrom> {
  const f = await filterSql(c, version, filter);
  return { from: `${relations(version).cases} k WHERE ${f?.where ?? 'true'}`, values: f?.values ?? [] };
}

function amongFrom(version: DatasetVersion, { sql, values }: Among): CasesFrom {
  return { from: `${relations(version).cases} k WHERE k."case" IN (${sql})`, values };
}

async function pageFrom(c: EngineConnection, { from, values }: CasesFrom, { limit = 50, after = -1 }: PageAsked, options: RunOptions): Promise<CasePage> {
  const [{ total } = { total: 0 }] = await c.rows<{ total: number }>(`SELECT count(*) AS total FROM ${from}`, values, options);
  const rows = await c.rows<RawCase>(`SELECT ${CASE_COLUMNS} FROM ${from} AND k."case" > ? ORDER BY k."case" LIMIT ?`, [...values, after, limit + 1], options);
  const items = rows.slice(0, limit).map(caseRow);
  return { items, total, next: rows.length > limit ? rows[limit - 1]!.k : null };
}

async function* allFrom(c: EngineConnection, { from, values }: CasesFrom, options: RunOptions): AsyncGenerator<CaseRow[]> {
  for await (const rows of c.stream<RawCase>(`SELECT ${CASE_COLUMNS} FROM ${from} ORDER BY k."case"`, values, options)) yield rows.map(caseRow);
}

const caseRow = (r: RawCase): CaseRow => ({ id: r.id, variant: r.variant, first: isoOf(r.lo), last: isoOf(r.hi), events: r.events, seconds: (r.hi - r.lo) / 1e6 });

/** A whole number where a number holds it exactly, else its digits. */
const exactNumber = (digits: string): number | string => (Number.isSafeInteger(Number(digits)) ? Number(digits) : digits);

/** One event of a case, with all that its source said of it. */
export interface CaseEvent {
  readonly activity: string;
  readonly time: string;
  readonly lifecycle: string | null;
  readonly resource: string | null;
  /** File order over all sources of the version, from 0. */
  readonly row: number;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The events of one case in their order.
 * @throws Problem `not-found` where the version has no such case.
 */
export async function eventsOfCase(c: EngineConnection, version: DatasetVersion, id: string, options: RunOptions = {}): Promise<CaseEvent[]> {
  const { manifest } = version;
  const [found] = await c.rows<{ k: number; bucket: number }>(`SELECT "case" AS k, ${manifest.buckets === 1 ? '0' : `(md5_number_lower(id) % ${manifest.buckets})::INTEGER`} AS bucket FROM ${relations(version).cases} WHERE id = ?`, [id], options);
  if (found === undefined) throw problem('not-found', { detail: 'The log has no such case', value: id, wanted: 'the id of a case' });
  // Whole numbers and instants of an attribute may lie beyond 2^53, which no number holds exactly: they come as text.
  const asked: Partial<Record<StageType, (column: string) => string>> = { timestamp: (x) => `epoch_us(${x})::VARCHAR`, integer: (x) => `${x}::VARCHAR` };
  const attributes = manifest.eventAttributes.map((a, i) => `${(asked[a.type] ?? ((x) => x))(attributeColumn(a.name))} AS p${i}`);
  const rows = await c.rows<Record<string, Cell>>(
    `SELECT ${['activity AS a', 'epoch_us("time") AS t', 'lifecycle AS l', 'resource AS r', '"row" AS n', ...attributes].join(', ')} FROM ${relations(version, [found.bucket]).events} WHERE "case" = ? ORDER BY "position"`, [found.k], options);
  const names = async (column: string, key: string) => someNames(c, version, column, rows.flatMap((row) => (typeof row[key] === 'number' ? [row[key]] : [])));
  const [activity, lifecycle, resource] = [await names('activity', 'a'), await names('lifecycle', 'l'), await names('resource', 'r')];
  const texts = new Map<number, Map<number, string>>();
  for (const [i, a] of manifest.eventAttributes.entries()) if (a.type === 'code') texts.set(i, await names(`@${a.name}`, `p${i}`));
  const valueOf = (row: Record<string, Cell>, i: number): string | number | boolean | null => {
    const value = row[`p${i}`] as string | number | boolean | null;
    if (value === null) return null;
    const { type } = manifest.eventAttributes[i]!;
    if (type === 'code') return texts.get(i)!.get(value as number) ?? null;
    if (type === 'timestamp') return isoOf(BigInt(value));
    return type === 'integer' ? exactNumber(value as string) : value;
  };
  return rows.map((row) => ({
    activity: activity.get(row['a'] as number)!, time: isoOf(row['t'] as number), lifecycle: lifecycle.get(row['l'] as number) ?? null, resource: resource.get(row['r'] as number) ?? null, row: row['n'] as number,
    attributes: Object.fromEntries(manifest.eventAttributes.map((a, i) => [a.name, valueOf(row, i)])),
  }));
}
