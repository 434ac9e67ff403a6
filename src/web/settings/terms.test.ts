import { describe, expect, it } from 'vitest';
import { appoint, date, dayBefore, dayIn, standing, termWords } from './terms.ts';

describe('days', () => {
  it('the day before, over months, leap days and years', () => expect(['2026-03-01', '2028-03-01', '2026-01-01', 'soon'].map(dayBefore)).toEqual(['2026-02-28', '2028-02-29', '2025-12-31', 'soon']));
  it('are the company’s', () => expect([dayIn(new Date('2026-03-31T23:30:00Z'), 'Europe/London'), dayIn(new Date('2026-03-31T23:30:00Z'), 'UTC')]).toEqual(['2026-04-01', '2026-03-31']));
  it('are written out', () => expect([date('2026-03-02'), termWords({ from: '2026-01-01', to: '2026-06-30' }), termWords({ from: '2026-01-01' }), termWords({ from: '2027-01-01' }, '2026-11-23')]).toEqual(['2 Mar 2026', '1 Jan 2026 – 30 Jun 2026', 'since 1 Jan 2026', 'from 1 Jan 2027']));
  it('stand before, in or after a term', () => expect([standing({ from: '2026-01-01', to: '2026-06-30' }, '2026-07-01'), standing({ from: '2026-01-01', to: '2026-06-30' }, '2026-06-30'), standing({ from: '2026-01-01', to: '' }, '2026-06-30'), standing({ from: '2026-01-02' }, '2026-01-01')]).toEqual(['earlier', 'now', 'now', 'to come']));
});

describe('a successor', () => {
  const ian = { person: 'ian', from: '2019-09-02' };
  it('ends whoever holds the post the day before', () => expect(appoint([ian], { person: 'ruth', from: '2026-03-02' })).toEqual([{ ...ian, to: '2026-03-01' }, { person: 'ruth', from: '2026-03-02' }]));
  it('leaves earlier holders as they were', () => expect(appoint([{ ...ian, to: '2026-02-27' }], { person: 'ruth', from: '2026-03-02', to: '2026-12-31' })).toEqual([{ ...ian, to: '2026-02-27' }, { person: 'ruth', from: '2026-03-02', to: '2026-12-31' }]));
  it('before one who is to come, is put before them, and the server says that they overlap', () => expect(appoint([{ person: 'ruth', from: '2027-01-01' }], { person: 'ian', from: '2026-01-01' }).map((h) => h.person)).toEqual(['ian', 'ruth']));
});
