import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../versions/index.ts';
import { casesWhere, eventsWhere, type FilterSql } from './filter.ts';
import type { Moves } from './moves.ts';
import { byText, namesOf } from './names.ts';

/** How often one activity directly follows another, by their codes. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

type Counted<F> = F & { readonly a: number | null; readonly b: number | null; readonly n: number; readonly s?: number };

/** What follows what, and how often each activity occurs, begins a case and ends one; by name, the most frequent first. */
export interface Pairs<F> {
  readonly names: readonly string[];
  readonly pairs: readonly (F & Pair)[];
  readonly all: readonly (readonly [string, number])[];
  readonly start: readonly (readonly [string, number])[];
  readonly end: readonly (readonly [string, number])[];
}

/**
 * The pairs of the cases that a filter lets pass, each with further `figures` (SQL over d, the microseconds between the two). Read from the
 * moves where they are there, else from the parts.
 */
export async function pairs<F>(c: EngineConnection, version: DatasetVersion, { filter, moves, figures = '' }: { filter: FilterSql | null; moves: Moves | undefined; figures?: string }, options: RunOptions = {}): Promise<Pairs<F>> {
  const names = await namesOf(c, version, 'activity');
  const sql = moves === undefined ? fromEvents(eventsWhere(version, filter), figures) : fromMoves(version, filter, moves, figures);
  const rows = await c.rows<Counted<F>>(sql, filter?.values ?? [], options);
  const tallies = { all: new Map<number, number>(), start: new Map<number, number>(), end: new Map<number, number>() };
  const add = (tally: keyof typeof tallies, code: number | null, n: number) => { if (n > 0 && code !== null) tallies[tally].set(code, (tallies[tally].get(code) ?? 0) + n); };
  for (const { a, b, n, s = 0 } of rows) {
    add('all', a, n);
    add('start', a ?? b, a === null ? n : s);
    if (b === null) add('end', a, n);
  }
  const sorted = (tally: Map<number, number>) => [...tally].map(([code, n]) => [names[code]!, n] as const).sort((x, y) => y[1] - x[1] || byText(x[0], y[0]));
  return { names, pairs: rows.filter((r): r is Counted<F> & Pair => r.a !== null && r.b !== null), all: sorted(tallies.all), start: sorted(tallies.start), end: sorted(tallies.end) };
}

function fromEvents(events: string, figures: string): string {
  return `SELECT activity AS a, next_activity AS b, count(*) AS n, count(*) FILTER ("position" = 0) AS s${figures}
    FROM (SELECT activity, next_activity, "position", epoch_us(next_time) - epoch_us("time") AS d FROM ${events}) GROUP BY activity, next_activity`;
}

function fromMoves(version: DatasetVersion, filter: FilterSql | null, { pairs, moves }: Moves, figures: string): string {
  const chosen = filter === null ? moves : `${moves} m JOIN ${casesWhere(version, filter)} x ON x."case" = m."case"`;
  return `SELECT p.a, p.b, g.* EXCLUDE (pair) FROM (SELECT pair, count(*) AS n${figures} FROM ${chosen} GROUP BY pair) g JOIN ${pairs} p ON p.pair = g.pair`;
}
