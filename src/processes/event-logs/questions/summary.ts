import type { z } from 'zod';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { logSummarySchema } from '../schemas.ts';
import { literal } from '../stage/model.ts';
import { type DatasetVersion, partPath, relations, type RejectedRow } from '../versions/index.ts';
import { filterSql, type LogFilter } from './filter.ts';
import type { Moves } from './moves.ts';
import { isoOf } from './names.ts';
import { pairs } from './pairs.ts';

export type LogSummary = z.infer<typeof logSummarySchema>;

/** What a log holds: counts, activities that cases start and end with, its span, and what was rejected. Works on all events. */
export async function summary(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, { moves, ...options }: RunOptions & { readonly moves?: Moves | undefined } = {}): Promise<LogSummary> {
  const f = await filterSql(c, version, filter);
  const { all, start, end } = await pairs(c, version, { filter: f, moves }, options);
  const [cases] = await c.rows<{ n: number; variants: number; lo: number | null; hi: number | null }>(
    `SELECT count(*) AS n, count(DISTINCT variant) AS variants, epoch_us(min("first")) AS lo, epoch_us(max("last")) AS hi FROM ${relations(version).cases} k${f === null ? '' : ` WHERE ${f.where}`}`, f?.values ?? [], options);
  return {
    events: all.reduce((sum, [, n]) => sum + n, 0), cases: cases!.n, activities: all.length, variants: cases!.variants, start: Object.fromEntries(start), end: Object.fromEntries(end),
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
