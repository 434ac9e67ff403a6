import { expect, test } from 'vitest';
import { drawInteger, seededRandom } from '../../../maths/random/index.ts';
import { isoOf } from './names.ts';

test('instants have as many digits of a second as they need, before 1970 and far away too', () => {
  expect(isoOf(1_500_000)).toBe('1970-01-01T00:00:01.500Z');
  expect([0, 5, -1, -86_400_000_000, 951_782_400_000_000, 1_709_164_800_123_456].map(isoOf)).toEqual(['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000005Z', '1969-12-31T23:59:59.999999Z', '1969-12-31T00:00:00Z', '2000-02-29T00:00:00Z', '2024-02-29T00:00:00.123456Z']);
  expect([253_402_300_799_123_456n, -62_135_596_800_000_000n, -62_135_596_800_000_001n].map(isoOf)).toEqual(['9999-12-31T23:59:59.123456Z', '0001-01-01T00:00:00Z', '0000-12-31T23:59:59.999999Z']);
});

test('an instant of whole milliseconds is the one that a date gives', () => {
  const random = seededRandom(7);
  const drawn = Array.from({ length: 40_000 }, () => (drawInteger(random, 60_000) - 20_000) * 86_400_000 + drawInteger(random, 86_400_000));
  const other = drawn.filter((ms) => isoOf(ms * 1000) !== new Date(ms).toISOString().replace('.000Z', 'Z') || isoOf(BigInt(ms) * 1000n) !== isoOf(ms * 1000));
  expect([new Set(drawn.map((ms) => Math.floor(ms / 86_400_000))).size > 20_000, other]).toEqual([true, []]);
});
