import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, asks, forget } from '../api/client.ts';
import type { Item } from '../api/types.ts';
import { when } from '../ui/format.ts';

export type SignIn = Item<'/sign-ins'>;
export const signInsAsked = asks('/sign-ins', { query: { limit: 500 } });

/** Whether somebody can sign in, in words. */
export function stateWords(of: SignIn | undefined, zone: string): string {
  if (of === undefined) return 'cannot sign in';
  if (of.state === 'invited') return `invited ${when(of.createdAt, zone, 'day')}`;
  return of.lastSignInAt === null ? 'not signed in lately' : `signed in ${when(of.lastSignInAt, zone, 'day')}`;
}

export interface Invited { readonly id: string; readonly name: string; readonly email?: string | undefined }
interface Made { readonly name: string; readonly url: string; readonly expiresAt: string }
interface Wanted { readonly person: Invited; readonly signIn: SignIn | undefined; readonly email?: string }

/** Makes a one-time link: an invitation for who cannot sign in yet, another password for who can. */
export function useLinks() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ person, signIn, email }: Wanted): Promise<Made> => {
      const made = signIn === undefined ? (await answer(api.POST('/sign-ins', { body: { person: person.id, ...(email === undefined ? {} : { email }) } }))).link : await answer(api.POST('/sign-ins/{id}/reset-link', { params: { path: { id: signIn.id } } }));
      return { name: person.name, ...made };
    },
    onSuccess: async () => forget(client, '/sign-ins'),
  });
}
