import type { Db, Tx } from '../../platform/db/index.ts';
import { currentRecords } from '../../platform/register/index.ts';
import type { HeldPost } from '../../platform/write/index.ts';
import { personKind } from '../people/kind.ts';
import { dayIn } from './day.ts';
import { appointmentsOf, heldPosts, holderOn, type PostAppointment } from './model.ts';
import { allPosts, companyZone, postsNaming, postVersions } from './store.ts';

/** The posts that a person holds at an instant, as holder or as deputy; days are the company's. */
export async function holdings(db: Db | Tx, person: string, at: Date): Promise<HeldPost[]> {
  const posts = await postsNaming(db, person);
  return posts.length === 0 ? [] : heldPosts(posts, person, dayIn(at, await companyZone(db)));
}

/** The names of the people who hold any of these posts at an instant, each once. */
export async function holderNames(db: Db | Tx, posts: readonly string[], at: Date): Promise<string[]> {
  const day = dayIn(at, await companyZone(db));
  const asked = (await allPosts(db)).filter((p) => posts.includes(p.id));
  const holders = new Set(asked.flatMap((p) => holderOn({ id: p.id, holders: p.body.holders, delegations: p.body.delegations }, day) ?? []));
  return (await currentRecords(db, personKind)).filter((p) => holders.has(p.id)).map((p) => p.body.name);
}

/** The ids of posts that nobody holds at an instant. */
export async function vacantPosts(db: Db | Tx, at: Date): Promise<string[]> {
  const day = dayIn(at, await companyZone(db));
  return (await allPosts(db)).filter((p) => holderOn({ id: p.id, holders: p.body.holders, delegations: p.body.delegations }, day) === undefined).map((p) => p.id);
}

/** Who was given a post, by whom and when: what a signature is checked against. */
export async function appointments(db: Db | Tx, post: string): Promise<PostAppointment[]> {
  return appointmentsOf(await postVersions(db, post));
}
