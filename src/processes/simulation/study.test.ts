import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetVersion } from '../event-logs/index.ts';
import { simulateLog } from './index.ts';
import type { Validation } from './validate.ts';
import { type Bench, desk, deskRules as rules, HOUR, monday, openBench, WEEK } from './testing.ts';

/** Of the first test; a question that is not about the check takes it over, as each would take a second to make its own. */
let checked: Validation;
let bench: Bench, log: DatasetVersion;
beforeAll(async () => {
  bench = await openBench();
  log = await bench.imported('desk', desk(3, 2.3, 12, 4));
});
afterAll(() => bench.close());

test('a desk that gets more than it can do is said to be overloaded', async () => {
  const found = await simulateLog(bench.c, log, rules, { changes: [{ kind: 'arrivals', factor: 1.5 }], replications: 3 });
  checked = found.validation;
  // Three people are too few to show figures about, or to name.
  expect(found.warnings.filter((w) => w.includes('people'))).toEqual([expect.stringMatching(/^With the changes, a group of fewer than five people is brought more work than they can do/)]);
  expect(found.warnings.join()).not.toContain('Serve');
  expect(found.pools).toEqual([{ name: 'Serve', of: null, people: null, load: null, changedLoad: null }]);
  expect(found.validation).toMatchObject({ verdict: 'good', weeks: 2 });
  expect(found.differences.map((d) => [d.quantity, d.n, d.usable])).toEqual([['Median cycle time', 3, true], ['Cases completed', 3, true], ['Hands-on time', 3, true], ['Waiting for people', 3, true]]);
  for (const d of found.differences) expect(d.lo! <= d.estimate! && d.estimate! <= d.hi!).toBe(true);
});

test('a desk of six that gets more than it can do is named, with how much', async () => {
  const six = await bench.imported('six', desk(6, 4.6, 6, 4));
  const found = await simulateLog(bench.c, six, rules, { checked, changes: [{ kind: 'arrivals', factor: 1.5 }], replications: 2 });
  expect(found.warnings.join()).toMatch(/With the changes, “Serve” is brought 1[012]\d hours of work for every 100.*grows without end/);
  const tight = await simulateLog(bench.c, six, rules, { changes: [{ kind: 'arrivals', factor: 1.22 }], replications: 2, checked });
  expect(tight.warnings.filter((w) => w.startsWith('With'))).toEqual([expect.stringMatching(/^With the changes, “Serve” is brought 9[5-9] hours .* with hardly any slack, how long cases wait hangs on small things\.$/)]);
});

test('what changes nothing is warned of once', async () => {
  const busy = await bench.imported('busy', desk(6, 6.4, 4, 4));
  const { warnings } = await simulateLog(bench.c, busy, rules, { changes: [], replications: 2 });
  expect(warnings.filter((w) => w.includes('hours that people are there'))).toEqual([expect.stringMatching(/^Already today, “Serve” is brought \d+ hours of work for every 100/)]);
});

test('the same seed gives the same study; no change makes no difference', async () => {
  const options = { changes: [{ kind: 'touch', activity: 'Serve', factor: 1 }], replications: 2 } as const;
  const [a, b] = [await simulateLog(bench.c, log, rules, options), await simulateLog(bench.c, log, rules, { ...options, checked })];
  expect(a).toEqual(b);
  expect(a.differences.map((d) => [d.estimate, d.lo, d.hi])).toEqual(a.differences.map(() => [0, 0, 0]));
});

test('a log without starts or people is simulated as waits, and says so; nothing can be asked of people', async () => {
  const lines = desk(3, 1, 8, 1).map((l) => l.replace(/^(\d+,\w+),[^,]*,([^,]*),.*$/, '$1,,$2,'));
  const bare = await bench.imported('bare', lines, false);
  const found = await simulateLog(bench.c, bare, rules, { checked, changes: [{ kind: 'skip', activity: 'Serve', share: 0.5 }], replications: 3 });
  expect(found.model.assumptions[0]).toContain('no starts');
  expect(found.pools).toEqual([]);
  expect(found.differences[0]!.estimate).toBeLessThan(0);
  await expect(simulateLog(bench.c, bare, rules, { changes: [{ kind: 'people', activity: 'Serve', by: 1 }], replications: 3 })).rejects.toMatchObject({ code: 'bad-input' });
});

test('one case, an empty log and held-back weeks without cases: an answer that claims nothing, or a problem', async () => {
  const one = await bench.imported('one', ['1,Ask,2026-01-05T10:00:00Z,2026-01-05T10:00:00Z,', '1,Serve,2026-01-05T11:00:00Z,2026-01-05T12:00:00Z,ann']);
  const found = await simulateLog(bench.c, one, rules, { changes: [{ kind: 'touch', activity: 'Serve', factor: 0.5 }], replications: 2 });
  expect(found.validation.verdict).toBe('none');
  expect(found.differences.every((d) => !d.usable)).toBe(true);
  expect(found.warnings[0]).toContain('too short');
  const again = Array.from({ length: 80 }, (_, i) => monday + 10 * WEEK + (24 + i / 5) * HOUR).flatMap((t, i) => [`b${i},Ask,${new Date(t).toISOString()},${new Date(t).toISOString()},`, `b${i},Serve,${new Date(t).toISOString()},${new Date(t + HOUR).toISOString()},p1`]);
  const dry = await bench.imported('dry', [...desk(2, 0.5, 6, 2).filter((line) => !line.includes('2026-02-16')), ...again]);
  expect((await simulateLog(bench.c, dry, rules, { replications: 2, heldBackWeeks: 4 })).validation).toMatchObject({ verdict: 'none', cases: 0 });
  await expect(simulateLog(bench.c, { ...log, manifest: { ...log.manifest, cases: [], events: [], instances: [], variants: [] } }, rules)).rejects.toMatchObject({ code: 'bad-input' });
});

test('a simulation can be stopped, and past its time limit it gives what is done', async () => {
  const stop = new AbortController();
  const asked = simulateLog(bench.c, log, rules, { checked, replications: 100_000, changes: [{ kind: 'arrivals', factor: 1.1 }], signal: stop.signal, onProgress: () => stop.abort() });
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  const found = await simulateLog(bench.c, log, rules, { checked, replications: 100_000, changes: [{ kind: 'arrivals', factor: 1.1 }], timeLimitSeconds: 0.5 });
  expect(found.replications.done).toBeLessThan(100_000);
  expect(found.warnings.join()).toContain('time limit');
});

test('a stop that lies outside the simulated weeks is a problem, one that reaches into them is not; too much for the memory is refused', async () => {
  const from = monday + 13 * WEEK, at = (ms: number, hours: number) => simulateLog(bench.c, log, rules, { checked, replications: 2, changes: [{ kind: 'stop', activity: 'Serve', at: ms, hours }] });
  for (const ms of [from - 8 * HOUR, from + 4 * WEEK, monday]) await expect(at(ms, 8)).rejects.toMatchObject({ code: 'bad-input', wanted: 'an instant from 2026-04-06T00:00:00.000Z, and before 2026-05-04T00:00:00.000Z' });
  expect((await at(from - 7 * HOUR, 8)).differences).toHaveLength(4);
  await expect(simulateLog(bench.c, log, rules, { checked, replications: 2, weeks: 2000, changes: [{ kind: 'arrivals', factor: 10 }] })).rejects.toMatchObject({ code: 'too-large' });
});

test('a log that was taken by when cases began has a tail in which nobody comes: what is before it is simulated and checked, and it is said', async () => {
  // Eleven weeks of a desk, and eight in which one old case is seen to every few days.
  const tail = Array.from({ length: 18 }, (_, i) => `late,Ask,${new Date(monday + (10.9 + (i + 1) * 0.44) * WEEK).toISOString()},${new Date(monday + (10.9 + (i + 1) * 0.44) * WEEK).toISOString()},`);
  const cut = await bench.imported('tail', [...desk(3, 2.3, 11, 4), `late,Ask,${new Date(monday + 10.9 * WEEK).toISOString()},${new Date(monday + 10.9 * WEEK).toISOString()},`, ...tail]);
  const found = await simulateLog(bench.c, cut, rules, { replications: 2, changes: [{ kind: 'arrivals', factor: 0.9 }] });
  expect(found.model.assumptions[0]).toMatch(/^Hardly any case begins after 2026-03-2[23], and the log goes on until 2026-05-16: it seems to have been taken by when cases began\./);
  expect(found.validation.cases).toBeGreaterThan(600);
  expect(found.validation.naive.cycleTime).not.toBeNull();
  // As many come in the weeks after the log as came while they did.
  expect(Math.abs(found.differences[1]!.before! / (2.3 * 168) - 1)).toBeLessThan(0.1);
  expect((await simulateLog(bench.c, log, rules, { checked, replications: 2 })).model.assumptions.join()).not.toContain('Hardly any');
});
