import type { z } from 'zod';
import { problem } from '../../platform/errors/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import type { Claim } from './model.ts';
import type { claimRowsSchema } from './schemas.ts';

export type ClaimRows = z.output<typeof claimRowsSchema>;

export interface RowsPage {
  readonly limit: number;
  readonly offset: number;
}

/** All rows of a figure, a piece at a time, so that they never need to fit in memory. */
export interface AllRows {
  readonly columns: ClaimRows['columns'];
  readonly pieces: AsyncIterable<ClaimRows['rows']>;
}

/** Who answers a question for rows: the capability whose figures they are behind registers it by name. */
export interface RowsAnswer {
  /** A page of them; the work stops when the signal fires. */
  readonly page: (ctx: RowsCtx, claim: Claim, page: RowsPage, signal: AbortSignal) => Promise<ClaimRows>;
  /** All of them, where they may be more than memory should hold; the pieces stop when the signal fires. */
  readonly all?: (ctx: RowsCtx, claim: Claim, signal: AbortSignal) => Promise<AllRows>;
}
export type RowsAnswers = Readonly<Record<string, RowsAnswer>>;
export type RowsCtx = Pick<Ctx, 'actor' | 'db' | 'clock'>;

/**
 * The rows behind a claim. A claim that rests on records only has its sources as rows.
 * @throws Problem `not-found` where nobody answers its question (any more).
 */
export async function rowsOf(ctx: RowsCtx, claim: Claim, page: RowsPage, answers: RowsAnswers, signal: AbortSignal): Promise<ClaimRows> {
  return claim.rows === null ? sourceRows(claim, page) : answerOf(claim.rows.question, answers).page(ctx, claim, page, signal);
}

/**
 * The same rows, all of them, a piece at a time.
 * @throws Problem `not-found` where nobody answers its question (any more).
 */
export async function allRowsOf(ctx: RowsCtx, claim: Claim, answers: RowsAnswers, signal: AbortSignal): Promise<AllRows> {
  const answer = claim.rows === null ? undefined : answerOf(claim.rows.question, answers);
  if (answer?.all !== undefined) return answer.all(ctx, claim, signal);
  const { columns, rows } = await rowsOf(ctx, claim, { limit: Number.MAX_SAFE_INTEGER, offset: 0 }, answers, signal);
  return { columns, pieces: inOnePiece(rows) };
}

async function* inOnePiece<T>(rows: T): AsyncGenerator<T> {
  yield rows;
}

function answerOf(question: string, answers: RowsAnswers): RowsAnswer {
  const answer = answers[question];
  if (answer === undefined) throw problem('not-found', { detail: 'The rows of this figure are not to be had', value: question, wanted: `one of: ${Object.keys(answers).join(', ')}` });
  return answer;
}

function sourceRows(claim: Claim, { limit, offset }: RowsPage): ClaimRows {
  const all = claim.sources.map((s) => [s.name, s.id, s.version.slice(0, 12), s.recordedAt]);
  return {
    columns: [{ name: 'Record', unit: null, kind: 'text' }, { name: 'Id', unit: null, kind: 'text' }, { name: 'Version', unit: null, kind: 'text' }, { name: 'Recorded', unit: null, kind: 'time' }],
    rows: all.slice(offset, offset + limit), total: all.length, next: offset + limit < all.length ? String(offset + limit) : null,
  };
}
