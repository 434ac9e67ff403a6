import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/client.ts';
import type { Entry, Names } from './audit-words.ts';
import { usePeople } from './people.ts';
import { signInsAsked } from './sign-ins.ts';

const keysAsked = asks('/api-keys', { query: { limit: 500 } });

/** What the ids of audit entries are called, and who can have acted. */
export function useAuditNames() {
  const signIns = useQuery(signInsAsked).data?.items ?? [];
  const keys = useQuery(keysAsked).data?.items ?? [];
  const { people, posts } = usePeople();
  const names: Names & { actor: (e: Entry) => string } = {
    // A person's entries name a version and never the person, so that erasing them leaves the chain whole.
    record: (kind, id) => {
      if (kind === 'person') return people.find((p) => p.version === id)?.body.name ?? 'a person';
      if (kind === 'sign-in') return signIns.find((s) => s.id === id)?.name ?? 'somebody';
      if (kind === 'api-key') return `the key ${keys.find((k) => k.id === id)?.name ?? id}`;
      if (kind === 'post') return `the post ${posts.find((p) => p.id === id)?.body.name ?? id}`;
      if (kind === 'company') return 'the company’s settings';
      if (kind === 'pseudonym') return id;
      return `the ${kind.replaceAll('-', ' ')} ${id}`;
    },
    actor: ({ actor }) => (actor.kind === 'system' ? 'the system' : actor.kind === 'operator' ? `${actor.id}, on the machine` : (actor.name ?? 'somebody who was erased')),
  };
  const actors = [...signIns.map((s) => ({ value: s.id, label: s.name })), ...keys.map((k) => ({ value: k.id, label: `Key: ${k.name}` })), { value: 'system', label: 'The system' }];
  return { names, actors };
}
