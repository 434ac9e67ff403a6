import { afterAll, beforeAll, expect, test } from 'vitest';
import { differenceOfShares, rankDifference } from '../../../maths/statistics/index.ts';
import { testLogs, type TestLogs } from '../steps/testing.ts';
import { planted } from './planted.ts';
import { differenceRules, slowAndFast } from './slow-and-fast.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

test('what is planted is found, and of all that is told no more than the rate is chance', async () => {
  let [told, wrong] = [0, 0];
  for (const seed of [1, 2, 3]) {
    const run = await planted(logs, seed);
    expect(run.found).toEqual(['region', 'amount', 'check']);
    expect(run.tested).toBeGreaterThan(50);
    told += run.told;
    wrong += run.wrong.length;
  }
  process.stdout.write(`differences told: ${told}, of them by chance: ${wrong}\n`);
  expect(wrong / told).toBeLessThanOrEqual(0.1);
}, 120_000);

/** Cases of one day or two; `extra` columns of each. */
const log = (cases: readonly { days: number; more: readonly string[]; steps?: readonly string[] }[], head: string, mapping: Record<string, unknown>) =>
  logs.import(`case,activity,time,${head}`, cases.flatMap(({ days, more, steps = ['a', 'b'] }, k) => steps.map((s, i) => [k, s, new Date(Date.UTC(2026, 2, 2) + (i * days * 86_400_000) / (steps.length - 1)).toISOString(), ...more].join(','))), { zone: 'UTC', timeFormat: 'iso', ...mapping });

test('a share and a number are told with what is behind them', async () => {
  // 60 cases of two days and 60 of one; blue in 45 of the slow and 15 of the fast.
  const cases = Array.from({ length: 120 }, (_, k) => { const slow = k < 60; return { days: slow ? 2 : 1, more: [(slow ? k < 45 : k >= 105) ? 'blue' : 'red', String(slow ? k : k - 60)], steps: slow && k < 50 ? ['a', 'c', 'c', 'b'] : ['a', 'c', 'b'] }; });
  const version = await log(cases, 'colour,size', { attributes: [{ column: 'colour', type: 'text', of: 'case' }, { column: 'size', type: 'number', of: 'case' }] });
  const found = await slowAndFast(logs.c, version, { zone: 'UTC' });
  expect(found.split).toEqual({ by: 'median', seconds: 1.5 * 86_400, slow: 60, fast: 60 });
  expect(found.differences.map((d) => [d.kind, d.value])).toEqual(expect.arrayContaining([['activity done again', 'c'], ['case attribute', expect.stringMatching(/blue|red/)]]));
  const colour = found.differences.find((d) => d.name === 'colour')!;
  const [a, b] = colour.value === 'blue' ? [{ cases: 60, slow: 45 }, { cases: 60, slow: 15 }] : [{ cases: 60, slow: 15 }, { cases: 60, slow: 45 }];
  const want = differenceOfShares({ successes: a.slow, trials: 60 }, { successes: b.slow, trials: 60 }, 0.95);
  expect(colour).toMatchObject({ n: 120, share: { with: a, without: b, difference: (a.slow - b.slow) / 60, ...want }, median: null });
  expect(Math.abs(colour.delta.estimate)).toBeCloseTo(0.5, 12);
  expect(found.differences.find((d) => d.name === 'size')).toBeUndefined();
  // By a target everything moves with it.
  const late = await slowAndFast(logs.c, version, { zone: 'UTC', targetSeconds: 3 * 86_400 });
  expect([late.split, late.tested, late.differences]).toEqual([{ by: 'target', seconds: 3 * 86_400, slow: 0, fast: 120 }, 0, []]);
});

test('a number: Cliff’s delta over all values equals that of the values themselves', async () => {
  const cases = Array.from({ length: 90 }, (_, k) => ({ days: k % 2 === 0 ? 2 : 1, more: [String(k % 2 === 0 ? 5 + (k % 7) : k % 9)] }));
  const version = await log(cases, 'size', { attributes: [{ column: 'size', type: 'number', of: 'case' }] });
  const [size] = (await slowAndFast(logs.c, version, { zone: 'UTC' })).differences.filter((d) => d.name === 'size');
  const values = [...new Set(cases.map((k) => Number(k.more[0])))].map((value) => ({ value, a: cases.filter((k) => k.days === 2 && Number(k.more[0]) === value).length, b: cases.filter((k) => k.days === 1 && Number(k.more[0]) === value).length }));
  const want = rankDifference(values, 0.95)!;
  expect(size).toMatchObject({ kind: 'case attribute', value: null, p: want.p, delta: { estimate: want.delta, lo: want.lo, hi: want.hi, level: 0.95 }, share: null, median: { slow: 8 } });
});

test('nothing is said of persons, nor of their groups of fewer than five', async () => {
  // Twelve people: large holds ten, small two; both groups and all persons decide how long cases take.
  const cases = Array.from({ length: 120 }, (_, k) => ({ days: k < 60 ? 2 : 1, more: [`p${k < 60 ? k % 2 : 2 + (k % 10)}`, k < 60 ? 'small' : 'large', `c${k % 3}`] }));
  const attributes = [{ column: 'org:group', type: 'text', of: 'event' }, { column: 'customer', type: 'text', of: 'event' }];
  const version = async (personal: readonly string[]) => log(cases, 'who,org:group,customer', { resource: 'who', attributes, personal });
  const told = async (personal: readonly string[]) => (await slowAndFast(logs.c, await version(personal), { zone: 'UTC' })).differences.map((d) => `${d.name} ${d.value}`);
  expect(await told(['who'])).toEqual([]);
  expect((await told([])).filter((t) => t.startsWith('org:group'))).toHaveLength(1);
  expect((await told([])).filter((t) => t.startsWith('resource')).length).toBeGreaterThan(0);
});

test('the rules that decide', () => {
  expect(differenceRules).toEqual({ level: 0.95, falseDiscoveryRate: 0.1, leastCases: 20, mostValues: 20, mostActivities: 500, bins: 10_000 });
});
