import type { ClaimRows, RowsPage } from '../../evidence/claims/index.ts';
import { instantSql } from '../clock/index.ts';
import { isoOf, namesOf } from '../event-logs/questions/names.ts';
import { relations } from '../event-logs/versions/index.ts';
import type { HandOvers } from './hand-overs.ts';
import { inWindowSql } from './measure.ts';
import type { Window } from './model.ts';

/** Which rows: hand-overs that were taken up in a window, or cases that still wait. */
export interface PairsQuestion {
  readonly which: 'taken-up' | 'waiting';
  readonly window: Window;
  readonly horizonSeconds: number | null;
}

interface Raw { readonly a: string; readonly la: number; readonly left: number; readonly b: string | null; readonly ea: number | null; readonly entered: number | null; readonly wait: number; readonly worked: number | null }

/** The pairs of cases behind a figure, a page of them, the longest waits first. */
export async function pairsPage(h: HandOvers, q: PairsQuestion, { limit, offset }: RowsPage): Promise<ClaimRows> {
  const { from, sql, columns } = statement(h, q);
  const [count] = await h.c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, [], h.options);
  const shown = await showing(h, q);
  const rows = (await h.c.rows<Raw>(`${sql} LIMIT ${Math.min(limit, 1_000_000_000)} OFFSET ${offset}`, [], h.options)).map(shown);
  const total = count?.n ?? 0;
  return { columns, rows, total, next: offset + rows.length < total ? String(offset + rows.length) : null };
}

/** All of them in the same order, in pieces. */
export async function* allPairs(h: HandOvers, q: PairsQuestion): AsyncGenerator<ClaimRows['rows']> {
  const shown = await showing(h, q);
  for await (const rows of h.c.stream<Raw>(statement(h, q).sql, [], h.options)) yield rows.map(shown);
}

/** The columns of these rows. */
export function pairColumns({ which }: Pick<PairsQuestion, 'which'>, working: boolean): ClaimRows['columns'] {
  const left = [{ name: 'Handed over', unit: null, kind: 'text' }, { name: 'Last step', unit: null, kind: 'text' }, { name: 'Completed', unit: null, kind: 'time' }] as const;
  if (which === 'waiting') return [...left, { name: 'Waits since', unit: 's', kind: 'duration' }];
  return [...left, { name: 'Taken up by', unit: null, kind: 'text' }, { name: 'First step', unit: null, kind: 'text' }, { name: 'Begun', unit: null, kind: 'time' }, { name: 'Waited', unit: 's', kind: 'duration' }, ...(working ? [{ name: 'In working time', unit: 'h', kind: 'number' as const }] : [])];
}

function statement(h: HandOvers, q: PairsQuestion) {
  const { question: { from, to } } = h;
  const columns = pairColumns(q, h.question.calendar !== null);
  if (q.which === 'waiting') {
    const table = waitingSql(h, q.horizonSeconds);
    return { from: table, columns, sql: `SELECT ka.id AS a, s.activity AS la, epoch_us(s.last) AS left, NULL AS b, NULL AS ea, NULL AS entered, epoch_us(${instantSql(h.question.asOf)}) - epoch_us(s.last) AS wait, NULL AS worked FROM ${table} s JOIN ${relations(from).cases} ka ON ka."case" = s.a ORDER BY wait DESC, ka.id` };
  }
  const table = inWindowSql(h, q.window);
  return { from: table, columns, sql: `SELECT ka.id AS a, s.left_activity AS la, epoch_us(s."left") AS left, kb.id AS b, s.entered_activity AS ea, epoch_us(s.entered) AS entered, s.wait, s.worked
    FROM ${table} s JOIN ${relations(from).cases} ka ON ka."case" = s.a JOIN ${relations(to).cases} kb ON kb."case" = s.b ORDER BY s.wait DESC, ka.id, kb.id, s.entered` };
}

/** Cases that nobody has taken up since their first step that hands over, the last of those not longer ago than the horizon. */
function waitingSql({ leaves, pairs, entries, question: { asOf, edge } }: HandOvers, horizonSeconds: number | null): string {
  const young = horizonSeconds === null ? 'true' : `epoch_us(${instantSql(asOf)}) - epoch_us(s.last) <= ${Math.round(horizonSeconds * 1e6)}`;
  const none = edge.from.activities !== null || edge.to.activities !== null ? 'e.entered IS NULL OR e.entered < s.first' : 'e.entered IS NULL';
  return `(SELECT s.* FROM (SELECT a, min(t) AS first, max(t) AS last, arg_max(activity, t) AS activity FROM ${leaves} GROUP BY a) s
    LEFT JOIN (SELECT p.a, max(e.t) AS entered FROM ${pairs} p JOIN ${entries} e USING (b) GROUP BY p.a) e ON e.a = s.a WHERE (${none}) AND ${young})`;
}

async function showing({ c, question: { from, to, calendar } }: HandOvers, { which }: PairsQuestion): Promise<(r: Raw) => ClaimRows['rows'][number]> {
  const [names, taken] = [await namesOf(c, from, 'activity'), await namesOf(c, to, 'activity')];
  return (r) => {
    const left = [r.a, names[r.la] ?? null, isoOf(r.left)];
    if (which === 'waiting') return [...left, r.wait / 1e6];
    return [...left, r.b, r.ea === null ? null : (taken[r.ea] ?? null), r.entered === null ? null : isoOf(r.entered), r.wait / 1e6, ...(calendar === null ? [] : [r.worked === null ? null : r.worked / 3.6e9])];
  };
}
