import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareOnDamagedLogs, compareOnRandomLogs } from './differential.ts';
import { randomLog } from './random-logs.ts';
import { readPlain } from './testing.ts';

test('both readers say the same of random logs, wherever chunks are cut', () => {
  expect(() => compareOnRandomLogs(400, 20_240_331)).not.toThrow();
});

test('both readers refuse the same damaged documents', () => {
  expect(compareOnDamagedLogs(800, 20_241_027)).toBeGreaterThan(100);
});

test('every single cut of a log gives the same', () => {
  const [document] = fc.sample(randomLog.filter((d) => d.length > 1000 && d.length < 2000), { numRuns: 1, seed: 7 });
  const bytes = new TextEncoder().encode(document);
  const whole = readPlain('quick', [bytes], {}, { rows: 64 });
  for (let i = 0; i <= bytes.length; i++) expect(readPlain('quick', [bytes.subarray(0, i), bytes.subarray(i)], {}, { rows: 64 })).toEqual(whole);
  expect(readPlain('quick', Array.from(bytes, (_, i) => bytes.subarray(i, i + 1)), {}, { rows: 64 })).toEqual(whole);
});
