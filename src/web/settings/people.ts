import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asks } from '../api/client.ts';
import { useCompany } from '../app/session.ts';
import { dayIn, type Term } from './terms.ts';

/**
 * Whether a term holds on a day, its first and last day included.
 * @example holds({ from: '2026-01-01', to: '2026-06-30' }, '2026-06-30') // true
 */
export function holds(term: Term, day: string): boolean {
  return term.from <= day && (term.to === undefined || day <= term.to);
}

const none: never[] = [];
export const peopleAsked = asks('/people', { query: { limit: 500 } });
export const postsAsked = asks('/posts', { query: { limit: 500 } });

/** Names of people and posts, and who holds a post today: what somebody may do goes by the calendar, also where figures are pinned. `asking` until both are known. */
export function usePeople() {
  const { zone } = useCompany();
  const [askedPeople, askedPosts] = [useQuery(peopleAsked), useQuery(postsAsked)];
  const people = askedPeople.data?.items ?? none;
  const posts = askedPosts.data?.items ?? none;
  const [opened] = useState(() => new Date());
  const today = dayIn(opened, zone);
  const personName = (id: string) => people.find((p) => p.id === id)?.body.name ?? id;
  const holder = (post: string) => {
    const term = posts.find((p) => p.id === post)?.body.holders?.find((h) => holds(h, today));
    return term === undefined ? undefined : personName(term.person);
  };
  const heldBy = (person: string) => posts.filter((p) => p.body.holders?.some((h) => h.person === person && holds(h, today)));
  return { asking: askedPeople.isPending || askedPosts.isPending, people, posts, today, personName, postName: (id: string) => posts.find((p) => p.id === id)?.body.name ?? id, holder, heldBy };
}
