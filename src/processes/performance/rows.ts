import type { EngineConnection } from '../../platform/event-engine/index.ts';
import type { ClaimRows, RowsPage } from '../../evidence/claims/index.ts';
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
}

interface CaseRow { id: string; first: number; completed: number | null; seconds: number | null; repeats: boolean }

const at = (ms: number): string => `make_timestamp(${Math.round(ms * 1000)})`;

/** The cases behind a weekly figure, in order of completion (or start), a page of them. */
export async function processCases(connection: EngineConnection, version: DatasetVersion, q: CasesQuestion, { limit, offset }: RowsPage): Promise<ClaimRows> {
  const source = eventSource(version);
  const until = (relation: string) => `(SELECT * FROM ${relation} WHERE "time" <= ${at(q.asOf)})`;
  const spans = casesSql({ events: until(source.events), steps: source.steps === undefined ? undefined : until(source.steps) }, q.ends, q.closedAfterSeconds, q.asOf);
  const chosen = q.which === 'completed' ? `completed >= ${at(q.from)} AND completed < ${at(q.to)}` : `first < ${at(q.to)} AND (completed IS NULL OR completed >= ${at(q.to)})`;
  const cases = `(SELECT * FROM (${spans}) WHERE ${chosen})`;
  const [count] = await connection.rows<{ n: number }>(`SELECT count(*) AS n FROM ${cases}`);
  const rows = await connection.rows<CaseRow>(`SELECT d.id, epoch_ms(c.first) AS first, epoch_ms(c.completed) AS completed, (epoch_us(c.completed) - epoch_us(c.first)) / 1e6 AS seconds, c.repeats
    FROM ${cases} c JOIN ${relations(version).cases} d USING ("case") ORDER BY ${q.which === 'completed' ? 'c.completed' : 'c.first'}, d.id LIMIT ${limit} OFFSET ${offset}`);
  const completed = q.which === 'completed';
  const total = count?.n ?? 0;
  return {
    columns: [
      { name: 'Case', unit: null, kind: 'text' }, { name: 'First event', unit: null, kind: 'time' },
      ...(completed ? [{ name: 'Completed', unit: null, kind: 'time' as const }, { name: 'Took', unit: 's', kind: 'duration' as const }, { name: 'Step done again', unit: null, kind: 'text' as const }, ...(q.targetSeconds === null ? [] : [{ name: 'On time', unit: null, kind: 'text' as const }])] : []),
    ],
    rows: rows.map((r) => [r.id, iso(r.first), ...(completed ? [r.completed === null ? null : iso(r.completed), r.seconds, r.repeats ? 'yes' : 'no', ...(q.targetSeconds === null ? [] : [r.seconds !== null && r.seconds <= q.targetSeconds ? 'yes' : 'no'])] : [])]),
    total, next: offset + rows.length < total ? String(offset + rows.length) : null,
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
