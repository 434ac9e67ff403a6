import { describe, expect, it } from 'vitest';
import type { ObjectMap } from '../../api/types.ts';
import { END, START } from '../map/detail.ts';
import { circle, marksOf, shownObjects, typesInView } from './shown.ts';
import { convergences, convergenceWords, linkWords, openNames, peopleLast, repeatWords } from './words.ts';

const edge = (objectType: string, from: string, to: string, count: number) => ({ objectType, from, to, count, eventPairs: count, objects: count, mean: 60, median: 50, min: 0, max: 100 });
const shop: ObjectMap = {
  flattenedBy: 'order', types: [{ name: 'order', objects: 3 }, { name: 'delivery', objects: 2 }, { name: 'van', objects: 0 }],
  objectTypes: [{ name: 'delivery', objects: 2, withEvents: 2, start: { ship: 2 }, end: { arrive: 2 } }, { name: 'order', objects: 3, withEvents: 3, start: { take: 3 }, end: { ship: 1, arrive: 2 } }],
  activities: [
    { name: 'take', events: 3, objectTypes: { order: { events: 3, objects: 3, relations: 3, sharedEvents: 0 } } },
    { name: 'ship', events: 2, objectTypes: { order: { events: 2, objects: 3, relations: 3, sharedEvents: 1 }, delivery: { events: 2, objects: 2, relations: 2, sharedEvents: 0 } } },
    { name: 'arrive', events: 2, objectTypes: { order: { events: 1, objects: 2, relations: 2, sharedEvents: 1 }, delivery: { events: 2, objects: 2, relations: 2, sharedEvents: 0 } } },
    { name: 'count stock', events: 1, objectTypes: {} },
  ],
  edges: [edge('delivery', 'ship', 'arrive', 2), edge('order', 'take', 'ship', 3), edge('order', 'ship', 'arrive', 2)],
  links: [], repeats: [],
};

describe('the object-centric map', () => {
  it('draws an activity once, a path for each type, and circles for each type', () => {
    const shown = shownObjects(shop);
    expect(shown.nodes).toEqual([{ name: 'take', events: 3 }, { name: 'ship', events: 2 }, { name: 'arrive', events: 2 }]);
    expect(shown.paths.filter((p) => p.type === 'delivery').map((p) => [p.from, p.to, p.count]).sort()).toEqual([[circle(START, 'delivery'), 'ship', 2], ['arrive', circle(END, 'delivery'), 2], ['ship', 'arrive', 2]].sort());
    expect(shown.paths.filter((p) => p.from === 'ship' && p.to === 'arrive').map((p) => [p.type, p.count])).toEqual([['delivery', 2], ['order', 2]]);
    expect(shown.of).toEqual({ activities: 3, paths: 8 });
  });

  it('keeps the most frequent activities of many', () => {
    const activities = Array.from({ length: 40 }, (_, i) => ({ name: `a${i}`, events: 40 - i, objectTypes: { order: { events: 40 - i, objects: 1, relations: 40 - i, sharedEvents: 0 } } }));
    const many = shownObjects({ ...shop, activities, edges: activities.slice(1).map((a, i) => edge('order', `a${i}`, a.name, 3)), objectTypes: [{ name: 'order', objects: 1, withEvents: 1, start: { a0: 1 }, end: { a39: 1 } }] });
    expect(many.nodes).toHaveLength(20);
    expect(many.of.activities).toBe(40);
    expect(new Set(many.paths.flatMap((p) => [p.from, p.to])).has('a30')).toBe(false);
  });

  it('marks each type by a colour, a pattern and a sign that no other of a dozen has together', () => {
    const marks = marksOf(Array.from({ length: 12 }, (_, i) => ({ name: `t${i}` })));
    expect(new Set(marks.map((m) => m.dash + m.sign)).size).toBe(12);
    expect(new Set(marks.slice(0, 6).map((m) => m.sign)).size).toBe(6);
    expect(new Set(marks.slice(0, 6).map((m) => m.dash)).size).toBe(6);
  });

  it('shows the types that are asked for, else those with the most objects', () => {
    expect(typesInView(shop.types, undefined)).toEqual(['order', 'delivery']);
    expect(typesInView(shop.types, ['delivery', 'ghost'])).toEqual(['delivery']);
  });

  it('says what people see last, all else in its order', () => {
    const list = ['employee', 'item', 'clerk', 'order'].map((objectType) => ({ objectType }));
    expect(peopleLast(list, ['employee', 'clerk']).map((l) => l.objectType)).toEqual(['item', 'order', 'employee', 'clerk']);
    expect(peopleLast(list, [])).toEqual(list);
  });

  it('says in words how types meet, what is counted twice, and what looks like rework', () => {
    expect(linkWords({ objectType: 'delivery', other: 'order', objects: 120, several: 90, mean: 3.21, most: 7 })).toBe('One “delivery” covers 3.2 “order” objects on average, at most 7.');
    expect(linkWords({ objectType: 'order', other: 'item', objects: 5, several: 5, mean: 2, most: 2 })).toBe('Each “order” covers 2 “item” objects.');
    expect(repeatWords({ objectType: 'order', activity: 'pick', other: 'item', objects: 5, of: 5, mean: 2 })).toMatch(/^In all the “order” lives with “pick” it comes 2 times/);
    expect(linkWords({ objectType: 'order', other: 'customer', objects: 120, several: 0, mean: 1, most: 1 })).toBe('Each “order” goes with one “customer” object.');
    expect(linkWords({ objectType: 'van', other: 'item', objects: 7, several: 7, mean: 1443.3, most: 1490 })).toBe('One “van” covers 1,443 “item” objects on average, at most 1,490.');
    expect(convergences(shop).map((c) => [c.activity, c.objectType])).toEqual([['arrive', 'order'], ['ship', 'order']]);
    expect(convergenceWords({ activity: 'deliver', objectType: 'order', events: 100, shared: 40, relations: 240 })).toBe('“deliver” concerns several “order” objects at once in 40% of its events, 2.4 on average: counted by “order”, 100 events become 240.');
    expect(repeatWords({ objectType: 'order', activity: 'pick', other: 'item', objects: 62, of: 100, mean: 4 })).toBe('In 62% of the “order” lives with “pick” it comes 4 times on average, for different “item” objects: seen by “order” that looks like rework, and need not be.');
  });
});

it('names that are not hidden are named', () => {
  expect(openNames(['employee'])).toBe('“employee” seems to name people, and stands in this event log as the file has it: it came in before that was said.');
  expect(openNames(['employee', 'driver', 'user'])).toBe('“employee”, “driver” and “user” seem to name people, and stand in this event log as the file has them: it came in before that was said.');
});
