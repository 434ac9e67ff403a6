import { z } from 'zod';
import { problem, problems, type Problem } from '../errors/index.ts';
import { emit } from '../jobs/index.ts';
import { defineWrite, notAllowed, pathText, permits, type Ctx, type WriteCtx } from '../write/index.ts';
import { recordNote } from './audit-note.ts';
import { codeField, slugField } from './fields/index.ts';
import { singleId, type AnyKind } from './model.ts';
import type { Kinds } from './owners.ts';
import { putOwners, recordOwners } from './put-owners.ts';
import { aRecord, readBody, recordWords } from './read-body.ts';
import { currentRecord, currentRecords, recordHistory, recordsReferringTo } from './read.ts';
import { closeVersions, insertRecords, insertVersions, lockForChange, lockRecord, missingTargets, removeReferences, setRetired, supersede } from './store.ts';
import type { RecordSource, RecordVersion } from './tables.ts';

const target = z.strictObject({ kind: z.string(), id: z.string() });

const putInput = target.extend({
  body: z.unknown(),
  expected: z.uuid().nullable().describe('The version that is being changed; null: a new record'),
  from: z.date().optional().describe('Things changed from this instant on; absent: what was recorded was wrong, and this corrects it'),
});
const retireInput = target.extend({ expected: z.uuid() });

/** The changes of single records, each a write with its permission, its checks and its audit entry. */
export interface RegisterChanges {
  /** Records, changes or corrects a record. @throws Problem `bad-input`, `changed-meanwhile`, `not-allowed`. */
  readonly put: (ctx: Ctx, input: { kind: string; id: string; body: unknown; expected: string | null; from?: Date }) => Promise<RecordVersion>;
  /** Ends a record now; nothing that holds may refer to it. */
  readonly retire: (ctx: Ctx, input: { kind: string; id: string; expected: string }) => Promise<void>;
  /** Takes a retirement back: the record is as it was. */
  readonly reinstate: (ctx: Ctx, input: { kind: string; id: string }) => Promise<RecordVersion>;
}

/** The changes of the records of `kinds`. */
export function registerChanges(kinds: Kinds): RegisterChanges {
  const byKind = new Map(kinds.all.map((kind) => [kind.name, changesOf(kind, kinds)]));
  const of = (name: string) => byKind.get(kinds.of(name).name) as ReturnType<typeof changesOf>;
  return {
    put: async (ctx, input) => {
      await kinds.of(input.kind).readAhead?.(input.body);
      return of(input.kind).put(ctx, input);
    },
    retire: async (ctx, input) => of(input.kind).retire(ctx, input),
    reinstate: async (ctx, input) => of(input.kind).reinstate(ctx, input),
  };
}

function changesOf(kind: AnyKind, kinds: Kinds) {
  const ownerOf = (ctx: WriteCtx, { id }: { id: string }) => recordOwners(ctx.tx, kind, kinds, id);
  const spec = { sets: kind.sets, ownerOf };
  return {
    put: defineWrite({ ...spec, name: `${kind.name}.put`, input: putInput, ownerOf: (ctx: WriteCtx, input: z.output<typeof putInput>) => putOwners(ctx.tx, kind, kinds, input), run: (ctx, input) => put(ctx, kind, input) }),
    retire: defineWrite({ ...spec, name: `${kind.name}.retire`, input: retireInput, run: (ctx, input) => retire(ctx, kind, input) }),
    reinstate: defineWrite({ name: `${kind.name}.reinstate`, sets: kind.sets, input: target, run: (ctx, input) => reinstate(ctx, kind, input) }),
  };
}

async function put(ctx: WriteCtx, kind: AnyKind, input: z.output<typeof putInput>) {
  const body = bodyOf(kind, input);
  await lockForChange(ctx.tx, kind.name);
  const now = ctx.clock.now();
  const before = await beforeOf(ctx, kind, input);
  await refuseMissing(ctx, kind, input.id, body);
  await refuseFaults(ctx, kind, input.id, body);
  const validFrom = await makeRoom(ctx, before, input.from, now);
  const made = await write(ctx, kind, input.id, body, validFrom, { typedBy: { kind: ctx.actor.kind, id: ctx.actor.id } });
  return { result: made, audit: [recordNote(kind, before === undefined ? 'record.create' : 'record.change', input.id, { version: made.versionId, hash: made.hash, ...(before === undefined ? {} : { before: before.versionId }) })] };
}

function bodyOf(kind: AnyKind, { id, body }: { id: string; body: unknown }): unknown {
  const ids = kind.ids === 'slug' ? slugField : codeField;
  const parsed = kind.shape === 'single' ? { success: id === singleId(kind), error: undefined } : ids.safeParse(id);
  if (!parsed.success) throw problem('bad-input', { detail: `The id of ${aRecord(kind)} is not valid`, value: id, wanted: parsed.error?.issues[0]?.message ?? singleId(kind) });
  const read = readBody(kind, body);
  if ('body' in read) return read.body;
  throw problems('bad-input', read.faults.map((f) => ({ detail: f.detail, ...(f.value === undefined ? {} : { value: f.value }), wanted: f.wanted, at: { path: pathText(f.path) } })));
}

/** The version that this change starts from; refused where it is not the one that the person saw. */
async function beforeOf(ctx: WriteCtx, kind: AnyKind, { id, expected }: { id: string; expected: string | null }): Promise<RecordVersion | undefined> {
  if (expected === null) {
    if (await insertRecords(ctx.tx, [{ kind: kind.name, id }], ctx.clock.now())) return undefined;
    const row = await lockRecord(ctx.tx, kind.name, id);
    throw problem(row?.retiredAt == null ? 'changed-meanwhile' : 'bad-input', {
      detail: row?.retiredAt == null ? `There is a ${kind.name} of this id already` : `A ${kind.name} of this id was retired on ${row.retiredAt.toISOString().slice(0, 10)}`,
      value: id, wanted: 'an id that was never used',
    });
  }
  if ((await lockRecord(ctx.tx, kind.name, id)) === undefined) throw notThere(kind, id);
  const now = await currentRecord(ctx.tx, kind, id);
  if (now?.versionId !== expected) throw changedMeanwhile(kind, id, expected, now?.versionId);
  return now;
}

function notThere(kind: AnyKind, id: string): Problem {
  return problem('not-found', { detail: `There is no ${kind.name} of this id`, value: id, wanted: `the id of a ${kind.name}` });
}

function changedMeanwhile(kind: AnyKind, id: string, expected: string, now: string | undefined): Problem {
  return problem('changed-meanwhile', { detail: now === undefined ? `${recordWords(kind, id)} was retired meanwhile` : `Somebody changed ${recordWords(kind, id)} meanwhile`, value: expected, wanted: now === undefined ? 'a record that holds' : `version ${now}; look at it and decide again` });
}

async function refuseMissing(ctx: WriteCtx, kind: AnyKind, id: string, body: unknown): Promise<void> {
  const references = kind.references(body).filter((r) => !(r.kind === kind.name && r.id === id));
  const missing = await missingTargets(ctx.tx, references);
  const faults = references.filter((r) => missing.has(`${r.kind} ${r.id}`));
  if (faults.length > 0) throw problems('bad-input', faults.map((r) => ({ detail: `There is no ${r.kind} of this id`, value: r.id, wanted: `the id of a ${r.kind} that holds`, at: { path: pathText(r.path) } })));
}

/** Looks at all records of the kind as they would be. */
async function refuseFaults(ctx: WriteCtx, kind: AnyKind, id: string, body: unknown): Promise<void> {
  const others = (await currentRecords(ctx.tx, kind)).filter((r) => r.id !== id).map((r) => ({ id: r.id, body: r.body }));
  const faults = kind.check([...others, { id, body }]).filter((f) => f.level === 'error');
  if (faults.length > 0) throw problems('bad-input', faults.map((f) => ({ detail: f.detail, ...(f.value === undefined ? {} : { value: f.value }), ...(f.wanted === undefined ? {} : { wanted: f.wanted }), ...(f.path === undefined ? {} : { at: { path: pathText(f.path) } }) })));
}

/** Supersedes what was wrong, or closes what changed; the count of rows decides between two who came at once. */
async function makeRoom(ctx: WriteCtx, before: RecordVersion | undefined, from: Date | undefined, now: Date): Promise<Date | null> {
  if (before === undefined) return from ?? null;
  if (from !== undefined && before.validFrom !== null && from <= before.validFrom) {
    throw problem('bad-input', { detail: 'The change begins before what it changes', value: from.toISOString(), wanted: `after ${before.validFrom.toISOString()}`, at: { path: 'from' } });
  }
  const rows = from === undefined ? await supersede(ctx.tx, [before.versionId], now) : await closeVersions(ctx.tx, [before.versionId], from, now);
  if (rows !== 1) throw problem('changed-meanwhile', { detail: 'Somebody changed this record meanwhile', value: before.versionId, wanted: 'the version that holds' });
  return from ?? before.validFrom;
}

async function write(ctx: WriteCtx, kind: AnyKind, id: string, body: unknown, validFrom: Date | null, source: RecordSource): Promise<RecordVersion> {
  await insertVersions(ctx.tx, [{ kind, id, body, source, validFrom }], ctx.actor, ctx.clock.now());
  await emit(ctx.tx, 'register.changed', { kinds: [kind.name] });
  const made = await currentRecord(ctx.tx, kind, id);
  if (made === undefined) throw new Error(`the version of ${kind.name} ${id} just written does not hold`);
  return made;
}

async function retire(ctx: WriteCtx, kind: AnyKind, input: z.output<typeof retireInput>) {
  if (kind.shape === 'single') throw problem('bad-input', { detail: `The ${kind.plural} cannot be retired`, value: input.id, wanted: 'a change of them' });
  await lockForChange(ctx.tx, kind.name);
  const now = ctx.clock.now();
  await beforeOf(ctx, kind, input);
  const users = (await recordsReferringTo(ctx.tx, kind.name, input.id)).filter((u) => !(u.kind === kind.name && u.id === input.id));
  if (users.length > 0) throw problem('bad-input', { detail: `${recordWords(kind, input.id)} is still needed`, value: users.slice(0, 10).map((u) => `${u.kind} ${u.id}`).join(', '), wanted: 'a record that nothing refers to; change these first' });
  if ((await closeVersions(ctx.tx, [input.expected], now, now)) !== 1) throw changedMeanwhile(kind, input.id, input.expected, undefined);
  await setRetired(ctx.tx, [input], now);
  await removeReferences(ctx.tx, [input]);
  await emit(ctx.tx, 'register.changed', { kinds: [kind.name] });
  return { result: undefined, audit: [recordNote(kind, 'record.retire', input.id, { version: input.expected })] };
}

async function reinstate(ctx: WriteCtx, kind: AnyKind, { id }: { id: string }) {
  await lockForChange(ctx.tx, kind.name);
  const row = await lockRecord(ctx.tx, kind.name, id);
  if (row === undefined) throw notThere(kind, id);
  if (row.retiredAt === null) throw problem('bad-input', { detail: `${recordWords(kind, id)} is not retired`, value: id, wanted: 'a record that was retired' });
  const [last] = (await recordHistory(ctx.tx, kind, id)).filter((v) => v.supersededAt === null);
  if (last === undefined) throw notThere(kind, id);
  await refuseMissing(ctx, kind, id, last.body);
  await refuseFaults(ctx, kind, id, last.body);
  await setRetired(ctx.tx, [{ kind: kind.name, id }], null);
  const made = await write(ctx, kind, id, last.body, ctx.clock.now(), last.source);
  return { result: made, audit: [recordNote(kind, 'record.reinstate', id, { version: made.versionId, before: last.versionId })] };
}

/** @throws Problem `not-allowed` where neither a set nor a post that owns the record allows the actor to change it. */
export function mustBeAllowed(ctx: Pick<WriteCtx, 'actor'>, kind: AnyKind, id: string, owners: readonly string[]): void {
  const mine = kind.ownersMayChange ? owners : [];
  if (!permits(ctx.actor, kind.sets, mine)) throw notAllowed(`Changing ${recordWords(kind, id)}`, kind.sets, mine);
}
