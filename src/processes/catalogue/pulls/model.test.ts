import { describe, expect, it, test } from 'vitest';
import { askedFrom, backOff, beginning, hiding, isStale, nextAt, placeOf, placeText, samePlace, valueText, wholeMapping } from './model.ts';

const [date, stamp, zoned, int2, int8, text] = [1082, 1114, 1184, 21, 20, 25].map((oid) => ({ name: 'x', oid })) as [{ name: string; oid: number }, { name: string; oid: number }, { name: string; oid: number }, { name: string; oid: number }, { name: string; oid: number }, { name: string; oid: number }];

describe('a cursor', () => {
  it('has a place that grows with it, to the microsecond', () => {
    expect(placeOf(zoned, '1970-01-01 00:00:01.5+00')).toBe(1_500_000n);
    expect(placeOf(stamp, '1969-12-31 23:59:59.999999')).toBe(-1n);
    expect(placeOf(date, '1970-01-02')).toBe(86_400_000_000n);
    expect(placeOf(int8, '-9223372036854775808')).toBe(-9223372036854775808n);
    for (const at of ['2026-03-02 09:15:00.123456+00', '0099-01-01 00:00:00.000001+00']) expect(placeText(zoned, placeOf(zoned, at))).toBe(at);
  });

  it('is refused where it has none', () => {
    for (const value of ['infinity', '-infinity', '0044-03-15 00:00:00 BC', '']) expect(() => placeOf(stamp, value)).toThrow(/no place/);
    expect(() => placeOf(int8, '1.5')).toThrow(/no place/);
    expect(() => placeOf(text, '5')).toThrow(/no place/);
  });

  it('is asked for again from before where it ended, a step more than the overlap, and never below what its type holds', () => {
    expect(askedFrom(zoned, '2026-03-02 00:05:00+00', 600)).toBe('2026-03-01 23:54:59.999999+00');
    expect(askedFrom(stamp, '2026-03-02 00:00:00', 0)).toBe('2026-03-01 23:59:59.999999');
    expect([askedFrom(int8, '1000', 100), askedFrom(int2, '-32760', 100), askedFrom(zoned, '0001-01-01 00:00:00+00', 60)]).toEqual(['899', '-32768', '-infinity']);
    expect([beginning(zoned, undefined), beginning(int2, undefined), beginning(int8, '7')]).toEqual(['-infinity', '-32768', '7']);
  });
});

test('values are written as an event log reads them', () => {
  expect([valueText(1184, '2026-03-02 09:15:00.5+00'), valueText(1114, '2026-03-02 09:15:00'), valueText(1082, '2026-03-02'), valueText(16, 't'), valueText(16, 'f'), valueText(25, 't'), valueText(25, null), valueText(1184, 'infinity')])
    .toEqual(['2026-03-02T09:15:00.5Z', '2026-03-02T09:15:00', '2026-03-02', 'true', 'false', 't', '', 'infinity']);
});

describe('a schedule', () => {
  const daily = (at: string) => ({ kind: 'daily' as const, at, zone: 'Europe/London' });
  const next = (at: string, after: string) => new Date(nextAt(daily(at), Date.parse(after))).toISOString();

  it('comes round after so many minutes, or at the time of day, also where a clock changes', () => {
    expect(nextAt({ kind: 'every', minutes: 5 }, 1000)).toBe(301_000);
    expect(next('06:30', '2026-07-01T12:00:00Z')).toBe('2026-07-02T05:30:00.000Z');
    expect(next('06:30', '2026-07-02T05:29:59Z')).toBe('2026-07-02T05:30:00.000Z');
    expect(next('06:30', '2026-07-02T05:30:00Z')).toBe('2026-07-03T05:30:00.000Z');
    expect(next('01:30', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(next('01:30', '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(next('01:30', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next('01:30', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('is kept to, or what it feeds is stale', () => {
    const every = { kind: 'every' as const, minutes: 10 };
    expect([isStale(every, 0, 25 * 60_000), isStale(every, 0, 25 * 60_000 + 1), isStale(daily('01:00'), 0, 48 * 3_600_000)]).toEqual([false, true, false]);
    expect([0, 1, 2, 3, 6, 7, 50].map(backOff)).toEqual([60, 60, 120, 240, 1920, 3600, 3600]);
  });
});

describe('a mapping', () => {
  const columns = [{ name: 'id', oid: 20 }, { name: 'ticket', oid: 25 }, { name: 'step', oid: 25 }, { name: 'at', oid: 1184 }, { name: 'cost', oid: 1700 }, { name: 'open', oid: 16 }];
  const least = { case: 'ticket', activity: 'step', time: 'at' };
  const whole = (mapping: object, cursor = 'id') => wholeMapping({ mapping: mapping as never, cursor: { column: cursor, overlap: 0 } }, columns);

  it('keeps every other column with its type, and always what tells equal rows apart', () => {
    expect(whole(least)).toMatchObject({ timeFormat: 'iso', delimiter: ',', attributes: [{ column: 'id', type: 'integer' }, { column: 'cost', type: 'number' }, { column: 'open', type: 'boolean' }] });
    expect(whole({ ...least, attributes: [] }).attributes?.map((a) => a.column)).toEqual(['id']);
    expect(whole({ ...least, attributes: [] }, 'at').attributes).toEqual([]);
    expect(whole({ ...least, eventId: 'id', attributes: [] }, 'at').attributes?.map((a) => a.column)).toEqual(['id']);
    expect(() => whole({ ...least, resource: 'who' })).toThrow(/no column of this name/);
  });

  it('hides what the log has under pseudonyms already', () => {
    expect(hiding({ ...least, resource: 'step', attributes: [{ column: 'cost', name: 'price', type: 'number', of: 'event' }] }, ['case', '@price']).personal).toEqual(['step', 'ticket', 'cost']);
    expect(hiding({ ...least, personal: ['id'] }, []).personal).toEqual(['id']);
  });
});

test('a password goes only to the place that it was stored for', () => {
  const place = { host: 'db', port: 5432, database: 'd', user: 'u', tls: 'verify' as const };
  expect(samePlace(place, { ...place })).toBe(true);
  for (const other of [{ host: 'evil' }, { port: 1 }, { database: 'x' }, { user: 'x' }, { tls: 'none' as const }, { ca: 'x' }]) expect(samePlace(place, { ...place, ...other })).toBe(false);
});
