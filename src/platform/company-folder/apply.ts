import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AuditNote } from '../audit/index.ts';
import type { Db, Tx } from '../db/index.ts';
import { problem, problems } from '../errors/index.ts';
import { emit } from '../jobs/index.ts';
import {
  bodyHash, closeVersions, insertRecords, insertVersions, lockAll, mustBeAllowed, ownersOf, recordNote, removeReferences, setApplied, setRetired, supersede, type Kinds,
} from '../register/index.ts';
import { defineWrite, type Ctx, type WriteCtx } from '../write/index.ts';
import { z } from 'zod';
import { conflictLines } from './plan-text.ts';
import { planFolder, type Plan, type PlanOptions, type PlannedChange, type WorkspaceRecord } from './plan.ts';
import { limits, type Folder } from './model.ts';

export interface ApplyOptions extends PlanOptions {
  /** The `fingerprint` of the plan that was shown: refused where the workspace or the folder changed since. */
  readonly expected?: string;
  /** Further writes of the same transaction, after the records: event data become current here. */
  readonly alongside?: (ctx: WriteCtx, plan: Plan) => Promise<readonly AuditNote[]>;
}

/** What applying a folder would do now. @throws Problem `bad-input` with every fault of the folder. */
export async function planApply(ctx: Ctx, folder: Folder, kinds: Kinds, options: PlanOptions = {}): Promise<{ plan: Plan; fingerprint: string }> {
  const current = await workspaceRecords(ctx.db, kinds);
  await lookAhead(current, kinds);
  const plan = planFolder(folder, current, kinds, options);
  refuseErrors(plan);
  return { plan, fingerprint: fingerprintOf(plan) };
}

/**
 * Applies a company folder, all or nothing, in one transaction.
 * @throws Problem `bad-input` with every fault, `changed-meanwhile` for what the app changed since, `not-allowed`.
 */
export async function applyFolder(ctx: Ctx, folder: Folder, kinds: Kinds, options: ApplyOptions = {}): Promise<Plan> {
  const write = defineWrite({
    name: 'folder.apply',
    input: z.undefined(),
    // Every record is checked against its own kind and owners once it is known which of them change.
    sets: ['administrator', 'editor', 'finance', 'contributor', 'viewer'],
    run: (inside) => applyInside(inside, folder, kinds, options),
  });
  return write(ctx, undefined);
}

async function applyInside(ctx: WriteCtx, folder: Folder, kinds: Kinds, options: ApplyOptions) {
  await lockAll(ctx.tx);
  const current = await workspaceRecords(ctx.tx, kinds);
  const plan = planFolder(folder, current, kinds, options);
  refuseErrors(plan);
  refuseConflicts(plan);
  if (options.expected !== undefined && options.expected !== fingerprintOf(plan)) {
    throw problem('changed-meanwhile', { detail: 'The workspace changed since the plan was shown', value: options.expected, wanted: 'a look at the new plan' });
  }
  await refuseForeign(ctx, plan, current, kinds);
  const audit = await writePlan(ctx, plan);
  const alongside = (await options.alongside?.(ctx, plan)) ?? [];
  return { result: plan, audit: [...audit, ...alongside] };
}

function refuseErrors(plan: Plan): void {
  if (plan.errors.length === 0) return;
  const shown = plan.errors.slice(0, limits.errors);
  const more = plan.errors.length - shown.length;
  throw problems('bad-input', more > 0 ? [...shown, { detail: `${more} more faults`, wanted: 'the ones above mended first' }] : shown);
}

function refuseConflicts(plan: Plan): void {
  if (plan.conflicts.length === 0) return;
  throw problems('changed-meanwhile', plan.conflicts.map((c) => ({
    detail: conflictLines(c).join('\n'), value: `${c.kind.name} ${c.id}`, wanted: '--take folder or --take app', ...(c.at === undefined ? {} : { at: c.at }),
  })));
}

/** Everyone who applies needs, for each record that changes, what they would need to change it in the app. */
async function refuseForeign(ctx: WriteCtx, plan: Plan, current: readonly WorkspaceRecord[], kinds: Kinds): Promise<void> {
  const bodies = new Map(current.filter((r) => !r.retired).map((r) => [`${r.kind} ${r.id}`, r.body]));
  const lookUp = (kind: string, id: string) => bodies.get(`${kind} ${id}`);
  for (const c of [...plan.create, ...plan.update, ...plan.retire]) {
    const owners = c.current === undefined
      ? (await Promise.all(c.kind.parents(c.record?.body).map((p) => (lookUp(p.kind, p.id) === undefined ? [] : ownersOf(kinds, p.kind, lookUp(p.kind, p.id), lookUp))))).flat()
      : await ownersOf(kinds, c.kind.name, c.current.body, lookUp);
    mustBeAllowed(ctx, c.kind, c.id, owners);
  }
}

async function writePlan(ctx: WriteCtx, plan: Plan): Promise<AuditNote[]> {
  const { tx } = ctx;
  const now = ctx.clock.now();
  const refOf = (c: PlannedChange) => ({ kind: c.kind.name, id: c.id });
  const versionOf = (c: PlannedChange) => c.current?.versionId ?? '';
  const created = await insertRecords(tx, plan.create.map(refOf), now);
  const superseded = await supersede(tx, plan.update.map(versionOf), now);
  const closed = await closeVersions(tx, plan.retire.map(versionOf), now, now);
  if (!created || superseded !== plan.update.length || closed !== plan.retire.length) throw new Error('the registers changed under their lock');
  await setRetired(tx, plan.retire.map(refOf), now);
  await removeReferences(tx, plan.retire.map(refOf));
  const written = [...plan.create, ...plan.update];
  const validity = await validFrom(tx, plan.update.map(versionOf));
  const versions = await insertVersions(tx, written.map((c) => ({
    kind: c.kind, id: c.id, body: c.record?.body, source: { file: c.record?.file ?? '', sha256: c.record?.sha256 ?? '' }, validFrom: validity.get(versionOf(c)) ?? null,
  })), ctx.actor, now);
  await setApplied(tx, [
    ...written.map((c, i) => ({ ...refOf(c), versionId: versions[i]?.versionId ?? '' })),
    ...plan.unchanged.filter((c) => c.current?.applied?.hash !== c.current?.hash).map((c) => ({ ...refOf(c), versionId: versionOf(c) })),
  ]);
  if (written.length + plan.retire.length > 0) await emit(tx, 'register.changed', { kinds: [...new Set([...written, ...plan.retire].map((c) => c.kind.name))] });
  return [
    { action: 'folder.apply', subjectKind: 'folder', subjectId: fingerprintOf(plan), detail: { created: plan.create.length, changed: plan.update.length, retired: plan.retire.length, unchanged: plan.unchanged.length, kept: plan.kept.length } },
    ...written.map((c, i) => recordNote(c.kind, c.current === undefined ? 'record.create' : 'record.change', c.id, noteDetail(c, versions[i]))),
    ...plan.retire.map((c) => recordNote(c.kind, 'record.retire', c.id, { version: versionOf(c) })),
  ];
}

function noteDetail({ current, record }: PlannedChange, made: { versionId: string; hash: string } | undefined) {
  return { version: made?.versionId ?? '', hash: made?.hash ?? '', sha256: record?.sha256 ?? '', ...(current?.versionId === undefined ? {} : { before: current.versionId }) };
}

/** A correction holds from when the version that it corrects did. */
async function validFrom(tx: Tx, versionIds: readonly string[]): Promise<Map<string, Date | null>> {
  if (versionIds.length === 0) return new Map();
  const rows = await tx.selectFrom('registerVersion').select(['versionId', 'validFrom']).where(sql<boolean>`version_id = any(${versionIds}::uuid[])`).execute();
  return new Map(rows.map((r) => [r.versionId, r.validFrom]));
}

/** Has what kinds would take long over looked at in a thread. */
export async function lookAhead(records: readonly WorkspaceRecord[], kinds: Kinds): Promise<void> {
  for (const { kind, body } of records) await kinds.of(kind).readAhead?.(body);
}

/** Every record of the workspace with what a folder last agreed to, retired ones too. */
export async function workspaceRecords(db: Db | Tx, kinds: Kinds): Promise<WorkspaceRecord[]> {
  const rows = await db
    .selectFrom('registerRecord as r')
    .leftJoin('registerVersion as v', (join) => join.onRef('v.kind', '=', 'r.kind').onRef('v.slug', '=', 'r.slug').on('v.supersededAt', 'is', null).on('v.validTo', 'is', null))
    .leftJoin('registerVersion as a', 'a.versionId', 'r.appliedVersion')
    .select(['r.kind', 'r.slug', 'r.retiredAt', 'v.versionId', 'v.body', 'v.bodyHash', 'a.bodyHash as appliedHash', 'a.body as appliedBody'])
    .orderBy('r.kind').orderBy(sql`r.slug collate "C"`)
    .execute();
  const known = new Set(kinds.all.map((k) => k.name));
  return rows.filter((r) => known.has(r.kind)).map((r) => ({
    kind: r.kind, id: r.slug, versionId: r.versionId ?? '', body: r.body, hash: r.bodyHash ?? '', retired: r.retiredAt !== null,
    ...(r.appliedHash === null ? {} : { applied: { hash: r.appliedHash, body: r.appliedBody } }),
  }));
}

/** SHA-256 over what a plan would write and over what it starts from. */
export function fingerprintOf(plan: Plan): string {
  const part = (list: readonly PlannedChange[]) => list.map((c) => [c.kind.name, c.id, c.current?.versionId ?? null, c.record === undefined ? null : bodyHash(c.record.body)]);
  return createHash('sha256').update(JSON.stringify([part(plan.create), part(plan.update), part(plan.retire), part(plan.kept), plan.conflicts.map((c) => [c.kind.name, c.id])])).digest('hex');
}
