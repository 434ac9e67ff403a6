import { recordAudit } from '../../platform/audit/index.ts';
import { currentRecord, insertRecords, insertVersions, lockForChange, recordNote, supersede, type AnyKind, type RecordVersion } from '../../platform/register/index.ts';
import type { WriteCtx } from '../../platform/write/index.ts';
import { personKind } from '../people/kind.ts';
import { dayIn } from './day.ts';
import { postKind, type Post } from './kind.ts';
import { holderOn } from './model.ts';
import { companyZone, idsLike, personByEmail } from './store.ts';

/**
 * Inside a write: finds or records a person by e-mail address and gives them a post of their own, `administrator`, from today on.
 * Where somebody else holds that post, another is made beside it.
 */
export async function appointAdministrator(ctx: WriteCtx, who: { name: string; email: string }): Promise<{ person: string; post: string }> {
  await lockForChange(ctx.tx, personKind.name);
  await lockForChange(ctx.tx, postKind.name);
  const email = who.email.toLowerCase();
  const person = (await personByEmail(ctx.tx, email)) ?? (await record(ctx, personKind, await freeId(ctx, personKind, slugOf(who.name)), { name: who.name, email }));
  const today = dayIn(ctx.clock.now(), await companyZone(ctx.tx));
  const now = await currentRecord(ctx.tx, postKind, 'administrator');
  const holder = now === undefined ? undefined : holderOn({ id: now.id, ...now.body }, today);
  if (now !== undefined && holder === person) return { person, post: now.id };
  const term = { person, from: today };
  // A later holder who is already known keeps their day: the terms of one post never overlap.
  if (now !== undefined && holder === undefined && now.body.holders.every((h) => h.from < today)) return { person, post: await correct(ctx, now, { ...now.body, holders: [...now.body.holders, term] }) };
  const id = await freeId(ctx, postKind, 'administrator');
  return { person, post: await record(ctx, postKind, id, { name: 'Administrator of Hymnsheet', holders: [term], delegations: [] }) };
}

async function record(ctx: WriteCtx, kind: AnyKind, id: string, body: unknown): Promise<string> {
  const at = ctx.clock.now();
  await insertRecords(ctx.tx, [{ kind: kind.name, id }], at);
  return written(ctx, kind, id, body, null, 'record.create');
}

async function correct(ctx: WriteCtx, before: RecordVersion<Post>, body: Post): Promise<string> {
  await supersede(ctx.tx, [before.versionId], ctx.clock.now());
  return written(ctx, postKind, before.id, body, before.validFrom, 'record.change');
}

async function written(ctx: WriteCtx, kind: AnyKind, id: string, body: unknown, validFrom: Date | null, action: string): Promise<string> {
  const at = ctx.clock.now();
  const source = { typedBy: { kind: ctx.actor.kind, id: ctx.actor.id } };
  const [made] = await insertVersions(ctx.tx, [{ kind, id, body: kind.schema.parse(body), source, validFrom }], ctx.actor, at);
  await recordAudit(ctx.tx, ctx.actor, at, [recordNote(kind, action, id, { version: made?.versionId ?? '', ...(made === undefined ? {} : { hash: made.hash }) })]);
  return id;
}

/** `stem`, or `stem-2` and so on: an id that was never used. */
async function freeId(ctx: WriteCtx, kind: AnyKind, stem: string): Promise<string> {
  const used = await idsLike(ctx.tx, kind.name, stem);
  let id = stem;
  for (let n = 2; used.has(id); n++) id = `${stem}-${n}`;
  return id;
}

/**
 * An id from a name: letters without their accents, hyphens between words.
 * @example slugOf('Zoë O’Hara') // 'zoe-ohara'
 */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f'’]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return plain.slice(0, 50).replace(/-+$/, '') || 'person';
}
