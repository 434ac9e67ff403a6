import { describe, expect, it } from 'vitest';
import { byMonth, sentence } from './words.ts';

const s = (name: string, state: string) => ({ name, state });

describe('the state of services in a sentence', () => {
  it.each([
    [[s('Web shop', 'down'), s('Labels', 'up')], 'Web shop is down.'],
    [[s('A', 'down'), s('B', 'down'), s('C', 'unknown')], 'A and B are down. We cannot see C.'],
    [[s('A', 'down'), s('B', 'down'), s('C', 'down')], 'Three services are down.'],
    [[s('A', 'up'), s('B', 'up')], 'All 2 services can be used.'],
    [[s('A', 'up'), s('B', 'unknown'), s('C', 'unknown')], 'Every service that we can see is up. We cannot see 2 services.'],
    [[s('A', 'unknown')], 'We cannot see whether any service is up.'],
  ])('%j', (services, words) => expect(sentence(services)).toBe(words));
});

describe('months of availability in a sentence', () => {
  const month = (start: string, value: number | null, lo: number | null = null, hi: number | null = null) => ({ start, value, lo, hi });
  it.each([
    [[month('2026-09-01', 1), month('2026-10-01', 0.98972)], 0.9990000000000001, 'It kept the agreed 99.9% in 1 of 2 months; the lowest was 98.97% in October 2026.'],
    [[month('2026-09-01', 1), month('2026-10-01', 0.999)], 0.9990000000000001, 'It kept the agreed 99.9% in 2 of 2 months.'],
    [[month('2026-09-01', 0.9995, 0.95, 1), month('2026-10-01', 1)], 0.999, 'It kept the agreed 99.9% in 1 of 2 months; the lowest was 99.95% in September 2026. One month cannot be told, because a part is not known.'],
    [[month('2026-10-01', 1)], null, 'It was up all of its agreed hours in 1 of 1 months.'],
    [[month('2026-10-01', null)], 0.999, 'No month is known yet.'],
  ])('%j against %j', (points, level, words) => expect(byMonth({ points }, level)).toBe(words));
});
