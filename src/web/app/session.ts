import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, asks } from '../api/client.ts';
import type { Me } from '../api/types.ts';

/** Who is signed in, with sets and posts. */
export function useMe(): Me | undefined {
  return useQuery(asks('/me')).data;
}

/** Whether the reader may do what one of `sets` may. The server decides; this only keeps useless buttons away. */
export function useMay(...sets: readonly Me['sets'][number][]): boolean {
  const me = useMe();
  return me?.sets.some((s) => sets.includes(s)) ?? false;
}

/** Ends the session and forgets everything that was read in it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await answer(api.POST('/auth/sign-out'));
    client.clear();
    globalThis.location.assign('/sign-in');
  };
}

/** The reader's own zone. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The company's settings: name, zone and the pinned instant. Its zone is what pages show times in. `asking` until the server has answered, also that there are none. */
export function useCompany() {
  // What was answered once, also with none, stays answered while it is asked again: else a page that asks would take itself away.
  const { data, isFetched } = useQuery({ ...asks('/company'), staleTime: 300_000 });
  const company = data?.body;
  return { asking: !isFetched, name: company?.name ?? '', zone: company?.zone ?? 'UTC', currency: company?.currency ?? '', asOf: company?.asOf ?? null, known: company !== undefined };
}
