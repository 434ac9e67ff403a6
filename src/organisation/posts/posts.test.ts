import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from '../../platform/register/index.ts';
import { slugOf } from './appoint.ts';
import { dayIn } from './day.ts';
import { postKind } from './kind.ts';
import { appointmentsOf, heldPosts, overlappingTerms, within, type PostTerms } from './model.ts';

const coo: PostTerms = {
  id: 'coo',
  holders: [{ person: 'cy', from: '2020-01-01', to: '2025-12-31' }, { person: 'ben', from: '2026-01-01', to: '2026-07-10' }],
  delegations: [{ deputy: 'ada', from: '2026-07-01', to: '2026-07-14' }],
};

test('both the first and the last day count', () => {
  expect(within({ from: '2026-01-01', to: '2026-03-31' }, '2026-03-31')).toBe(true);
  expect(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((d) => within({ from: '2026-01-01', to: '2026-03-31' }, d))).toEqual([false, true, true, false]);
});

test('who holds a post, day by day: holder, successor, deputy inside the delegation only, nobody', () => {
  const of = (person: string, day: string) => heldPosts([coo], person, day);
  expect(of('cy', '2025-12-31')).toEqual([{ post: 'coo', deputy: false }]);
  expect(of('cy', '2026-01-01')).toEqual([]);
  expect(of('ben', '2026-01-01')).toEqual([{ post: 'coo', deputy: false }]);
  expect(['2026-06-30', '2026-07-01', '2026-07-10'].map((d) => of('ada', d))).toEqual([[], [{ post: 'coo', deputy: true }], [{ post: 'coo', deputy: true }]]);
  // The post is vacant from the 11th: a deputy of nobody holds nothing.
  expect(of('ada', '2026-07-11')).toEqual([]);
});

test('one holder at a time', () => {
  expect(overlappingTerms([{ from: '2026-01-01' }, { from: '2026-02-01' }])).toEqual([1]);
  expect(overlappingTerms([{ from: '2026-02-01' }, { from: '2026-01-01', to: '2026-02-01' }])).toEqual([0]);
  expect(overlappingTerms([{ from: '2026-02-02' }, { from: '2026-01-01', to: '2026-02-01' }])).toEqual([]);
  const read = readBody(postKind, { name: 'COO', holders: [{ person: 'ann', from: '2026-01-01' }, { person: 'ben', from: '2026-06-01' }] });
  expect(read).toEqual({ faults: [{ path: ['holders', 1], detail: 'holders[2] is not valid', value: '{"person":"ben","from":"2026-06-01"}', wanted: 'one holder at a time; a deputy stands in by a delegation' }] });
});

test('terms overlap exactly where some day lies in two of them', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`);
  const term = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
  fc.assert(fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
    const days = Array.from({ length: 28 }, (_, i) => `2026-02-${String(i + 1).padStart(2, '0')}`);
    const twice = days.some((d) => terms.filter((t) => within(t, d)).length > 1);
    expect(overlappingTerms(terms).length > 0).toBe(twice);
  }));
});

test('an appointment is a term that the version before had not, by whoever recorded it', () => {
  const version = (n: number, recordedBy: string, holders: PostTerms['holders'], delegations: PostTerms['delegations'] = []) => ({ id: 'coo', holders, delegations, recordedBy, recordedAt: new Date(Date.UTC(2026, 0, n)) });
  const cy = { person: 'cy', from: '2020-01-01' };
  const ended = { ...cy, to: '2025-12-31' };
  const found = appointmentsOf([version(1, 'root', [cy]), version(2, 'ben', [ended, { person: 'ben', from: '2026-01-01' }]), version(3, 'ben', [ended]), version(4, 'ada', [ended, { person: 'ben', from: '2026-01-01' }], [{ deputy: 'cy', from: '2026-02-01', to: '2026-02-02' }])]);
  expect(found.map((a) => [a.givenTo, a.givenBy, a.recordedAt.getUTCDate()])).toEqual([['cy', 'root', 1], ['ben', 'ben', 2], ['ben', 'ada', 4], ['cy', 'ada', 4]]);
});

test('days are those of a zone, ids those of a name', () => {
  expect(dayIn(new Date('2026-03-31T23:30:00Z'), 'Europe/London')).toBe('2026-04-01');
  expect(dayIn(new Date('2026-01-01T00:30:00Z'), 'America/New_York')).toBe('2025-12-31');
  expect(['Zoë O’Hara', '  ', 'Łukasz', '李'].map(slugOf)).toEqual(['zoe-ohara', 'person', 'ukasz', 'person']);
});
