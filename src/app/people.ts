import { dateOfDay, localDay } from '../maths/time/index.ts';
import { companyKind, personKind, postKind, type Post } from '../organisation/index.ts';
import { recordAudit } from '../platform/audit/index.ts';
import type { People } from '../platform/auth/index.ts';
import type { Db } from '../platform/db/index.ts';
import { currentRecord, currentRecords, insertRecords, insertVersions, lockAll, supersede } from '../platform/register/index.ts';
import type { HeldPost, WriteCtx } from '../platform/write/index.ts';

const administratorPost = 'administrator';

/** What sign-in asks of the registers of people and posts. */
export function peopleOf(db: Db): People {
  return {
    holdings: async (person, at) => {
      const [company, posts] = [await currentRecord(db, companyKind, companyKind.name), await currentRecords(db, postKind)];
      // Terms are days; they begin and end at midnight where the company is.
      const day = dateOfDay(localDay(company?.body.zone ?? 'UTC', at.getTime()));
      return posts.flatMap(({ id, body }) => heldPosts(id, body, person, day));
    },
    find: async (tx, person) => {
      const found = await currentRecord(tx, personKind, person);
      return found === undefined ? undefined : { name: found.body.name, email: found.body.email ?? null };
    },
    postExists: async (tx, post) => (await currentRecord(tx, postKind, post)) !== undefined,
    appointAdministrator: (ctx, who) => appoint(ctx, who),
  };
}

/** The post as `person` holds it on `day`: by a term, or as deputy. */
function heldPosts(post: string, body: Post, person: string, day: string): HeldPost[] {
  const during = (t: { from: string; to?: string | undefined }) => t.from <= day && (t.to === undefined || day <= t.to);
  if (body.holders.some((h) => h.person === person && during(h))) return [{ post, deputy: false }];
  return body.delegations.some((d) => d.deputy === person && during(d)) ? [{ post, deputy: true }] : [];
}

/** The person of this address, or a new one, together with a post `administrator` that they hold from today on. */
async function appoint(ctx: WriteCtx, { name, email }: { name: string; email: string }): Promise<{ person: string; post: string }> {
  const { tx, clock } = ctx;
  await lockAll(tx);
  const people = await currentRecords(tx, personKind);
  const known = people.find((p) => p.body.email?.toLowerCase() === email.toLowerCase());
  const person = known?.id ?? freeSlug(name, new Set(people.map((p) => p.id)));
  if (known === undefined) await add(ctx, personKind, person, { name, email: email.toLowerCase() });
  const post = await currentRecord(tx, postKind, administratorPost);
  const today = clock.now().toISOString().slice(0, 10);
  const holds = post?.body.holders.some((h) => h.person === person && h.from <= today && (h.to === undefined || today <= h.to)) ?? false;
  if (post === undefined) await add(ctx, postKind, administratorPost, { name: 'Administrator of Hymnsheet', holders: [{ person, from: today }], delegations: [] });
  else if (!holds) {
    await supersede(tx, [post.versionId], clock.now());
    await version(ctx, postKind, administratorPost, { ...post.body, holders: [...post.body.holders.filter((h) => h.to !== undefined && h.to < today), { person, from: today }] }, 'record.change');
  }
  return { person, post: administratorPost };
}

async function add(ctx: WriteCtx, kind: typeof personKind | typeof postKind, id: string, body: unknown): Promise<void> {
  await insertRecords(ctx.tx, [{ kind: kind.name, id }], ctx.clock.now());
  await version(ctx, kind, id, body, 'record.create');
}

async function version({ tx, actor, clock }: WriteCtx, kind: typeof personKind | typeof postKind, id: string, body: unknown, action: string): Promise<void> {
  const at = clock.now();
  const [made] = await insertVersions(tx, [{ kind, id, body, source: { typedBy: { kind: actor.kind, id: actor.id } }, validFrom: null }], actor, at);
  await recordAudit(tx, actor, at, [{ action, subjectKind: kind.name, subjectId: id, detail: { version: made?.versionId, hash: made?.hash } }]);
}

/** `Ana Brown` as `ana-brown`, with a number where that is taken. */
function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFKD').replaceAll(/[̀-ͯ]/g, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40);
  const base = /^[a-z]/.test(plain) ? plain : 'person';
  for (let i = 1; ; i++) {
    const slug = i === 1 ? base : `${base}-${i}`;
    if (!taken.has(slug)) return slug;
  }
}
