import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { auditHead } from '../platform/audit/index.ts';
import { defineWrite, type Ctx } from '../platform/write/index.ts';
import { saveClaims, type Claim } from '../evidence/claims/index.ts';
import type { ProcessMeasures } from '../processes/performance/index.ts';
import { assembleSheet } from './assemble.ts';
import type { Brief, Sheet } from './schemas.ts';
import { composeSheet } from './sheet/compose.ts';
import { addBrief } from './store.ts';

/** Says who acts, in words, by their ids. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export interface BriefingParts {
  readonly measures: ProcessMeasures;
  readonly namesOf: NamesOf;
}

/** The sheet of this moment; its claims are put on record, so that every figure opens. */
export async function todaysSheet({ db, clock }: Pick<Ctx, 'db' | 'clock'>, { measures }: Pick<BriefingParts, 'measures'>): Promise<{ sheet: Sheet; claims: Claim[] }> {
  const { input, claims } = await assembleSheet({ db, clock, measures });
  const sheet = composeSheet(input);
  await saveClaims(db, claims);
  return { sheet, claims };
}

/** The ids of all claims that a sheet's sentences rest on. */
export function claimsOf(sheet: Sheet): Set<string> {
  const statements = [sheet.headline, ...sheet.lead, ...sheet.actions.flatMap((a) => [a.statement, a.why]), ...sheet.charts.map((c) => c.title), ...sheet.sections.flatMap((s) => s.statements)];
  return new Set(statements.flatMap((s) => s.claims));
}

/** Keeps today's sheet as a brief, with its claims and the head of the audit chain, so that it can be verified anywhere. */
export async function createBrief(ctx: Ctx, parts: BriefingParts, input: { readonly title?: string | undefined }): Promise<Brief> {
  const { sheet, claims } = await todaysSheet(ctx, parts);
  const named = claimsOf(sheet);
  const { length, hash } = await auditHead(ctx.db);
  const names = await parts.namesOf([ctx.actor.id]);
  const brief: Brief = {
    id: randomUUID(), title: input.title ?? `${sheet.company}, ${sheet.asOf.slice(0, 10)}`, createdAt: ctx.clock.now().toISOString(),
    createdBy: names.get(ctx.actor.id) ?? (ctx.actor.kind === 'operator' ? 'the operator' : ctx.actor.kind), chain: { length, hash }, sheet,
    claims: claims.filter((c) => named.has(c.id)),
  };
  await keepBrief(ctx, { brief });
  return brief;
}

const keepBrief = defineWrite<{ brief: Brief }, void>({
  name: 'brief.create',
  input: z.custom<{ brief: Brief }>(),
  sets: ['administrator', 'editor', 'finance', 'contributor'],
  run: async ({ tx, actor }, { brief }) => {
    await saveClaims(tx, brief.claims.map((c) => ({ rows: null, ...c })));
    await addBrief(tx, brief, actor);
    return { result: undefined, audit: [{ action: 'brief.create', subjectKind: 'brief', subjectId: brief.id, detail: { claims: brief.claims.length, chain: `${brief.chain.length}:${brief.chain.hash}` } }] };
  },
});
