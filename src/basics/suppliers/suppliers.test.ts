import { expect, test } from 'vitest';
import { readBody } from '../../platform/register/index.ts';
import { supplierKind } from './kind.ts';

const wanted = (fields: object) => {
  const read = readBody(supplierKind, { name: 'S', owner: 'cio', ...fields });
  return 'faults' in read ? read.faults.map((f) => `${f.path.join('.')}: ${f.wanted}`) : [];
};
const contract = (fields: object = {}) => ({ id: 'a', name: 'A', start: '2024-01-01', ...fields });

test('a legal entity identifier has its check digits (ISO 17442)', () => {
  // The identifier of the Global Legal Entity Identifier Foundation, as it publishes it.
  expect(wanted({ lei: '506700GE1G29325QX363' })).toEqual([]);
  expect(wanted({ lei: '506700GE1G29325QX364' })).toHaveLength(1);
  expect(wanted({ lei: '506700GE1G29325QX36' })).toHaveLength(1);
});

test('countries are ISO 3166, contracts have one id each and end after they start, an overarching contract is there', () => {
  expect(wanted({ country: 'GB', contracts: [contract({ dataStoredIn: ['IE', 'DE'] })] })).toEqual([]);
  expect(wanted({ country: 'UKX' })).toEqual(['country: an ISO 3166 country, as GB']);
  expect(wanted({ contracts: [contract({ end: '2023-12-31' })] })).toEqual(['contracts.0.end: an end on or after the start']);
  expect(wanted({ contracts: [contract(), contract()] })).toEqual(['contracts: each contract id once']);
  expect(wanted({ contracts: [contract({ under: 'b' })] })).toEqual(['contracts.0.under: the id of another contract of this supplier']);
  expect(wanted({ contracts: [contract({ under: 'b' }), contract({ id: 'b' })] })).toEqual([]);
  expect(wanted({ contracts: [contract({ annualCost: '48000' })] })).toEqual(['contracts.0.annualCost: money such as GBP 1250.00, without separators of thousands']);
});
