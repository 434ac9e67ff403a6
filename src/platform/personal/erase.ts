import { z } from 'zod';
import { eraseUser } from '../auth/index.ts';
import { problem } from '../errors/index.ts';
import { defineWrite, type WriteCtx } from '../write/index.ts';
import { erasedName, type Pseudonymiser } from './pseudonym.ts';
import { eraseInput, erasePseudonymInput, lookUpInput, personParams, type erasedSchema } from './schemas.ts';
import { eraseOriginals, originalOf } from './store.ts';

/** What erasing asks of the records below; app.ts fills it. */
export interface PersonalRecords {
  /** A person's name and address as the register has them now, retired people too, and those that earlier versions had. */
  readonly find: (ctx: WriteCtx, person: string) => Promise<{ name: string; email: string | null; former: readonly string[] } | undefined>;
  /** Puts `replacement` in the place of a person's name in every version of every record; resolves with the versions changed. */
  readonly replaceName: (ctx: WriteCtx, person: string, replacement: string) => Promise<number>;
}

type Erased = z.output<typeof erasedSchema>;

/** Says who stands behind a pseudonym; that it was asked is on record, whoever asks and whatever the answer. */
export const lookUp = defineWrite<z.output<typeof lookUpInput>, { original: string | null }>({
  name: 'pseudonym.look-up',
  input: lookUpInput,
  sets: ['administrator'],
  run: async ({ tx }, { eventLog, pseudonym }) => {
    const original = await originalOf(tx, eventLog, pseudonym);
    return { result: { original }, audit: [{ action: 'pseudonym.look-up', subjectKind: 'pseudonym', subjectId: pseudonym, detail: { eventLog, found: original !== null } }] };
  },
});

/**
 * Erases a person of the register: their sign-in, the key rows of their pseudonyms and, by a salted hash, their name in records. The
 * audit has none of these, so its chain stays; so does every count, since no event and no record is removed.
 */
export const erasePerson = (records: PersonalRecords, pseudonym: Pseudonymiser) => defineWrite<z.output<typeof eraseInput> & { id: string }, Erased>({
  name: 'person.erase',
  input: eraseInput.extend(personParams.shape),
  sets: ['administrator'],
  run: async (ctx, { id, alsoKnownAs }) => {
    const known = await records.find(ctx, id);
    if (known === undefined) throw problem('not-found', { detail: 'There is no such person in the register', value: id, wanted: 'the id of a person' });
    const names = [known.name, ...(known.email === null ? [] : [known.email]), ...known.former, ...alsoKnownAs];
    const replacement = erasedName(known.name);
    const keyRows = await eraseOriginals(ctx.tx, names, names.map(pseudonym), ctx.clock.now());
    const signIns = (await eraseUser(ctx.tx, id)).length;
    const changed = await records.replaceName(ctx, id, replacement);
    const result = { replacement, keyRows, records: changed, signIns };
    return { result, audit: [{ action: 'person.erase', subjectKind: 'person', subjectId: replacement, detail: { keyRows, records: changed, signIns } }] };
  },
});

/** Erases somebody who is known only in event logs, by pseudonym: nobody can say any more who that was. */
export const erasePseudonym = defineWrite<z.output<typeof erasePseudonymInput>, { keyRows: number }>({
  name: 'pseudonym.erase',
  input: erasePseudonymInput,
  sets: ['administrator'],
  run: async ({ tx, clock }, { pseudonym }) => {
    const keyRows = await eraseOriginals(tx, [], [pseudonym], clock.now());
    return { result: { keyRows }, audit: [{ action: 'pseudonym.erase', subjectKind: 'pseudonym', subjectId: pseudonym, detail: { keyRows } }] };
  },
});
