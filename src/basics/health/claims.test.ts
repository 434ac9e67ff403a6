import { expect, test } from 'vitest';
import { aroundTheClock } from '../../maths/time/index.ts';
import { claimSchema } from '../../evidence/claims/index.ts';
import { belowLevelClaim, downNowClaim, lastWhole, serviceHealth, windowOf, type ServiceHealthInput, type Stop } from './index.ts';

const at = (text: string) => Date.parse(text);
const stop = (id: string, start: string, end: string | null, extra: Partial<Stop> = {}): Stop => ({ id, kind: 'unplanned', start: at(start), end: end === null ? null : at(end), announcedAt: null, ...extra });
const input = (extra: Partial<ServiceHealthInput> = {}): ServiceHealthInput => ({
  service: { id: 'wms', name: 'Warehouse system' }, hours: aroundTheClock('Europe/London'), objective: { share: 0.995, window: 'month' }, zone: 'Europe/London', stops: [],
  knownFrom: at('2025-11-10T00:00:00Z'), asOf: at('2026-11-09T10:05:00Z'), computedAt: at('2026-11-09T10:05:01Z'), sources: [], ...extra,
});
const october = stop('INC-1', '2026-10-06T08:00:00Z', '2026-10-06T14:00:00Z');

test('whole windows of the zone', () => {
  const ids = (kind: 'week' | 'month' | 'quarter' | 'year', asOf: string) => lastWhole(kind, 'Europe/London', at(asOf)).id;
  expect([ids('week', '2026-11-09T10:05:00Z'), ids('month', '2026-11-09T10:05:00Z'), ids('quarter', '2026-11-09T10:05:00Z'), ids('year', '2026-11-09T10:05:00Z'), ids('quarter', '2026-02-01T00:00:00Z')]).toEqual(['2026-W45', '2026-10', '2026-Q3', '2025', '2025-Q4']);
  expect(windowOf('quarter', 'UTC', at('2026-11-09T00:00:00Z'))).toEqual({ id: '2026-Q4', start: at('2026-10-01T00:00:00Z'), end: at('2027-01-01T00:00:00Z') });
});

test('six hours down in October, of 745, is below 99.5 %', () => {
  const health = serviceHealth(input({ stops: [october] }));
  expect(health).toMatchObject({ state: 'up', since: null, below: true });
  expect(health.window.id).toBe('2026-10');
  const [share, down, long] = health.claims;
  expect(share).toMatchObject({ estimate: 1 - 6 / 745, n: 1, lo: null, why: null, comparator: { estimate: 0.995, name: 'as agreed' } });
  expect(down).toMatchObject({ estimate: 6 * 3600, unit: 's' });
  expect(long!.lo!).toBeLessThan(long!.estimate!);
  expect(long!.hi!).toBeGreaterThan(long!.estimate!);
  for (const claim of health.claims) expect(() => claimSchema.parse(claim)).not.toThrow();
});

test('it is down now since the first stop that lasts; agreed maintenance is no stop', () => {
  const now = [stop('INC-2', '2026-11-09T09:42:00Z', null), stop('INC-3', '2026-11-09T10:00:00Z', null)];
  expect(serviceHealth(input({ stops: now }))).toMatchObject({ state: 'down', since: at('2026-11-09T09:42:00Z'), below: false });
  expect(serviceHealth(input({ stops: [stop('M-1', '2026-11-09T09:00:00Z', null, { kind: 'maintenance', announcedAt: at('2026-11-02T09:00:00Z') })] })).state).toBe('maintenance');
  expect(serviceHealth(input({ stops: [stop('M-1', '2026-11-09T09:00:00Z', null, { kind: 'maintenance' })] })).state).toBe('down');
});

test('unknown time and missing agreements are said, not filled in', () => {
  const half = serviceHealth(input({ knownFrom: at('2026-10-16T23:00:00Z') }));
  expect(half.below).toBeNull();
  expect(half.claims[0]).toMatchObject({ estimate: 1, level: 1 });
  expect(half.claims[0]!.lo!).toBeLessThan(0.6);
  expect(serviceHealth(input({ knownFrom: null }))).toMatchObject({ state: 'unknown', below: null });
  expect(serviceHealth(input({ knownFrom: null })).claims[0]).toMatchObject({ estimate: null, why: 'Nothing is known about this time', comparator: null });
  expect(serviceHealth(input({ hours: null })).claims[0]).toMatchObject({ estimate: null, why: 'No service hours are agreed' });
  expect(serviceHealth(input({ objective: null })).below).toBeNull();
});

test('services below their level, and down now, are counted over those that can be told', () => {
  const services = [{ id: 'wms', health: serviceHealth(input({ stops: [october] })) }, { id: 'erp', health: serviceHealth(input()) }, { id: 'mail', health: serviceHealth(input({ objective: null })) }];
  expect(belowLevelClaim(services, { asOf: 0, computedAt: 0, zone: 'UTC' })).toMatchObject({ estimate: 1, n: 2, unit: 'services' });
  expect(belowLevelClaim([services[2]!], { asOf: 0, computedAt: 0, zone: 'UTC' })).toBeNull();
  const now = { id: 'net', health: serviceHealth(input({ stops: [stop('INC-2', '2026-11-09T09:42:00Z', null)] })) };
  expect(downNowClaim([...services, now], { asOf: 0, computedAt: 0, zone: 'UTC' })).toMatchObject({ estimate: 1, n: 4, measure: 'services-down' });
  expect(downNowClaim([{ id: 'x', health: serviceHealth(input({ knownFrom: null })) }], { asOf: 0, computedAt: 0, zone: 'UTC' })).toBeNull();
});
