import { expect, it } from 'vitest';
import { flatWords } from './flat-words.ts';

it('says what became of objects and events, and nothing of what did not happen', () => {
  expect(flatWords({ objectType: 'order', cases: 3, events: 4, rows: 6, shared: 2, mostCases: 2, eventsOutside: 1, objectsWithoutEvents: 5 })).toBe('Each of 3 objects of the type “order” is a case. 2 events are in several cases, one in 2: such an event is counted once for each case, so that 4 events make 6. 1 event concerns no such object: it is in no case, and is kept with the objects. 5 such objects have no event and are no case.');
  expect(flatWords({ objectType: 'order', cases: 1200, events: 1, rows: 1, shared: 0, mostCases: 1, eventsOutside: 0, objectsWithoutEvents: 0 })).toBe('Each of 1,200 objects of the type “order” is a case. No event is in two cases.');
});
