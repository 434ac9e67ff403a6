import { expect, test } from 'vitest';
import { readBody } from '../../platform/register/index.ts';
import { calendarKind } from './kind.ts';
import { agreedHours } from './model.ts';

const calendar = { name: 'England', zone: 'Europe/London', week: { monday: ['08:00-17:30'] }, holidays: [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-24', name: 'Eve', hours: ['08:00-12:00'] }] };

test('a record’s own hours and zone go before its calendar’s; the holidays stay', () => {
  expect(agreedHours({ zone: 'UTC', hours: 'always' }, undefined)?.week).toBe('always');
  expect(agreedHours({}, calendar)).toEqual({ zone: 'Europe/London', week: { monday: ['08:00-17:30'] }, holidays: new Map([['2026-12-25', []], ['2026-12-24', ['08:00-12:00']]]) });
  expect(agreedHours({ zone: 'UTC', hours: { friday: ['09:00-10:00'] } }, calendar)).toMatchObject({ zone: 'UTC', week: { friday: ['09:00-10:00'] } });
});

test('without hours nothing was agreed, which is not round the clock', () => {
  expect(agreedHours({ zone: 'UTC' }, undefined)).toBeUndefined();
  expect(agreedHours({ hours: 'always' }, undefined)).toBeUndefined();
});

test('a day is a holiday once', () => {
  const twice = readBody(calendarKind, { ...calendar, holidays: [{ date: '2026-12-25', name: 'a' }, { date: '2026-12-25', name: 'b' }] });
  expect('faults' in twice && twice.faults.map((f) => [f.path, f.wanted])).toEqual([[['holidays'], 'each day once']]);
});
