import { expect, test } from 'vitest';
import type { EventLogRecord } from '../../log-register/index.ts';
import { foldDelay, hidePersons, settledBy, typesOf, withoutRepeats } from './model.ts';
import { rowsFile } from './rows-file.ts';
import type { PushedEvent } from './schemas.ts';

const event = (more: Partial<PushedEvent> = {}): PushedEvent => ({ case: '1', activity: 'a', time: '2026-01-01T00:00:00Z', ...more });
const record = (mapping: object): EventLogRecord => ({ name: 'l', file: 'l.csv', format: 'csv', zone: 'UTC', mapping: { case: 'case', activity: 'activity', time: 'time', ...mapping } }) as EventLogRecord;

test('a stream of batches makes fewer and fewer versions', () => {
  expect([0, 3, 5, 20].map(foldDelay)).toEqual([1, 1, 4, 60]);
});

test('the first batch that has an attribute settles its type, also where its name is one of the language', () => {
  expect(typesOf([event({ attributes: { cost: 5 } })], new Map()).fresh.get('cost')).toBe('number');
  const { fresh, wrong } = typesOf([event({ attributes: { constructor: 'x', none: null } }), event({ attributes: { constructor: 1 } })], new Map());
  expect([...fresh]).toEqual([['constructor', 'text']]);
  expect(wrong).toMatchObject([{ value: '1', wanted: 'a text', at: { path: 'body.events.1.attributes.constructor' } }]);
  const settled = new Map([['n', 'integer'], ['at', 'time']] as const);
  expect(typesOf([event({ attributes: { n: 1.5, at: 'Tuesday' } }), event({ attributes: { n: 2, at: '2026-01-01T00:00:00Z' } })], settled).wrong).toHaveLength(2);
});

test('what a batch repeats of an earlier one falls away, what it has more of stays', () => {
  const e = event();
  expect(withoutRepeats([[e], [e, e]])).toEqual({ events: [e, e], repeated: 1 });
  expect(withoutRepeats([[event({ id: 'x' })], [event({ id: 'x', activity: 'other' })]]).repeated).toBe(1);
});

test('a resource is hidden unless its column is known and left out; a listed column is hidden by the part that it is', () => {
  const personal = (mapping: object) => settledBy(record(mapping), undefined).personal;
  expect(personal({})).toEqual(['resource']);
  expect(personal({ resource: 'who', personal: [] })).toEqual([]);
  expect(personal({ personal: ['customer', 'case'] })).toEqual(['resource', '@customer', 'case']);
  const settled = settledBy(record({ personal: ['customer', 'case'] }), undefined);
  const hidden = hidePersons([event({ resource: 'Sue', attributes: { customer: 'Ann', cost: 1 } })], settled, (t) => `p(${t})`);
  expect(hidden.events).toEqual([event({ case: 'p(1)', resource: 'p(Sue)', attributes: { customer: 'p(Ann)', cost: 1 } })]);
  expect(hidden.personal.map((p) => p.original).sort()).toEqual(['1', 'Ann', 'Sue']);
});

test('a batch as a file: quoted, with the columns that it uses, times as the reader counts them', () => {
  const settled = settledBy(record({ attributes: [{ column: 'region', type: 'text', of: 'case' }] }), undefined);
  const { text, mapping } = rowsFile([event({ activity: 'say "hi"', time: '2026-01-01T09:00+01:00', attributes: { region: 'north' } }), event({ time: '2026-01-01T00:00:00.123456789Z' })], new Map([['region', 'text']]), settled);
  expect(text).toBe('"case","activity","time","attribute:region"\n"1","say ""hi""","2026-01-01T09:00:00+01:00","north"\n"1","a","2026-01-01T00:00:00.123456Z",\n');
  expect(mapping.attributes).toEqual([{ column: 'attribute:region', name: 'region', type: 'text', of: 'case' }]);
});
