import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import { currentRecord, currentRecords, type RecordVersion } from '../../platform/register/index.ts';
import { companyKind } from '../settings/kind.ts';
import { postKind, type Post } from './kind.ts';
import type { PostTerms, PostVersion } from './model.ts';

/** The zone that days of holding a post are counted in: the company's, UTC before there is one. */
export async function companyZone(db: Db | Tx): Promise<string> {
  return (await currentRecord(db, companyKind, 'company'))?.body.zone ?? 'UTC';
}

/** The posts that name a person as holder or deputy, whenever that was. */
export async function postsNaming(db: Db | Tx, person: string): Promise<PostTerms[]> {
  const rows = await db.selectFrom('registerVersion').select(['slug', 'body']).where('kind', '=', postKind.name).where('supersededAt', 'is', null).where('validTo', 'is', null)
    .where(sql<boolean>`(body->'holders' @> ${JSON.stringify([{ person }])}::jsonb or body->'delegations' @> ${JSON.stringify([{ deputy: person }])}::jsonb)`)
    .orderBy(sql`slug collate "C"`).execute();
  return rows.map((r) => terms(r.slug, r.body as Post));
}

/** Every post that there is. */
export async function allPosts(db: Db | Tx): Promise<RecordVersion<Post>[]> {
  return currentRecords(db, postKind);
}

/** Every version of a post in the order of recording. */
export async function postVersions(db: Db | Tx, post: string): Promise<PostVersion[]> {
  const rows = await db.selectFrom('registerVersion').select(['slug', 'body', 'recordedAt', 'recordedById']).where('kind', '=', postKind.name).where('slug', '=', post).orderBy('recordedAt').orderBy(sql`valid_from nulls first`).execute();
  return rows.map((r) => ({ ...terms(r.slug, r.body as Post), recordedAt: r.recordedAt, recordedBy: r.recordedById }));
}

/** The id of the person with an e-mail address, or undefined. */
export async function personByEmail(db: Db | Tx, email: string): Promise<string | undefined> {
  const row = await db.selectFrom('registerVersion').select('slug').where('kind', '=', 'person').where('supersededAt', 'is', null).where('validTo', 'is', null).where(sql<boolean>`body->>'email' = ${email}`).executeTakeFirst();
  return row?.slug;
}

/** Ids ever used by records of a kind that begin with `stem`. */
export async function idsLike(db: Db | Tx, kind: string, stem: string): Promise<Set<string>> {
  const rows = await db.selectFrom('registerRecord').select('slug').where('kind', '=', kind).where(sql<boolean>`starts_with(slug, ${stem})`).execute();
  return new Set(rows.map((r) => r.slug));
}

function terms(id: string, body: Post): PostTerms {
  return { id, holders: body.holders, delegations: body.delegations };
}
