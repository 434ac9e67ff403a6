import { describe, expect, it } from 'vitest';
import { age, bytes, capital, count, day, duration, inPeriod, many, money, moneyEnds, moneyRange, numbered, percent, period, quantity, when } from './format.ts';

/** Figures and units are held together by a no-break space; the tests read it as a space. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('figures of tables and charts', () => {
  it('money: exact amounts to the unit from 100 on; ranges to the digit of half their width, rounded outward', () => {
    expect([money(335_400, 'GBP'), money(4050, 'GBP'), money(1500, 'GBP'), money(335_400, 'JPY')]).toEqual(['£3,354', '£40.50', '£15', 'JP¥335,400']);
    expect(moneyEnds(25_238_600, 75_715_900, 'GBP')).toEqual(['£200,000', '£800,000']);
    expect([moneyEnds(936_000, 3_744_000, 'GBP'), moneyEnds(0, 3_744_000, 'GBP'), moneyEnds(40, 5_000_000, 'GBP')]).toEqual([['£9,000', '£38,000'], ['£0', '£40,000'], ['£0', '£50,000']]);
    expect([moneyRange({ low: 1_820_000, high: 3_110_000, currency: 'GBP' }), moneyRange({ low: 40, high: 120, currency: 'GBP' }), moneyRange({ low: 1800, high: 1900, currency: 'GBP' }), moneyRange({ low: 900, high: 900, currency: 'GBP' }), moneyRange({ low: -500, high: 1234, currency: 'JPY' })]).toEqual(['£18,000 – £32,000', '£0.40 – £1.20', '£18 – £19', '£9', '-JP¥500 – JP¥1,300']);
  });

  it.each([[0, '0 s'], [0.25, '250 ms'], [1.5, '1.5 s'], [45, '45 s'], [90, '90 s'], [120, '2 min'], [5 * 60 + 30, '5.5 min'], [5400, '90 min'], [7200, '2 h'], [86_400, '1 day'], [112_320, '1.3 days'], [223_200, '2.6 days'], [200 * 86_400, '200 days'], [-7200, '−2 h']])('%d seconds read %s', (seconds, text) => {
    expect(plain(duration(seconds))).toBe(text);
    expect(duration(seconds)).not.toContain(' ');
  });

  it('shows two times that stand beside each other in one unit, unless they lie far apart', () => {
    expect([duration(9780, 2640), duration(-7140, 2640), duration(40, 2640 * 4), quantity(9780, 's', 2640), quantity(0, 's', 2640), quantity(5, 'cases', 2)].map(plain)).toEqual(['163 min', '−119 min', '40 s', '163 min', '0 s', '5 cases']);
  });

  it('keeps the digits that tell one good share from another', () => {
    expect([percent(0.873), percent(0.99952), percent(1), percent(0), percent(0.00004)].map(plain)).toEqual(['87.3%', '99.952%', '100%', '0%', 'under 0.1%']);
  });

  it('writes one in the singular, and all else in the plural', () => {
    expect([numbered(1, 'case'), numbered(0, 'way'), numbered(1204, 'activity', 'activities')]).toEqual(['1 case', '0 ways', '1,204 activities']);
  });

  it('writes units after numbers, and a dash where there is none', () => {
    expect([quantity(1204, 'cases'), quantity(7200, 'seconds'), quantity(0.5, 'share'), quantity(1, 'services'), quantity(5400, 'working s'), quantity(null, 'cases'), quantity(2.345, 'EUR')].map(plain)).toEqual(['1,204 cases', '2 h', '50%', '1 service', '1.5 working h', '–', '2.35 EUR']);
  });

  it('says ages, sizes and counts in words', () => {
    expect([age(20), age(240), age(7200), age(700_000), age(700 * 86_400), age(731 * 86_400), age(5782 * 86_400), age(-5)]).toEqual(['less than 2 minutes old', '4 minutes old', '2 hours old', '8 days old', '700 days old', '2 years old', '15 years old', 'not yet due']);
    expect([bytes(12), bytes(1_240_000), bytes(48_000_000)].map(plain)).toEqual(['12 bytes', '1.2 MB', '48 MB']);
    expect([count(61_204), many(3, 'thing needs', 'things need'), many(1, 'thing needs', 'things need'), many(12, 'thing', 'things')]).toEqual(['61,204', 'Three things need', 'One thing needs', '12 things']);
  });

  it('shows an instant in the zone that it is asked for', () => {
    expect(when('2026-11-09T09:05:00Z', 'Europe/Amsterdam', 'long')).toBe('Monday 9 November 2026, 10:05');
    expect(when('2026-03-29T01:30:00Z', 'Europe/Amsterdam', 'minute')).toBe('29 Mar 2026, 03:30');
    expect(when(null, 'UTC')).toBe('–');
    expect(day('2026-11-13')).toBe('Friday 13 November');
  });
});

describe('the days that a figure is of', () => {
  it('are a month by its name in a sentence, in the zone of the figure', () => {
    expect(inPeriod({ window: { from: '2026-09-30T23:00:00Z', to: '2026-11-01T00:00:00Z', zone: 'Europe/London' } })).toBe('in October 2026');
    expect(inPeriod({ window: { from: '2025-12-01T00:00:00Z', to: '2026-01-01T00:00:00Z', zone: 'UTC' } })).toBe('in December 2025');
    expect(inPeriod({ window: { from: '2026-10-05T00:00:00Z', to: '2026-10-12T00:00:00Z', zone: 'UTC' } })).toBe('from 5 Oct 2026 to 11 Oct 2026');
    expect(inPeriod({ window: { from: '2026-10-05T09:00:00Z', to: '2026-10-05T09:00:00Z', zone: 'UTC' } })).toBe('on 5 Oct 2026');
    expect(capital('median cycle time')).toBe('Median cycle time');
  });

  it('end with the last day inside, and are one where they are one', () => {
    expect(period({ window: { from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z', zone: 'UTC' } })).toBe('1 Oct 2026 – 31 Oct 2026');
    expect(period({ window: { from: '2026-10-01T09:00:00Z', to: '2026-10-01T09:00:00Z', zone: 'UTC' } })).toBe('1 Oct 2026');
  });
});
