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

/** Who answers a question for rows: the capability whose figures they are behind registers it by name. */
export type RowsAnswer = (ctx: Pick<Ctx, 'db' | 'clock'>, claim: Claim, page: RowsPage) => Promise<ClaimRows>;
export type RowsAnswers = Readonly<Record<string, RowsAnswer>>;

/**
 * The rows behind a claim. A claim that rests on records only has its sources as rows.
 * @throws Problem `not-found` where nobody answers its question (any more).
 */
export async function rowsOf(ctx: Pick<Ctx, 'db' | 'clock'>, claim: Claim, page: RowsPage, answers: RowsAnswers): Promise<ClaimRows> {
  if (claim.rows === null) return sourceRows(claim, page);
  const answer = answers[claim.rows.question];
  if (answer === undefined) throw problem('not-found', { detail: 'The rows of this figure are not to be had', value: claim.rows.question, wanted: `one of: ${Object.keys(answers).join(', ')}` });
  return answer(ctx, claim, page);
}

function sourceRows(claim: Claim, { limit, offset }: RowsPage): ClaimRows {
  const all = claim.sources.map((s) => [s.name, s.id, s.version.slice(0, 12), s.recordedAt]);
  return {
    columns: [{ name: 'Record', unit: null, kind: 'text' }, { name: 'Id', unit: null, kind: 'text' }, { name: 'Version', unit: null, kind: 'text' }, { name: 'Recorded', unit: null, kind: 'time' }],
    rows: all.slice(offset, offset + limit), total: all.length, next: offset + limit < all.length ? String(offset + limit) : null,
  };
}
