import type { ClaimRows, RowsPage } from '../../evidence/claims/index.ts';
import { instantSql } from '../clock/index.ts';
import { isoOf, namesOf } from '../event-logs/questions/names.ts';
import { relations } from '../event-logs/versions/index.ts';
import type { HandOvers } from './hand-overs.ts';
import { keyedColumns, keyedShown, keyedSql, type Keyed, type KeyedCase } from './keyed-rows.ts';
import { inWindowSql, sentSql } from './measure.ts';
import type { Senders, Window } from './model.ts';

/** Cases by what became of them since they could be handed over, as an address names it. */
const fates = { 'handed-over': 'takenUp', 'other-way': 'otherWay', waiting: 'waiting', 'not-taken-up': 'notTakenUp', 'no-partner': 'noPartner' } as const satisfies Record<string, keyof Senders>;

/** Which rows: hand-overs that were taken up in a window, cases by what became of them, or cases by their keys. */
export interface PairsQuestion {
  readonly which: 'taken-up' | keyof typeof fates | Keyed;
  readonly window: Window;
  readonly horizonSeconds: number | null;
}

/** A hand-over, or a case that could be handed over: activities by their codes, times in µs. */
export interface Raw { readonly a: string; readonly la: number; readonly left: number; readonly b: string | null; readonly ea: number | null; readonly entered: number | null; readonly wait: number; readonly worked: number | null }

/** The pairs of cases behind a figure, a page of them, the longest waits first. */
export async function pairsPage(h: HandOvers, q: PairsQuestion, { limit, offset }: RowsPage): Promise<ClaimRows> {
  const { from, sql } = statement(h, q);
  const [count] = await h.c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, [], h.options);
  const shown = isKeyed(q.which) ? keyedShown(q.which) : await showing(h, q);
  const columns = pairColumns(q, h.question.calendar !== null);
  const rows = (await h.c.rows<Raw & KeyedCase>(`${sql} LIMIT ${Math.min(limit, 1_000_000_000)} OFFSET ${offset}`, [], h.options)).map(shown);
  const total = count?.n ?? 0;
  return { columns, rows, total, next: offset + rows.length < total ? String(offset + rows.length) : null };
}

/** All of them in the same order, in pieces. */
export async function* allPairs(h: HandOvers, q: PairsQuestion): AsyncGenerator<ClaimRows['rows']> {
  const shown = isKeyed(q.which) ? keyedShown(q.which) : await showing(h, q);
  for await (const rows of h.c.stream<Raw & KeyedCase>(statement(h, q).sql, [], h.options)) yield rows.map(shown);
}

/** The columns of these rows. */
export function pairColumns({ which }: Pick<PairsQuestion, 'which'>, working: boolean): ClaimRows['columns'] {
  if (isKeyed(which)) return keyedColumns(which);
  const left = [{ name: 'Handed over', unit: null, kind: 'text' }, { name: 'Last step', unit: null, kind: 'text' }, { name: 'Completed', unit: null, kind: 'time' }] as const;
  if (which === 'waiting') return [...left, { name: 'Waits since', unit: 's', kind: 'duration' }];
  if (which !== 'taken-up') return [...left];
  return [...left, { name: 'Taken up by', unit: null, kind: 'text' }, { name: 'First step', unit: null, kind: 'text' }, { name: 'Begun', unit: null, kind: 'time' }, { name: 'Waited', unit: 's', kind: 'duration' }, ...(working ? [{ name: 'In working time', unit: 'h', kind: 'number' as const }] : [])];
}

const isKeyed = (which: PairsQuestion['which']): which is Keyed => which !== 'taken-up' && !(which in fates);

function statement(h: HandOvers, q: PairsQuestion) {
  const { question: { from } } = h;
  if (isKeyed(q.which)) return keyedSql(h, q.which);
  if (q.which !== 'taken-up') {
    const table = `(SELECT * FROM ${sentSql(h, q.horizonSeconds)} WHERE state = '${fates[q.which]}')`;
    return { from: table, sql: `SELECT ka.id AS a, s.activity AS la, epoch_us(s.last) AS left, NULL AS b, NULL AS ea, NULL AS entered, epoch_us(${instantSql(h.question.asOf)}) - epoch_us(s.last) AS wait, NULL AS worked FROM ${table} s JOIN ${relations(from).cases} ka ON ka."case" = s.a ORDER BY wait DESC, ka.id` };
  }
  const table = inWindowSql(h, q.window);
  return { from: table, sql: `${takenUpSql(h, table)} ORDER BY ${longestFirst}` };
}

/** The order of hand-overs. */
export const longestFirst = 'wait DESC, a, b, entered';

/** Hand-overs of a table with the ids of their cases. */
export function takenUpSql({ question: { from, to } }: HandOvers, table: string): string {
  return `SELECT ka.id AS a, s.left_activity AS la, epoch_us(s."left") AS left, kb.id AS b, s.entered_activity AS ea, epoch_us(s.entered) AS entered, s.wait, s.worked
    FROM ${table} s JOIN ${relations(from).cases} ka ON ka."case" = s.a JOIN ${relations(to).cases} kb ON kb."case" = s.b`;
}

/** How a hand-over is shown. */
export async function showing({ c, question: { from, to, calendar } }: HandOvers, { which }: Pick<PairsQuestion, 'which'>): Promise<(r: Raw) => ClaimRows['rows'][number]> {
  const [names, taken] = [await namesOf(c, from, 'activity'), await namesOf(c, to, 'activity')];
  return (r) => {
    const left = [r.a, names[r.la] ?? null, isoOf(r.left)];
    if (which === 'waiting') return [...left, r.wait / 1e6];
    if (which !== 'taken-up') return left;
    return [...left, r.b, r.ea === null ? null : (taken[r.ea] ?? null), r.entered === null ? null : isoOf(r.entered), r.wait / 1e6, ...(calendar === null ? [] : [r.worked === null ? null : r.worked / 3.6e9])];
  };
}
