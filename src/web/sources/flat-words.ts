import type { Import } from '../api/types.ts';
import { count } from '../ui/format.ts';

type Flat = NonNullable<NonNullable<Import['report']>['ocel']>['flat'];

const events = (n: number) => `${count(n)} ${n === 1 ? 'event' : 'events'}`;

/**
 * What making cases of the objects of one type did, in words: an event of several cases is counted for each.
 * @example flatWords({ objectType: 'order', cases: 3, events: 4, rows: 6, shared: 2, mostCases: 2, eventsOutside: 1, objectsWithoutEvents: 0 })
 */
export function flatWords({ objectType, cases, events: different, rows, shared, mostCases, eventsOutside, objectsWithoutEvents }: Flat): string {
  return [
    `Each of ${count(cases)} objects of the type “${objectType}” is a case.`,
    shared === 0 ? 'No event is in two cases.' : `${events(shared)} ${shared === 1 ? 'is' : 'are'} in several cases, one in ${count(mostCases)}: such an event is counted once for each case, so that ${events(different)} ${different === 1 ? 'makes' : 'make'} ${count(rows)}.`,
    ...(eventsOutside === 0 ? [] : [`${events(eventsOutside)} ${eventsOutside === 1 ? 'concerns' : 'concern'} no such object: ${eventsOutside === 1 ? 'it is' : 'they are'} in no case, and ${eventsOutside === 1 ? 'is' : 'are'} kept with the objects.`]),
    ...(objectsWithoutEvents === 0 ? [] : [`${count(objectsWithoutEvents)} such ${objectsWithoutEvents === 1 ? 'object has' : 'objects have'} no event and ${objectsWithoutEvents === 1 ? 'is' : 'are'} no case.`]),
  ].join(' ');
}
