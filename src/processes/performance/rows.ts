import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import type { AllRows, ClaimRows, RowsPage } from '../../evidence/claims/index.ts';
import { filterOf } from '../event-logs/filter-query.ts';
import { casesWhere, filterSql } from '../event-logs/questions/filter.ts';
import { queryOf, type SaidFilter } from '../event-logs/said-filter.ts';
import type { DatasetVersion } from '../event-logs/versions/manifest.ts';
import { relations } from '../event-logs/versions/relations.ts';
import { eventSource } from './source.ts';
import { casesSql } from './weekly.ts';

/** Which cases lie behind a weekly figure; instants in milliseconds. */
export interface CasesQuestion {
  readonly which: 'completed' | 'in-progress';
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly ends: readonly string[];
  readonly closedAfterSeconds: number;
  readonly targetSeconds: number | null;
  /** Only cases that pass it. */
  readonly filter?: SaidFilter;
}

interface CaseRow { id: string; first: number; completed: number | null; seconds: number | null; repeats: boolean }

const at = (ms: number): string => `make_timestamp(${Math.round(ms * 1000)})`;

function columnsOf({ which, targetSeconds }: CasesQuestion): ClaimRows['columns'] {
  return [
    { name: 'Case', unit: null, kind: 'text' }, { name: 'First event', unit: null, kind: 'time' },
    ...(which === 'completed' ? [{ name: 'Completed', unit: null, kind: 'time' as const }, { name: 'Took', unit: 's', kind: 'duration' as const }, { name: 'Step done again', unit: null, kind: 'text' as const }, ...(targetSeconds === null ? [] : [{ name: 'On time', unit: null, kind: 'text' as const }])] : []),
  ];
}

/** The statement that gives the cases behind a weekly figure, in order of completion (or start), and how its rows are shown. */
async function statement(connection: EngineConnection, version: DatasetVersion, q: CasesQuestion) {
  const where = q.filter === undefined ? null : await filterSql(connection, version, await filterOf(connection, version, queryOf(q.filter)));
  const source = eventSource(version);
  const until = (relation: string) => `(SELECT * FROM ${relation} WHERE "time" <= ${at(q.asOf)})`;
  const spans = casesSql({ events: until(source.events), steps: source.steps === undefined ? undefined : until(source.steps) }, q.ends, q.closedAfterSeconds, q.asOf);
  const completed = q.which === 'completed';
  const chosen = completed ? `completed >= ${at(q.from)} AND completed < ${at(q.to)}` : `first < ${at(q.to)} AND (completed IS NULL OR completed >= ${at(q.to)})`;
  const cases = `(SELECT * FROM (${spans}) WHERE ${chosen}${where === null ? '' : ` AND "case" IN ${casesWhere(version, where)}`})`;
  const columns = columnsOf(q);
  const sql = `SELECT d.id, epoch_ms(c.first) AS first, epoch_ms(c.completed) AS completed, (epoch_us(c.completed) - epoch_us(c.first)) / 1e6 AS seconds, c.repeats
    FROM ${cases} c JOIN ${relations(version).cases} d USING ("case") ORDER BY ${completed ? 'c.completed' : 'c.first'}, d.id`;
  const shown = (r: CaseRow): ClaimRows['rows'][number] => [
    r.id, iso(r.first), ...(completed ? [r.completed === null ? null : iso(r.completed), r.seconds, r.repeats ? 'yes' : 'no', ...(q.targetSeconds === null ? [] : [r.seconds !== null && r.seconds <= q.targetSeconds ? 'yes' : 'no'])] : []),
  ];
  return { cases, columns, sql, shown, values: where?.values ?? [] };
}

/** The cases behind a weekly figure, a page of them. */
export async function processCases(connection: EngineConnection, version: DatasetVersion, q: CasesQuestion, { limit, offset }: RowsPage, options: RunOptions = {}): Promise<ClaimRows> {
  const { cases, columns, sql, shown, values } = await statement(connection, version, q);
  const [count] = await connection.rows<{ n: number }>(`SELECT count(*) AS n FROM ${cases}`, values, options);
  const rows = await connection.rows<CaseRow>(`${sql} LIMIT ${limit} OFFSET ${offset}`, values, options);
  const total = count?.n ?? 0;
  return { columns, rows: rows.map(shown), total, next: offset + rows.length < total ? String(offset + rows.length) : null };
}

/** All cases behind a weekly figure, in pieces; the connection is asked for with the first and closed with the last. */
export function allProcessCases(connect: () => Promise<EngineConnection>, version: DatasetVersion, q: CasesQuestion, signal: AbortSignal): AllRows {
  return { columns: columnsOf(q), pieces: pieces(connect, version, q, signal) };
}

async function* pieces(connect: () => Promise<EngineConnection>, version: DatasetVersion, q: CasesQuestion, signal: AbortSignal): AsyncGenerator<ClaimRows['rows']> {
  const connection = await connect();
  try {
    const { sql, shown, values } = await statement(connection, version, q);
    for await (const rows of connection.stream<CaseRow>(sql, values, { signal })) yield rows.map(shown);
  } finally {
    connection.close();
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();
