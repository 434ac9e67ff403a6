import { sql } from 'kysely';
import type { Db, Tx } from '../platform/db/index.ts';
import type { Actor } from '../platform/write/index.ts';
import type { Brief } from './schemas.ts';
import './tables.ts';

export async function addBrief(tx: Tx, brief: Brief, by: Actor): Promise<void> {
  await tx.insertInto('brief').values({ id: brief.id, title: brief.title, headline: brief.sheet.headline.plain, createdAt: new Date(brief.createdAt), createdByKind: by.kind, createdById: by.id, body: JSON.stringify(brief) as unknown as Brief }).execute();
}

export async function findBrief(db: Db, id: string): Promise<Brief | undefined> {
  return (await db.selectFrom('brief').select('body').where('id', '=', id).executeTakeFirst())?.body;
}

/** A page of briefs, newest first, after the position (`createdAt`, `id`). */
export async function briefPage(db: Db, limit: number, after?: readonly [string, string]) {
  const all = db.selectFrom('brief').select(['id', 'title', 'headline', 'createdAt', sql<string>`body->>'createdBy'`.as('createdBy')]);
  const from = after === undefined ? all : all.where(sql<boolean>`(date_trunc('milliseconds', created_at), id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const rows = await from.orderBy(sql`date_trunc('milliseconds', created_at) desc`).orderBy('id', 'desc').limit(limit + 1).execute();
  const { total } = await db.selectFrom('brief').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, total, next: rows.length > limit && last !== undefined ? ([last.createdAt.toISOString(), last.id] as const) : null };
}

/** Puts `replacement` in the place of a name in every brief that has it, as erasing a person asks; resolves with the briefs changed. */
export async function replaceNameInBriefs(tx: Tx, name: string, replacement: string): Promise<number> {
  const [from, to] = [JSON.stringify(name).slice(1, -1), JSON.stringify(replacement).slice(1, -1)];
  await sql`select set_config('hymnsheet.erasing', 'on', true)`.execute(tx);
  const { numAffectedRows } = await sql`
    update brief set title = replace(title, ${name}, ${replacement}), headline = replace(headline, ${name}, ${replacement}), body = replace(body::text, ${from}, ${to})::jsonb
    where strpos(body::text, ${from}) > 0`.execute(tx);
  await sql`select set_config('hymnsheet.erasing', 'off', true)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
