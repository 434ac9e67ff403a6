import { expect, test } from 'vitest';
import { findingsText, flatText } from './log-ocel.ts';

test('flattening is told in words, with what is counted twice and what is not here', () => {
  expect(flatText({ objectType: 'order', cases: 3, events: 4, rows: 6, shared: 2, mostCases: 2, eventsOutside: 1, objectsWithoutEvents: 5 })).toBe('Flattened by “order”: each such object is a case. 2 events are in several cases, one in 2: such an event is counted once for each case, so that 4 events make 6. 1 event concerns none of them and is not here. 5 objects of the type have no event and are no case.\n');
  expect(flatText({ objectType: 'order', cases: 1, events: 1, rows: 1, shared: 0, mostCases: 1, eventsOutside: 0, objectsWithoutEvents: 0 })).toBe('Flattened by “order”: each such object is a case. No event is in two cases.\n');
});

test('findings stand in a table with what became of them, and no table where there is none', () => {
  expect(findingsText([{ code: 'qualifier-nan', outcome: 'changed', what: 'qualifiers', count: 1200, example: 'nan', place: 'line 7' }])).toMatch(/\n1,200 {2}changed {2}qualifiers {2}nan +line 7\n$/);
  expect(findingsText([])).toBe('');
});
