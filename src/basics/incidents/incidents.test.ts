import { expect, test } from 'vitest';
import { readBody } from '../../platform/register/index.ts';
import { incidentKind } from './kind.ts';

const incident = (fields: object) => readBody(incidentKind, { title: 'T', services: ['erp'], kind: 'unplanned', impactStart: '2026-02-03T09:00:00Z', ...fields });
const wanted = (fields: object) => {
  const read = incident(fields);
  return 'faults' in read ? read.faults.map((f) => `${f.path.join('.')}: ${f.wanted}`) : [];
};
const doubts = (fields: object) => {
  const read = incident(fields);
  return 'body' in read ? incidentKind.check([{ id: 'i', body: read.body }]).map((f) => `${f.level} ${f.path?.join('.') ?? ''}`) : ['not read'];
};

test('an end lies after its start, whatever their offsets; one that goes on has none', () => {
  expect(wanted({})).toEqual([]);
  expect(wanted({ impactEnd: '2026-02-03T10:30:00+01:00' })).toEqual([]);
  expect(wanted({ impactEnd: '2026-02-03T09:30:00+01:00' })).toEqual(['impactEnd: an end after the start']);
  expect(wanted({ impactEnd: '2026-02-03 10:00' })).toEqual(['impactEnd: a time with its offset, as 2026-03-31T09:30:00+01:00 or 2026-03-31T08:30:00Z']);
  expect(wanted({ services: [] })).toEqual(['services: at least one service']);
  expect(wanted({ announcedAt: '2026-02-01T00:00:00Z' })).toEqual(['announcedAt: nothing, because only maintenance is announced']);
});

test('what a person should look at: noticed before it began, maintenance never or too late announced', () => {
  expect(doubts({ detectedAt: '2026-02-03T09:10:00Z' })).toEqual([]);
  expect(doubts({ detectedAt: '2026-02-03T08:10:00Z' })).toEqual(['confirm detectedAt']);
  expect(doubts({ kind: 'maintenance' })).toEqual(['confirm announcedAt']);
  expect(doubts({ kind: 'maintenance', announcedAt: '2026-02-03T09:00:00Z' })).toEqual(['confirm announcedAt']);
  expect(doubts({ kind: 'maintenance', announcedAt: '2026-02-03T08:59:59Z' })).toEqual([]);
});
