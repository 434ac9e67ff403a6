import type { ClaimRows, RowsPage } from '../../../evidence/claims/index.ts';
import { isoOf, namesOf } from '../../event-logs/questions/names.ts';
import { relations } from '../../event-logs/versions/index.ts';
import { nthSql } from './rework.ts';
import type { Steps } from './steps.ts';

/** Which steps lie behind a figure: all of an activity, those after another one, those that are done again. */
export interface StepsBehind {
  readonly activity?: string | undefined;
  readonly previous?: string | undefined;
  readonly again?: boolean | undefined;
}

interface Raw { readonly id: string; readonly a: number; readonly p: number | null; readonly ready: number | null; readonly begun: number | null; readonly done: number | null; readonly wait: number | null; readonly touch: number | null; readonly working: number | null }

/** The steps behind a figure, a page of them, the longest waits first. */
export async function stepsBehind({ c, version, table, working, options }: Steps, { activity, previous, again = false }: StepsBehind, { limit, offset }: RowsPage): Promise<ClaimRows> {
  const names = await namesOf(c, version, 'activity');
  const is = (column: string, name: string | undefined) => (name === undefined ? 'true' : `${column} = ${names.indexOf(name)}`);
  const from = `(SELECT *, ${again ? nthSql : '2'} AS nth FROM ${table}) s WHERE ${is('activity', activity)} AND ${is('previous', previous)} AND nth > 1`;
  const [count] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, [], options);
  const rows = await c.rows<Raw>(`SELECT k.id, s.activity AS a, s.previous AS p, epoch_us(s.ready) AS ready, epoch_us(s."start") AS begun, epoch_us(s.complete) AS done, s.wait / 1e6 AS wait, s.touch / 1e6 AS touch, s.worked_wait / 1e6 AS working
    FROM (SELECT * FROM ${from} ORDER BY wait DESC NULLS LAST, "case", "row" LIMIT ${limit} OFFSET ${offset}) s JOIN ${relations(version).cases} k USING ("case") ORDER BY s.wait DESC NULLS LAST, s."case", s."row"`, [], options);
  const at = (us: number | null) => (us === null ? null : isoOf(us));
  const total = count?.n ?? 0;
  return {
    columns: [
      { name: 'Case', unit: null, kind: 'text' }, { name: 'Step', unit: null, kind: 'text' }, { name: 'Step before', unit: null, kind: 'text' }, { name: 'Ready', unit: null, kind: 'time' }, { name: 'Start', unit: null, kind: 'time' },
      { name: 'Completed', unit: null, kind: 'time' }, { name: 'Waited', unit: 's', kind: 'duration' }, { name: 'Took', unit: 's', kind: 'duration' }, ...(working ? [{ name: 'Waited in working hours', unit: 's', kind: 'duration' as const }] : []),
    ],
    rows: rows.map((r) => [r.id, names[r.a]!, r.p === null ? null : names[r.p]!, at(r.ready), at(r.begun), at(r.done), r.wait, r.touch, ...(working ? [r.working] : [])]),
    total, next: offset + rows.length < total ? String(offset + rows.length) : null,
  };
}
