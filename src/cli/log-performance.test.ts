import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { heard } from '../../test/harness/command.ts';
import { registerLogPerformance } from './log-performance.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-cli-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = join(dir, 'orders.csv');
const flags = ['--case', 'order', '--activity', 'step', '--time', 'done', '--start', 'begun', '--resource', 'who', '--zone', 'Europe/London'];
// 2026-10-23 is a Friday; the clocks go back on the 25th.
writeFileSync(file, `order,step,begun,done,who
1,register,2026-10-23 09:00,2026-10-23 09:30,ann
1,pack,2026-10-26 09:30,2026-10-26 10:00,bob
1,pack,2026-10-26 11:00,2026-10-26 11:30,bob
2,register,2026-10-23 10:00,2026-10-23 10:10,ann
2,pack,,2026-10-23 16:10,ann
`);

async function performance(...args: string[]) {
  const root = new Command('hymnsheet');
  registerLogPerformance(root);
  return heard(root, ['performance', file, ...flags, ...args]);
}

const same = (seconds: number, n = 1) => ({ unit: 's', n, mean: seconds, median: seconds, p90: seconds, total: n * seconds });

test('--json says per case, activity and pair what waits and takes how long, in working time too', async () => {
  const { code, out } = await performance('--json', '--calendar', 'Mon-Fri 09:00-17:00');
  expect(code).toBe(0);
  const said = JSON.parse(out);
  expect(said).toMatchObject({
    cases: { cases: 2, max: 73.0 * 3600 + 2 * 3600 }, steps: { count: 5, withoutStart: 1, withoutCompletion: 0 }, workingHours: { calendar: 'Mon-Fri 09:00-17:00', zone: 'Europe/London' },
    rework: [{ activity: 'pack', cases: 2, casesAgain: 1, repeats: 1, atOnce: 1, wait: same(3600), touch: same(1800) }],
    handOvers: { known: 3, unknown: 0, changed: 1 }, batches: { activities: [], withheld: 0 },
  });
  // From Friday 09:30 to Monday 09:30: 73 hours on the clock of the world, 8 of work.
  expect(said.activities[0]).toMatchObject({ activity: 'pack', instances: 3, cases: 2, withoutStart: 1, wait: { n: 3, total: (73 + 1 + 6) * 3600 }, workingWait: { n: 3, total: (8 + 1 + 6) * 3600 }, touch: same(1800, 2) });
  expect(said.edges.map((e: { from: string; to: string; instances: number }) => [e.from, e.to, e.instances])).toEqual([['register', 'pack', 2], ['pack', 'pack', 1]]);
}, 60_000);

test('people read what a wait is, which starts are missing, and where most is waited', async () => {
  const { code, out } = await performance('--calendar', 'Mon-Fri 09:00-17:00');
  expect(code).toBe(0);
  expect(out).toContain('5 steps. A wait runs from the completion of the step before to the start of the next.\n1 step without a known start: there a wait runs to the completion, and holds the work itself.\nWorking time: Mon-Fri 09:00-17:00 in Europe/London, without holidays.\n');
  expect(out).toContain(`working hours waited   share  times  from      to    median
────────────────────  ──────  ─────  ────────  ────  ──────
                  14  93.3 %      2  register  pack     7 h
                   1   6.7 %      1  pack      pack     1 h
`);
  expect(out).toContain('The case changed hands before 1 step of 3 (33.3 %). Median wait: 3 d 1 h where it did, 3 h 30 min where it did not.\n');
}, 60_000);

test('hours that are none are refused before the file is read', async () => {
  expect(await performance('--calendar', 'office')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/These are no working hours \(--calendar\): got “office”, wanted days and hours/) });
});
