import type { ObjectMap } from '../../api/types.ts';
import { count, percent } from '../../ui/format.ts';

const oneDigit = (n: number) => (Number.isInteger(n) || n >= 100 ? count(n) : n.toFixed(1));

const part = (n: number, of: number) => (n === of ? 'all' : `${percent(n / of)} of`);

/**
 * The same list, what is seen from people last: that a person does much says little of how work flows.
 * @example peopleLast([{ objectType: 'employee' }, { objectType: 'order' }], ['employee'])[0].objectType // 'order'
 */
export function peopleLast<T extends { readonly objectType: string }>(list: readonly T[], people: readonly string[]): T[] {
  const late = ({ objectType }: T) => Number(people.includes(objectType));
  return list.toSorted((a, b) => late(a) - late(b));
}

type Link = ObjectMap['links'][number];
type Repeat = ObjectMap['repeats'][number];

/**
 * How many objects of another type one object meets, in a sentence.
 * @example linkWords({ objectType: 'delivery', other: 'order', objects: 120, several: 90, mean: 3.2, most: 7 }) // 'One “delivery” covers 3.2 “order” objects on average, at most 7.'
 */
export function linkWords({ objectType, other, mean, most }: Link): string {
  if (most === 1) return `Each “${objectType}” goes with one “${other}” object.`;
  return mean === most ? `Each “${objectType}” covers ${count(most)} “${other}” objects.` : `One “${objectType}” covers ${oneDigit(mean)} “${other}” objects on average, at most ${count(most)}.`;
}

/** Events that concern several objects of a type: in the cases of that type each is counted several times. */
export interface Convergence { readonly activity: string; readonly objectType: string; readonly events: number; readonly shared: number; readonly relations: number }

/** Activities whose events concern several objects of one type, the ones that are counted most often twice first. */
export function convergences(map: ObjectMap): Convergence[] {
  return map.activities.flatMap((a) => Object.entries(a.objectTypes).flatMap(([objectType, n]): Convergence[] => (n.sharedEvents === 0 ? [] : [{ activity: a.name, objectType, events: n.events, shared: n.sharedEvents, relations: n.relations }])))
    .sort((a, b) => (b.relations - b.events) - (a.relations - a.events) || (a.activity < b.activity ? -1 : 1));
}

/**
 * What several objects of one type in an event do to a count by that type, in a sentence.
 * @example convergenceWords({ activity: 'deliver', objectType: 'order', events: 100, shared: 40, relations: 240 })
 */
export function convergenceWords({ activity, objectType, events, shared, relations }: Convergence): string {
  return `“${activity}” concerns several “${objectType}” objects at once in ${part(shared, events)} its events, ${oneDigit(relations / events)} on average: counted by “${objectType}”, ${count(events)} events become ${count(relations)}.`;
}

/**
 * What looks like rework in the life of an object and need not be, in a sentence.
 * @example repeatWords({ objectType: 'order', activity: 'pick', other: 'item', objects: 62, of: 100, mean: 4 })
 */
export function repeatWords({ objectType, activity, other, objects, of, mean }: Repeat): string {
  return `In ${part(objects, of)} the “${objectType}” lives with “${activity}” it comes ${oneDigit(mean)} times on average, for different “${other}” objects: seen by “${objectType}” that looks like rework, and need not be.`;
}

/**
 * That people stand in an event log as its file has them, by the object types and attributes that are or seem to be people.
 * @example openNames(['employee']) // '“employee” seems to name people, and stands in this event log as the file has it: it came in before that was said.'
 */
export function openNames(names: readonly string[]): string {
  const quoted = names.map((n) => `“${n}”`), [one] = quoted;
  const all = quoted.length === 1 ? one! : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)!}`;
  return quoted.length === 1 ? `${all} seems to name people, and stands in this event log as the file has it: it came in before that was said.` : `${all} seem to name people, and stand in this event log as the file has them: it came in before that was said.`;
}
