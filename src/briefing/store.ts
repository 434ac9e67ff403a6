import { sql } from 'kysely';
import type { Db, Tx } from '../platform/db/index.ts';
import type { Actor } from '../platform/write/index.ts';
import type { Brief } from './schemas.ts';
import './tables.ts';

export async function addBrief(tx: Tx, brief: Brief, by: Actor): Promise<void> {
  await tx.insertInto('brief').values({ id: brief.id, title: brief.title, headline: brief.sheet.headline.plain, createdAt: new Date(brief.createdAt), createdByKind: by.kind, createdById: by.id, body: JSON.stringify(brief) as unknown as Brief }).execute();
}

export async function findBrief(db: Db, id: string): Promise<Brief | undefined> {
  const body = (await db.selectFrom('brief').select('body').where('id', '=', id).executeTakeFirst())?.body;
  // Briefs from before there were views have none.
  return body === undefined ? undefined : { ...body, views: body.views ?? [] };
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

/**
 * Puts `replacement` in the place of a person's names in every brief that has one, as erasing a person asks: whole names in texts, never
 * part of another word. Resolves with the briefs changed.
 */
export async function replaceNameInBriefs(tx: Tx, names: readonly string[], replacement: string): Promise<number> {
  const some = names.map((name) => JSON.stringify(name).slice(1, -1));
  const briefs = (await sql<{ id: string; body: Brief }>`select id, body from brief where exists (select from unnest(${some}::text[]) n where strpos(body::text, n) > 0)`.execute(tx)).rows;
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const swapped = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(whole, () => replacement);
    if (Array.isArray(value)) return value.map(swapped);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swapped(inner)])) : value;
  };
  const changed = briefs.flatMap(({ id, body }) => { const now = swapped(body) as Brief; return JSON.stringify(now) === JSON.stringify(body) ? [] : [{ id, now }]; });
  await sql`select set_config('hymnsheet.erasing', 'on', true)`.execute(tx);
  for (const { id, now } of changed) await tx.updateTable('brief').set({ title: now.title, headline: now.sheet.headline.plain, body: JSON.stringify(now) as unknown as Brief }).where('id', '=', id).execute();
  await sql`select set_config('hymnsheet.erasing', 'off', true)`.execute(tx);
  return changed.length;
}
