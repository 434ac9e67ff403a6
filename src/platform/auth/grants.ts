import { z } from 'zod';
import { problem } from '../errors/index.ts';
import { defineWrite } from '../write/index.ts';
import type { People } from './people.ts';
import { grantInput, idParams } from './schemas.ts';
import { addGrants, endGrant, keyExists, lastingAdministrators, type Grant } from './store.ts';

/** Grants a permission set to a post or a key, from an instant to an instant or until it is ended. */
export const grantSet = (people: People) => defineWrite<z.output<typeof grantInput>, Grant>({
  name: 'grant.add',
  input: grantInput,
  sets: ['administrator'],
  run: async ({ tx, clock, actor }, { holder, set, from, to }) => {
    const at = clock.now();
    if (holder.kind === 'post' ? !(await people.postExists(tx, holder.id)) : !(await keyExists(tx, holder.id))) {
      throw problem('bad-input', { detail: `There is no such ${holder.kind === 'post' ? 'post' : 'API key'}`, value: holder.id, wanted: `the id of a ${holder.kind === 'post' ? 'post in the register' : 'key that still works'}`, at: { path: 'holder.id' } });
    }
    const start = from === undefined ? at : new Date(from);
    if (start < at) throw problem('bad-input', { detail: 'A grant cannot begin in the past', value: start.toISOString(), wanted: 'now (no start) or a later instant', at: { path: 'from' } });
    const end = to === null ? null : new Date(to);
    if (end !== null && end <= start) throw problem('bad-input', { detail: 'The grant would end before it begins', value: to ?? '', wanted: `an instant after ${start.toISOString()}`, at: { path: 'to' } });
    const [grant] = await addGrants(tx, [{ holder, set, from: start, to: end, grantedBy: { kind: actor.kind, id: actor.id }, grantedAt: at }]);
    if (grant === undefined) throw new Error('a grant was not recorded');
    return { result: grant, audit: [{ action: 'grant.add', subjectKind: 'grant', subjectId: grant.id, detail: { holder, set, from: start, to: end } }] };
  },
});

/** Ends a grant now. The last lasting administrator's grant to a post stays: without it nobody could give it back. */
export const endGrantNow = defineWrite<{ id: string }, Grant>({
  name: 'grant.end',
  input: idParams.extend({ id: z.uuid() }),
  sets: ['administrator'],
  run: async ({ tx, clock }, { id }) => {
    const at = clock.now();
    const others = await lastingAdministrators(tx, at, id);
    const grant = await endGrant(tx, id, at);
    if (grant === undefined) throw problem('not-found', { detail: 'No grant that still runs has this id', value: id, wanted: 'the id of a grant in the list' });
    if (grant.holder.kind === 'post' && grant.set === 'administrator' && others === 0) {
      throw problem('bad-input', { detail: 'This is the last grant that makes an administrator', value: grant.holder.id, wanted: 'another post with the set administrator first' });
    }
    return { result: grant, audit: [{ action: 'grant.end', subjectKind: 'grant', subjectId: id, detail: { holder: grant.holder, set: grant.set } }] };
  },
});
