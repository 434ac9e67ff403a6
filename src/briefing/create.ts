import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { auditHead } from '../platform/audit/index.ts';
import { defineWrite, type Ctx } from '../platform/write/index.ts';
import type { Brief, Sheet } from './schemas.ts';
import { addBrief } from './store.ts';
import type { EventStore } from '../processes/performance/index.ts';
import type { Today } from './today.ts';
import { viewsOfBrief } from './views/index.ts';

/** Says who acts, in words, by their ids. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export interface BriefingParts {
  readonly today: Today;
  readonly namesOf: NamesOf;
  readonly store: EventStore;
}

/** The ids of all claims that a sheet's sentences rest on. */
export function claimsOf(sheet: Sheet): Set<string> {
  const statements = [sheet.headline, ...sheet.lead, ...sheet.actions.flatMap((a) => [a.statement, a.why]), ...sheet.charts.map((c) => c.title), ...sheet.sections.flatMap((s) => s.statements)];
  return new Set(statements.flatMap((s) => s.claims));
}

/** Keeps today's sheet as a brief, with its claims and the head of the audit chain, so that it can be verified anywhere. */
export async function createBrief(ctx: Ctx, parts: BriefingParts, input: { readonly title?: string | undefined; readonly views?: readonly string[] | undefined }): Promise<Brief> {
  const { sheet, claims } = await parts.today.sheet(ctx);
  const shown = await viewsOfBrief(ctx, parts.store, input.views ?? []);
  const named = claimsOf(sheet);
  const { length, hash } = await auditHead(ctx.db);
  const names = await parts.namesOf([ctx.actor.id]);
  const brief: Brief = {
    id: randomUUID(), title: input.title ?? `${sheet.company}, ${sheet.asOf.slice(0, 10)}`, createdAt: ctx.clock.now().toISOString(),
    createdBy: names.get(ctx.actor.id) ?? (ctx.actor.kind === 'operator' ? 'the operator' : ctx.actor.kind), chain: { length, hash }, sheet, views: shown.views,
    claims: [...new Map([...claims.filter((c) => named.has(c.id)), ...shown.claims].map((c) => [c.id, c])).values()],
  };
  await keepBrief(ctx, { brief });
  return brief;
}

const keepBrief = defineWrite<{ brief: Brief }, void>({
  name: 'brief.create',
  input: z.custom<{ brief: Brief }>(),
  sets: ['administrator', 'editor', 'finance', 'contributor'],
  run: async ({ tx, actor }, { brief }) => {
    await addBrief(tx, brief, actor);
    return { result: undefined, audit: [{ action: 'brief.create', subjectKind: 'brief', subjectId: brief.id, detail: { claims: brief.claims.length, chain: `${brief.chain.length}:${brief.chain.hash}` } }] };
  },
});
