import { expect, test } from 'vitest';
import { costWords, groundRules, hoursOf, inHours, type LogTime, mostWaiting, noWaiting, pairWords, shareWords, timeIn } from './words.ts';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const times = (total: number, n = 10) => ({ unit: 's' as const, n, mean: total / n, median: total / n, p90: total / n, total });
const step = (activity: string, elapsed: number, working: number): LogTime['activities'][number] => ({
  activity, instances: 10, cases: 10, withoutStart: 0, withoutCompletion: 0, wait: times(elapsed), workingWait: times(working), touch: null, workingTouch: null, share: 0, cost: { low: gbp(1_820_000), high: gbp(3_110_000), cashable: false },
});
const time: LogTime = {
  process: { id: 'orders', name: 'Orders', case: 'order' }, delayCostAnHour: { low: gbp(1500), high: gbp(2500) },
  workingHours: { calendar: { id: 'office', name: 'Office' }, own: false, zone: 'Europe/London', week: 'Mon–Fri 09:00–17:00', holidays: { days: 16, from: '2025-01-01', to: '2026-12-28' } },
  steps: { cases: 10, count: 20, withoutStart: 5, withoutCompletion: 0, from: '2025-11-01T09:00:00Z', to: '2026-10-30T17:00:00Z' },
  waiting: { elapsed: 12_000_000, working: 9_000_000, cost: null }, activities: [step('Check', 4_000_000, 4_464_000), step('Ship', 8_000_000, 4_536_000 / 2)],
  edges: [], pairs: 0, rework: [], handOvers: null, resources: null, functions: null, batches: { rules: { gapSeconds: 60, leastCases: 3 }, activities: [], withheld: 0 }, load: { zone: 'UTC', withheld: [], withoutStart: 0, hours: [] }, later: [step('Pay', 1, 1)],
};

test('where most time goes: which step, how much of all, and at what cost, in the hours that are told', () => {
  const [working, elapsed] = [mostWaiting(time, 'working')!, mostWaiting(time, 'elapsed')!];
  expect([working.step.activity, shareWords(working.share), elapsed.step.activity, shareWords(elapsed.share)]).toEqual(['Check', 'Half', 'Ship', '67%']);
  expect(costWords(time, 'working', working, 'Europe/London')).toBe('1,240 working hours of all cases together between 1 Nov 2025 and 30 Oct 2026, between £18,000 and £32,000 of delay');
  expect(mostWaiting({ ...time, activities: [] }, 'working')).toBeUndefined();
});

test('hours and shares are rounded to what they know', () => {
  expect([inHours(0), inHours(12_600), inHours(4_464_000), timeIn('working', 36_000), timeIn('working', 1800), timeIn('elapsed', 172_800)]).toEqual(['0', '3.5', '1,240', '10\u00a0h', '30\u00a0min', '2\u00a0days']);
  expect([0.5, 0.47, 0.999, 0.123].map(shareWords)).toEqual(['Half', '47%', 'Nearly all', '12%']);
});

test('the worst pair, and the one that nights and weekends make the worst where that is another', () => {
  const edge = (from: string, to: string, elapsed: number, working: number): LogTime['edges'][number] => ({ from, to, instances: 1, cases: 1, withoutStart: 0, wait: times(elapsed), workingWait: times(working), share: 0, cost: null });
  const [night, day] = [edge('a', 'Ship', 8_000_000, 100), edge('a', 'Check', 4_000_000, 4_500_000)];
  expect(pairWords({ ...time, edges: [night, day] }, 'working')).toBe('The longest waiting between two steps is that between “a” and “Check”, 50% of all. With nights and weekends, as the map counts, it is that between “a” and “Ship”.');
  expect(pairWords({ ...time, edges: [night, day] }, 'elapsed')).toBe('The longest waiting between two steps is that between “a” and “Ship”, 67% of all.');
  expect(pairWords(time, 'working')).toBe('');
});

test('what the figures rest on is said: starts that are missing, hours and where they are from, what money means, what is left out', () => {
  const said = groundRules(time, 'working').join(' ');
  expect(said).toContain('5 of 20 steps have no known start: there the wait runs to the completion and holds the work itself.');
  expect(said).toContain('Working hours are Mon–Fri 09:00–17:00 (Europe/London): the calendar “Office”, with its holidays (16 from 1 Jan 2025 to 28 Dec 2026).');
  expect(said).toContain('Money is working hours of waiting × £15 to £25, the agreed cost of an hour’s delay of one order. It is no money that anybody would get back in cash.');
  expect(said).toContain('10 steps began once their order was complete');
  const bare = groundRules({ ...time, process: null, workingHours: null, delayCostAnHour: null, later: [] }, hoursOf({ ...time, workingHours: null }, 'working')).join(' ');
  expect(bare).toContain('No working hours are agreed for it, so all hours count, nights and weekends too. No cost of delay is agreed for this log: it belongs to no process, so no money is shown.');
  expect(groundRules({ ...time, workingHours: { ...time.workingHours!, own: true, calendar: null, holidays: null } }, 'elapsed').join(' ')).toContain('All hours count here; working hours would be Mon–Fri 09:00–17:00 (Europe/London): the hours of the process itself; it has no calendar, so holidays count as other days.');
});

test('where nothing waits, that is said, and no more', () => {
  const edges = [{}] as LogTime['edges'];
  expect([noWaiting({ edges: [] }, 'elapsed'), noWaiting({ edges }, 'elapsed'), noWaiting({ edges }, 'working')]).toEqual(['No case in view has a second step, so nothing waits between steps.', 'No time passes between the steps in view.', 'No working time passes between the steps in view.']);
});
