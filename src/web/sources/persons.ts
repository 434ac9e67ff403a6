import type { EventLog, Upload } from '../api/types.ts';

/** Object types whose objects are people, and attributes whose values are. */
export interface Persons {
  readonly objectTypes: readonly string[];
  readonly attributes: readonly string[];
}

/**
 * Who is taken for people until somebody says otherwise: those of the event log that the file goes into, where it has some, or else those of the usual names.
 * @example personsOf({ persons: { objectTypes: ['employee'], attributes: [] } }, undefined).objectTypes // ['employee']
 */
export function personsOf(upload: Pick<Upload, 'persons'>, log: { readonly objects: Pick<NonNullable<EventLog['objects']>, 'personal'> | null } | undefined): Persons {
  return log?.objects?.personal ?? upload.persons ?? { objectTypes: [], attributes: [] };
}

/**
 * The same with a name in or out.
 * @example withPerson({ objectTypes: ['employee'], attributes: [] }, 'attributes', 'user', true).attributes // ['user']
 */
export function withPerson(persons: Persons, of: keyof Persons, name: string, is: boolean): Persons {
  return { ...persons, [of]: [...persons[of].filter((n) => n !== name), ...(is ? [name] : [])] };
}
