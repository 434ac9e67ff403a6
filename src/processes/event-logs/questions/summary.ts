import type { z } from 'zod';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { logSummarySchema } from '../schemas.ts';
import { literal } from '../stage/model.ts';
import { type DatasetVersion, partPath, relations, type RejectedRow } from '../versions/index.ts';
import { eventsWhere, filterSql, type LogFilter } from './filter.ts';
import { byText, isoOf, namesOf } from './names.ts';

export type LogSummary = z.infer<typeof logSummarySchema>;

/** What a log holds: counts, activities that cases start and end with, its span, and what was rejected. Works on all events. */
export async function summary(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, options: RunOptions = {}): Promise<LogSummary> {
  const f = filterSql(version, filter);
  const values = f?.values ?? [];
  const names = await namesOf(c, version, 'activity');
  const rows = await c.rows<{ a: number; n: number; s: number; e: number }>(
    `SELECT activity AS a, count(*) AS n, count(*) FILTER ("position" = 0) AS s, count(*) FILTER (next_activity IS NULL) AS e FROM ${eventsWhere(version, f)} GROUP BY activity`, values, options);
  const [cases] = await c.rows<{ n: number; variants: number; lo: number | null; hi: number | null }>(
    `SELECT count(*) AS n, count(DISTINCT variant) AS variants, epoch_us(min("first")) AS lo, epoch_us(max("last")) AS hi FROM ${relations(version).cases} k${f === null ? '' : ` WHERE ${f.where}`}`, values, options);
  const tally = (of: 's' | 'e') => Object.fromEntries(rows.filter((r) => r[of] > 0).map((r): [string, number] => [names[r.a]!, r[of]]).sort((a, b) => b[1] - a[1] || byText(a[0], b[0])));
  return {
    events: rows.reduce((sum, r) => sum + r.n, 0), cases: cases!.n, activities: rows.length, variants: cases!.variants, start: tally('s'), end: tally('e'),
    firstEvent: cases!.lo === null ? null : isoOf(cases!.lo), lastEvent: cases!.hi === null ? null : isoOf(cases!.hi), rejected: await rejections(c, version, 10),
  };
}

/** How many events of a version's sources were rejected, and the first of them. */
export async function rejections(c: EngineConnection, { manifest, dir }: DatasetVersion, limit: number, offset = 0): Promise<{ count: number; examples: RejectedRow[] }> {
  const parts = manifest.sources.flatMap((s) => (s.rejected === null ? [] : [literal(partPath(dir, s.rejected.sha256))]));
  if (parts.length === 0) return { count: 0, examples: [] };
  const from = `read_parquet([${parts.join(', ')}], union_by_name = true, filename = true)`;
  const [{ count } = { count: 0 }] = await c.rows<{ count: number }>(`SELECT sum(events)::BIGINT AS count FROM ${from}`);
  const byRow = (await c.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${from}`)).some((d) => d.column_name === 'row');
  const examples = await c.rows<{ row: number | null; line: number | null; reason: string; value: string | null }>(`SELECT ${byRow ? '"row"' : 'NULL::BIGINT AS "row"'}, line, reason, value FROM ${from} ORDER BY list_position([${parts.join(', ')}], filename), line LIMIT ? OFFSET ?`, [limit, offset]);
  return { count, examples };
}
