import type { People } from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { currentRecord } from '../../platform/register/index.ts';
import { personKind } from '../people/kind.ts';
import { appointAdministrator } from './appoint.ts';
import { appointments, holderNames, holdings } from './holdings.ts';
import { postKind } from './kind.ts';

/** What sign-in asks of the registers of people and posts, answered from them. */
export function registeredPeople(db: Db): People {
  return {
    holdings: (person, at) => holdings(db, person, at),
    find: async (tx, person) => {
      const found = await currentRecord(tx, personKind, person);
      return found === undefined ? undefined : { name: found.body.name, email: found.body.email ?? null };
    },
    holdersOf: (posts, at) => holderNames(db, posts, at),
    postExists: async (tx, post) => (await currentRecord(tx, postKind, post)) !== undefined,
    appointments: (post) => appointments(db, post),
    appointAdministrator,
  };
}
