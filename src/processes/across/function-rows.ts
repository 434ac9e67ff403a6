import type { ClaimRows, RowsPage } from '../../evidence/claims/index.ts';
import { figureTime, functionKind } from '../../organisation/index.ts';
import { problem } from '../../platform/errors/index.ts';
import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import { namesOf } from '../event-logs/questions/names.ts';
import { measuredAsOf } from '../performance/evidence.ts';
import { functionTree, questionOf, type EdgeEvidence, type HandOverMeasures } from './evidence.ts';
import { functionOfStep, twoFunctions, type Between, type TwoFunctions } from './functions.ts';
import { withHandOvers, type HandOverQuestion, type HandOvers } from './hand-overs.ts';
import { inWindowSql } from './measure.ts';
import type { StepWaits, Window } from './model.ts';
import { longestFirst, pairColumns, showing, takenUpSql, type Raw } from './rows.ts';

type Steps = Pick<StepWaits, 'left' | 'entered'>;

/** The hand-overs of one edge that lie behind a figure of two functions. */
export interface FunctionPart {
  readonly link: string;
  readonly back: boolean;
  readonly name: string;
  readonly question: HandOverQuestion;
  readonly window: Window;
  readonly steps: readonly Steps[];
}

/** The hand-overs of an edge by their steps, with the functions that do them. */
export function betweenSteps({ edge, from, to, figures }: EdgeEvidence, tree: Awaited<ReturnType<typeof functionTree>>): (Between & Steps)[] {
  if (from === undefined || to === undefined) return [];
  const path = (process: typeof from, step: string) => tree.pathOf(functionOfStep(process.process.body, step));
  return (figures?.steps ?? []).map((s) => ({ ...s, edge: JSON.stringify([edge.link, edge.back]), from: path(from, s.left), to: path(to, s.entered) }));
}

/**
 * The hand-overs behind the figure of two functions, or of those that stay within one (null).
 * @throws Problem `not-found` for a function that is not on record.
 */
export async function functionParts({ db, clock }: Ctx, handOvers: HandOverMeasures, between: TwoFunctions | null): Promise<FunctionPart[]> {
  const [time, tree] = [await figureTime(db, clock), await functionTree(db)];
  const unknown = [between?.from, between?.to].find((id) => id !== undefined && !tree.names.has(id));
  if (unknown !== undefined) throw problem('not-found', { detail: 'There is no such function', value: unknown, wanted: `an id of a ${functionKind.name}` });
  const parts: FunctionPart[] = [];
  for (const inputs of await handOvers.edges(db)) {
    const found = await handOvers.of(inputs, time, clock.now().getTime());
    const steps = betweenSteps(found, tree).filter((s) => same(twoFunctions(s), between));
    if (steps.length === 0) continue;
    const { figures, edge, from, to } = { ...found, figures: found.figures!, from: found.from!, to: found.to! };
    parts.push({ link: edge.link, back: edge.back, name: found.link.body.name, question: questionOf({ edge, from, to }, measuredAsOf(time, to.process.body.zone)), window: figures.window, steps });
  }
  return parts;
}

const same = (a: TwoFunctions | null, b: TwoFunctions | null) => a?.from === b?.from && a?.to === b?.to;

/** Rows with the part that each is of. */
export interface FunctionRows extends ClaimRows {
  readonly edges: readonly Pick<FunctionPart, 'link' | 'back'>[];
}

/** The columns of these rows. */
export function functionColumns(parts: readonly FunctionPart[]): ClaimRows['columns'] {
  return [...pairColumns({ which: 'taken-up' }, parts.some((p) => p.question.calendar !== null)), { name: 'What is handed over', unit: null, kind: 'text' }];
}

/** The pairs of cases of all parts, a page of them, the longest waits first. */
export async function functionPage(c: EngineConnection, parts: readonly FunctionPart[], { limit, offset }: RowsPage, options: RunOptions): Promise<FunctionRows> {
  const made = await filled(c, parts, options);
  try {
    const [count] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${made.table}`, [], options);
    const found = await c.rows<RawOf>(`${made.sql} LIMIT ${limit} OFFSET ${offset}`, [], options);
    const total = count?.n ?? 0;
    return { columns: functionColumns(parts), rows: found.map(made.shown), edges: found.map((r) => { const { link, back } = parts[r.of]!; return { link, back }; }), total, next: offset + found.length < total ? String(offset + found.length) : null };
  } finally {
    await c.run(`DROP TABLE ${made.table}`);
  }
}

/** All of them in the same order, in pieces. */
export async function* allFunctionRows(c: EngineConnection, parts: readonly FunctionPart[], options: RunOptions): AsyncGenerator<ClaimRows['rows']> {
  const { sql, shown } = await filled(c, parts, options);
  for await (const rows of c.stream<RawOf>(sql, [], options)) yield rows.map(shown);
}

interface RawOf extends Raw { readonly of: number }
let made = 0;

/** One table of the rows of all parts, each worked out from its own logs. */
async function filled(c: EngineConnection, parts: readonly FunctionPart[], options: RunOptions) {
  const table = `across_functions_${made++}`;
  const columns = functionColumns(parts).length;
  const shows: ((r: Raw) => ClaimRows['rows'][number])[] = [];
  await c.run(`CREATE TEMP TABLE ${table} ("of" INTEGER, a VARCHAR, la INTEGER, "left" BIGINT, b VARCHAR, ea INTEGER, entered BIGINT, wait BIGINT, worked BIGINT)`, [], options);
  for (const [i, part] of parts.entries()) {
    await withHandOvers(c, { ...part.question, ...options }, async (h) => {
      await c.run(`INSERT INTO ${table} SELECT ${i}, * FROM (${takenUpSql(h, await stepsSql(h, part))})`, [], options);
      shows.push(await showing(h, { which: 'taken-up' }));
    });
  }
  const shown = (r: RawOf): ClaimRows['rows'][number] => {
    const cells = shows[r.of]!(r);
    return [...cells, ...Array.from({ length: columns - 1 - cells.length }, () => null), parts[r.of]!.name];
  };
  return { table, sql: `SELECT * FROM ${table} ORDER BY ${longestFirst}, "of"`, shown };
}

/** The hand-overs of a part in its window, between its steps. */
async function stepsSql(h: HandOvers, { window, steps, question: { from, to } }: FunctionPart): Promise<string> {
  const [left, entered] = [await namesOf(h.c, from, 'activity'), await namesOf(h.c, to, 'activity')];
  const codes = (names: readonly string[], name: string) => names.flatMap((n, code) => (n === name ? [code] : []));
  const chosen = steps.flatMap((s) => codes(left, s.left).flatMap((l) => codes(entered, s.entered).map((e) => `(${l}, ${e})`)));
  return `(SELECT * FROM ${inWindowSql(h, window)} WHERE (left_activity, entered_activity) IN (${chosen.join(', ')}))`;
}
