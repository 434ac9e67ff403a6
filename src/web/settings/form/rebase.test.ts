import { expect, it } from 'vitest';
import { rebase, same } from './rebase.ts';

const before = { name: 'Head of Orders', reportsTo: 'coo', rows: [{ from: '2026-01-01' }] };

it('keeps what I typed and takes what they changed', () => {
  expect(rebase(before, { ...before, name: 'Head of Order Fulfilment' }, { ...before, rows: [{ from: '2026-02-01' }] })).toEqual({ value: { name: 'Head of Order Fulfilment', reportsTo: 'coo', rows: [{ from: '2026-02-01' }] }, both: [] });
});

it('where both changed a field mine stands, and the field is named; not where both say the same', () => {
  expect(rebase(before, { ...before, name: 'Mine', reportsTo: 'ceo' }, { ...before, name: 'Theirs', reportsTo: 'ceo' })).toEqual({ value: { ...before, name: 'Mine', reportsTo: 'ceo' }, both: ['name'] });
});

it('is the same when texts and rows are', () => expect([same(before, structuredClone(before)), same(before, { ...before, name: '' })]).toEqual([true, false]));
