import type { Mapping, Upload } from '../api/types.ts';

export const roles = [
  { key: 'case', name: 'Case', hint: 'What one row of work belongs to: an order, a ticket', needed: true },
  { key: 'activity', name: 'Activity', hint: 'What was done', needed: true },
  { key: 'time', name: 'Time', hint: 'When it was done', needed: true },
  { key: 'start', name: 'Start of the activity', hint: 'Where a row has two times', needed: false },
  { key: 'resource', name: 'Who or what did it', hint: 'Kept under a pseudonym', needed: false },
  { key: 'lifecycle', name: 'Lifecycle', hint: 'start, complete and the like', needed: false },
  { key: 'eventId', name: 'Id of the event', hint: 'Tells events apart across files', needed: false },
] as const;

export type Role = (typeof roles)[number]['key'];

/** What a person has confirmed so far, before it is a whole mapping. */
export interface Draft extends Partial<Record<Exclude<Role, 'activity'>, string>> {
  readonly activity: readonly string[];
  readonly timeFormat: string;
  readonly nullText: string;
  readonly delimiter: string;
  readonly encoding: string;
  readonly personal: readonly string[];
}

/** The server's guess, as a draft to be confirmed; a part that it found no column for is left open. */
export function draftOf(upload: Pick<Upload, 'guess'>): Draft {
  const g = upload.guess;
  const draft = { activity: g === null ? [] : [g.activity].flat().filter((a) => a !== ''), timeFormat: g?.timeFormat ?? '', nullText: g?.nullText ?? '', delimiter: g?.delimiter ?? '', encoding: g?.encoding ?? '', personal: g?.personal ?? (g?.resource === undefined ? [] : [g.resource]) };
  const single = Object.fromEntries(roles.flatMap(({ key }) => (key !== 'activity' && (g?.[key] ?? '') !== '' ? [[key, g?.[key]]] : [])));
  return { ...draft, ...single };
}

/**
 * The draft with another column for a part; none takes it off. Whoever did something is a person: that column is kept under a pseudonym unless somebody says otherwise.
 * @example withRole(draft, 'resource', 'clerk').personal // ['clerk']
 */
export function withRole(draft: Draft, key: string, column: string): Draft {
  const isRole = roles.some((r) => r.key === key);
  const personal = key === 'resource' ? [...draft.personal.filter((p) => p !== draft.resource && p !== column), ...(column === '' ? [] : [column])] : draft.personal.filter((p) => !isRole || p !== column);
  return { ...draft, personal, [key]: column === '' && isRole ? undefined : column };
}

/** What still has to be said before the file can be brought in, a sentence each. */
export function missing(draft: Draft): string[] {
  const gaps = roles.filter((r) => r.needed && (r.key === 'activity' ? draft.activity.length === 0 : draft[r.key] === undefined)).map((r) => `Say which column is the ${r.name.toLowerCase()}.`);
  const used = [...draft.activity, ...roles.flatMap((r) => (r.key === 'activity' ? [] : [draft[r.key]]))].filter((c) => c !== undefined);
  const twice = used.filter((c, i) => used.indexOf(c) !== i);
  return [...gaps, ...[...new Set(twice)].map((c) => `The column “${c}” is named twice.`)];
}

/** The draft as the mapping that the API takes; the zone goes beside it. */
export function mappingOf(draft: Draft): Omit<Mapping, 'zone'> {
  const [only, ...more] = draft.activity;
  const named = Object.fromEntries(Object.entries(draft).filter(([key, v]) => typeof v === 'string' && v !== '' && key !== 'activity')) as Omit<Mapping, 'activity' | 'case' | 'time' | 'zone'>;
  return { ...named, case: draft.case ?? '', time: draft.time ?? '', activity: more.length === 0 ? (only ?? '') : [...draft.activity], personal: [...draft.personal] };
}

/**
 * Whether every time that is seen says its own zone or offset.
 * @example timesCarryZones([{ at: '2026-03-02T09:15:00Z' }, { at: '2026-03-02 09:15+01:00' }], 'at') // true
 */
export function timesCarryZones(rows: readonly Readonly<Record<string, string | null>>[], column: string | undefined): boolean {
  const times = column === undefined ? [] : rows.flatMap((r) => r[column] ?? []);
  return times.length > 0 && times.every((t) => /\d ?(?:z|[+-]\d{2}:?(?:\d{2})?)$/i.test(t) && /:/.test(t));
}

/** What a column is used for, in a word, for the heads of the sample. */
export function roleOf(draft: Draft, column: string): string | undefined {
  if (draft.activity.includes(column)) return 'Activity';
  return roles.find((r) => r.key !== 'activity' && draft[r.key] === column)?.name;
}
