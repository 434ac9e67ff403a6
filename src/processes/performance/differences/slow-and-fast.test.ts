import { afterAll, beforeAll, expect, test } from 'vitest';
import { workingCalendar } from '../../../organisation/index.ts';
import { differenceOfShares, rankDifference } from '../../../maths/statistics/index.ts';
import { testLogs, type TestLogs } from '../steps/testing.ts';
import type { LogFilter } from '../../event-logs/index.ts';
import { planted } from './planted.ts';
import { differenceRules, slowAndFast, type SlowAndFast } from './slow-and-fast.ts';

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

const completion = { ends: ['b'], closedAfterSeconds: null };

/** Cases of one day or two; `extra` columns of each. */
const log = (cases: readonly { days: number; more: readonly string[]; steps?: readonly string[] }[], head: string, mapping: Record<string, unknown>) =>
  logs.import(`case,activity,time,${head}`, cases.flatMap(({ days, more, steps = ['a', 'b'] }, k) => steps.map((s, i) => [k, s, new Date(Date.UTC(2026, 2, 2) + (i * days * 86_400_000) / (steps.length - 1)).toISOString(), ...more].join(','))), { zone: 'UTC', timeFormat: 'iso', ...mapping });

test('a share and a number are told with what is behind them', async () => {
  // 60 cases of two days and 60 of one; blue in 45 of the slow and 15 of the fast.
  const cases = Array.from({ length: 120 }, (_, k) => { const slow = k < 60; return { days: slow ? 2 : 1, more: [(slow ? k < 45 : k >= 105) ? 'blue' : 'red', String(slow ? k : k - 60)], steps: slow && k < 50 ? ['a', 'c', 'c', 'b'] : ['a', 'c', 'b'] }; });
  const version = await log(cases, 'colour,size', { attributes: [{ column: 'colour', type: 'text', of: 'case' }, { column: 'size', type: 'number', of: 'case' }] });
  const found = await slowAndFast(logs.c, version, { zone: 'UTC', completion });
  expect(found.split).toEqual({ by: 'median', time: 'elapsed', seconds: 1.5 * 86_400, slow: 60, fast: 60, open: 0 });
  expect(found.differences.map((d) => [d.kind, d.value])).toEqual(expect.arrayContaining([['activity done again', 'c'], ['case attribute', expect.stringMatching(/blue|red/)]]));
  const colour = found.differences.find((d) => d.name === 'colour')!;
  const [a, b] = colour.value === 'blue' ? [{ cases: 60, slow: 45 }, { cases: 60, slow: 15 }] : [{ cases: 60, slow: 15 }, { cases: 60, slow: 45 }];
  const want = differenceOfShares({ successes: a.slow, trials: 60 }, { successes: b.slow, trials: 60 }, 0.95);
  expect(colour).toMatchObject({ n: 120, share: { with: a, without: b, difference: (a.slow - b.slow) / 60, ...want }, median: null, filter: { attribute: [`colour:${colour.value}`] }, knownAtStart: true });
  expect([...new Set(found.differences.filter((d) => !d.knownAtStart).map((d) => d.kind))].toSorted()).toEqual(['activity done again', 'variant']);
  expect(found.differences.find((d) => d.kind === 'activity done again')?.filter).toEqual({ eventually: ['c→c'] });
  expect(Math.abs(colour.delta.estimate)).toBeCloseTo(0.5, 12);
  expect(found.differences.find((d) => d.name === 'size')).toBeUndefined();
  // By a target everything moves with it.
  const late = await slowAndFast(logs.c, version, { zone: 'UTC', completion, by: 'target', targetSeconds: 3 * 86_400 });
  expect([late.split, late.tested, late.differences]).toEqual([{ by: 'target', time: 'elapsed', seconds: 3 * 86_400, slow: 0, fast: 120, open: 0 }, 0, []]);
});

test('a number: Cliff’s delta over all values equals that of the values themselves', async () => {
  const cases = Array.from({ length: 90 }, (_, k) => ({ days: k % 2 === 0 ? 2 : 1, more: [String(k % 2 === 0 ? 5 + (k % 7) : k % 9)] }));
  const version = await log(cases, 'size', { attributes: [{ column: 'size', type: 'number', of: 'case' }] });
  const [size] = (await slowAndFast(logs.c, version, { zone: 'UTC', completion })).differences.filter((d) => d.name === 'size');
  const values = [...new Set(cases.map((k) => Number(k.more[0])))].map((value) => ({ value, a: cases.filter((k) => k.days === 2 && Number(k.more[0]) === value).length, b: cases.filter((k) => k.days === 1 && Number(k.more[0]) === value).length }));
  const want = rankDifference(values, 0.95)!;
  expect(size).toMatchObject({ kind: 'case attribute', value: null, p: want.p, delta: { estimate: want.delta, lo: want.lo, hi: want.hi, level: 0.95 }, share: null, median: { slow: 8 } });
});

test('nothing is said of persons, nor of their groups of fewer than five', async () => {
  // Twelve people: large holds ten, small two; both groups and all persons decide how long cases take.
  const cases = Array.from({ length: 120 }, (_, k) => ({ days: k < 60 ? 2 : 1, more: [`p${k < 60 ? k % 2 : 2 + (k % 10)}`, k < 60 ? 'small' : 'large', `c${k % 3}`] }));
  const attributes = [{ column: 'org:group', type: 'text', of: 'event' }, { column: 'customer', type: 'text', of: 'event' }];
  const version = async (personal: readonly string[]) => log(cases, 'who,org:group,customer', { resource: 'who', attributes, personal });
  const told = async (personal: readonly string[]) => (await slowAndFast(logs.c, await version(personal), { zone: 'UTC', completion })).differences.map((d) => `${d.name} ${d.value}`);
  expect(await told(['who'])).toEqual([]);
  expect((await told([])).filter((t) => t.startsWith('org:group'))).toHaveLength(1);
  expect((await told([])).filter((t) => t.startsWith('resource')).length).toBeGreaterThan(0);
});

test('a group of many in the log is nobody’s where few of it are in view, under whatever name', async () => {
  // Ten people begin in each of north and south; of the cases that are asked for, those of north were begun by two.
  const cases = Array.from({ length: 240 }, (_, k) => {
    const asked = k < 120, slow = k % 2 === 0, north = slow ? k % 12 !== 0 : k % 12 === 1;
    const group = north ? 'north' : k % 3 === 0 ? 'south' : 'east', person = north && asked ? k % 4 < 2 ? 0 : 1 : k % 10;
    return { days: slow ? 2 : 1, more: [`${group}${person}`, group, group, asked ? 'yes' : 'no'] };
  });
  const attributes = [{ column: 'org:group', type: 'text', of: 'event' }, { column: 'desk', type: 'text', of: 'event' }, { column: 'asked', type: 'text', of: 'case' }];
  const version = await log(cases, 'who,org:group,desk,asked', { resource: 'who', attributes, personal: ['who'] });
  const told = async (filter: LogFilter) => (await slowAndFast(logs.c, version, { zone: 'UTC', completion, filter })).differences.filter((d) => d.name === 'org:group' || d.name === 'desk').map((d) => `${d.name} ${d.value}`);
  expect(await told({})).toEqual(expect.arrayContaining(['org:group north', 'desk north']));
  expect((await told({ attributes: [{ name: 'asked', values: ['yes'] }] })).filter((t) => t.includes('north'))).toEqual([]);
  // Where nobody is known to have done it, a value stands for nobody.
  const unknown = await log(cases.map((k) => ({ ...k, more: ['', ...k.more.slice(1)] })), 'who,org:group,desk,asked', { resource: 'who', attributes, personal: ['who'] });
  expect((await slowAndFast(logs.c, unknown, { zone: 'UTC', completion })).differences.map((d) => `${d.name} ${d.value}`)).toContain('desk north');
});

test('cases that are still open are neither slow nor fast: they are left out, and counted', async () => {
  // 40 green cases have only begun, on the last day of the log: by what is seen of them they would be the fastest.
  const done = Array.from({ length: 120 }, (_, k) => ({ days: k % 2 === 0 ? 2 : 1, more: [['blue', 'red'][Math.floor(k / 2) % 2]!] }));
  const begun = Array.from({ length: 40 }, () => ({ days: 0, more: ['green'], steps: ['a', 'c'] }));
  const version = await log([...done, ...begun], 'colour', { attributes: [{ column: 'colour', type: 'text', of: 'case' }] });
  const asOf = Date.UTC(2026, 2, 4);
  const found = await slowAndFast(logs.c, version, { zone: 'UTC', completion: { ends: ['b'], closedAfterSeconds: 30 * 86_400, asOf } });
  expect(found.split).toEqual({ by: 'median', time: 'elapsed', seconds: 1.5 * 86_400, slow: 60, fast: 60, open: 40 });
  expect(found.differences).toEqual([]);
  // Thirty days later they are complete by silence, and what they are stands out.
  const later = await slowAndFast(logs.c, version, { zone: 'UTC', completion: { ends: ['b'], closedAfterSeconds: 30 * 86_400, asOf: asOf + 40 * 86_400_000 } });
  expect(later.split).toMatchObject({ slow: 60, fast: 100, open: 0 });
  expect(later.differences.map((d) => d.value)).toContain('green');
});

test('by working time a weekend takes none: other cases are the slow ones, and the answer says which time is meant', async () => {
  const at = (day: number, hour: number) => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
  // From Friday 16:00 to Monday 10:00: 66 hours, of them 2 of work. From Monday 09:00 to Tuesday 17:00: 32 hours, of them 16 of work.
  const rows = Array.from({ length: 60 }, (_, k) => (k % 2 === 0 ? [`${k},a,${at(6, 16)}`, `${k},b,${at(9, 10)}`] : [`${k},a,${at(9, 9)}`, `${k},b,${at(10, 17)}`]).join('\n'));
  const version = await logs.import('case,activity,time', rows, { zone: 'UTC', timeFormat: 'iso' });
  const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['09:00-17:00']]));
  const calendar = workingCalendar({ zone: 'UTC', week, holidays: new Map() });
  const by = async (how: 'median' | 'working') => slowAndFast(logs.c, version, { zone: 'UTC', completion, calendar, by: how });
  const slowest = ({ differences }: SlowAndFast) => { const d = differences.find((x) => x.kind === 'weekday of the first event')!; return d.delta.estimate > 0 ? d.value : ['Monday', 'Friday'].find((v) => v !== d.value); };
  const [elapsed, working] = [await by('median'), await by('working')];
  expect([elapsed.split.time, elapsed.split.seconds, slowest(elapsed)]).toEqual(['elapsed', 49 * 3600, 'Friday']);
  expect([working.split.time, working.split.seconds, slowest(working)]).toEqual(['working', 9 * 3600, 'Monday']);
  await expect(slowAndFast(logs.c, version, { zone: 'UTC', completion, by: 'working' })).rejects.toMatchObject({ code: 'bad-input' });
  await expect(slowAndFast(logs.c, version, { zone: 'UTC', completion, by: 'target' })).rejects.toMatchObject({ code: 'bad-input' });
});

test('the rules that decide', () => {
  expect(differenceRules).toEqual({ level: 0.95, falseDiscoveryRate: 0.1, leastCases: 20, mostValues: 20, mostActivities: 500, bins: 10_000 });
});
