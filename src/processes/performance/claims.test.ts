import { expect, test } from 'vitest';
import { weeksBetween } from '../../maths/time/index.ts';
import { claimSchema } from '../../evidence/claims/index.ts';
import { processClaims, processSeries, type Performance, type PerformanceRules, type ProcessClaimsInput } from './index.ts';

const rules: PerformanceRules = { zone: 'Europe/London', ends: ['Deliver'], closedAfterSeconds: 864_000, targetSeconds: 345_600, calendar: null };

function performance(weeks: number, last: Partial<Performance['weeks'][number]> = {}): Performance {
  const all = weeksBetween('Europe/London', Date.parse('2026-06-01T00:00:00Z'), Date.parse('2026-11-09T00:00:00Z')).slice(-weeks);
  return {
    closedAfterSeconds: 864_000, closedBySilence: 3, settlesAfterSeconds: null, lastEvent: Date.parse('2026-11-09T10:04:00Z'),
    weeks: all.map((week, i) => ({
      week, settling: false, started: 100, throughput: 100 + (i % 3), cycleMedian: 200_000 + 1_000 * (i % 4), cycleP90: 400_000, workingMedian: null, workingP90: null, workInProgress: 50, rework: 4, onTime: 96,
      ...(i === all.length - 1 ? last : {}),
    })),
  };
}

const input = (p: Performance): ProcessClaimsInput => ({
  process: { id: 'order-to-cash', name: 'Order to cash' }, eventLog: 'orders', rules, performance: p,
  sources: [{ kind: 'event-log', id: 'orders', version: 'abc', name: 'Orders', recordedAt: '2026-11-09T10:05:00Z', evidenceUpTo: '2026-11-09T10:04:00Z' }],
  asOf: Date.parse('2026-11-09T10:05:00Z'), computedAt: Date.parse('2026-11-09T10:05:01Z'),
});

test('claims of the last week carry their comparison, interval and lineage, and keep to the schema', () => {
  const claims = processClaims(input(performance(20, { cycleMedian: 260_000 })));
  expect(claims.map((c) => c.measure)).toEqual(['throughput', 'cycle-time-median', 'cycle-time-p90', 'work-in-progress', 'rework-share', 'on-time-share']);
  for (const claim of claims) expect(() => claimSchema.parse(claim)).not.toThrow();
  const cycle = claims.find((c) => c.measure === 'cycle-time-median')!;
  expect(cycle.estimate).toBe(260_000);
  expect(cycle.comparator!.difference).toBeCloseTo(260_000 - cycle.comparator!.estimate!, 6);
  expect(cycle.comparator!.lo).toBeGreaterThan(50_000);
  expect(cycle.key).toBe('process/order-to-cash/cycle-time-median/2026-W45/against 12 weeks before');
});

test('the same evidence gives the same ids, another version another', () => {
  const ids = (i: ProcessClaimsInput) => processClaims(i).map((c) => c.id);
  const base = input(performance(20));
  expect(ids(base)).toEqual(ids({ ...base, computedAt: 0 }));
  expect(new Set([...ids(base), ...ids({ ...base, sources: [{ ...base.sources[0]!, version: 'abd' }] })]).size).toBe(12);
});

test('too few weeks give a figure and no interval; no week gives no claim; no case gives the reason', () => {
  expect(processClaims(input(performance(12)))[1]!.comparator).toMatchObject({ lo: null, hi: null, level: null });
  expect(processClaims(input(performance(1)))[1]!.comparator).toBeNull();
  expect(processClaims(input({ ...performance(1), weeks: [] }))).toEqual([]);
  expect(processClaims(input(performance(14, { throughput: 0, cycleMedian: null, cycleP90: null, rework: 0, onTime: 0 })))[1]).toMatchObject({ estimate: null, why: 'No case was completed in the week' });
  expect(processSeries(performance(20), rules).find((s) => s.measure === 'throughput')!.points.at(-1)).toMatchObject({ start: '2026-11-02', n: 101 });
});

test('weeks that happen to be alike do not make a small difference certain', () => {
  const alike = performance(20);
  const flat = { ...alike, weeks: alike.weeks.map((w, i) => ({ ...w, throughput: 100, cycleMedian: 200_000, onTime: 100, rework: 0, workInProgress: 2, ...(i === 19 ? { cycleMedian: 230_000, onTime: 99, workInProgress: 4, throughput: 100 } : {}) })) };
  const of = (measure: string) => processClaims(input(flat)).find((c) => c.measure === measure)!.comparator!;
  expect(of('cycle-time-median')).toMatchObject({ difference: 30_000, lo: null, hi: null });
  expect(of('on-time-share').lo!).toBeLessThan(-0.01);
  expect(of('on-time-share').hi!).toBeGreaterThan(-0.003);
  expect(of('work-in-progress').lo!).toBeLessThan(0);
  const late = { ...flat, weeks: flat.weeks.map((w, i) => (i === 19 ? { ...w, onTime: 60 } : w)) };
  expect(processClaims(input(late)).find((c) => c.measure === 'on-time-share')!.comparator!.hi!).toBeLessThan(-0.25);
});

test('weeks in which the log settles are marked, said and compared with nothing', () => {
  const of = (weeks: number, settling: number) => {
    const p = performance(weeks);
    return { ...p, settlesAfterSeconds: 3_000_000, weeks: p.weeks.map((w, i) => ({ ...w, settling: i < settling, cycleMedian: i < settling ? 1000 : w.cycleMedian })) };
  };
  const cycle = (p: Performance) => processClaims(input(p)).find((c) => c.measure === 'cycle-time-median')!;
  // The quick cases of the first weeks would make the last week look slow.
  const old = cycle(of(30, 5));
  expect(old.comparator!.lo).not.toBeNull();
  expect(old.working.join(' ')).not.toContain('Nine in ten');
  const young = cycle(of(18, 8));
  const settled = of(18, 8).weeks.slice(8, 17).map((w) => w.cycleMedian!);
  expect(young.comparator).toMatchObject({ estimate: settled.reduce((a, b) => a + b) / 9, lo: null, hi: null });
  expect(young.working).toContainEqual(expect.stringContaining('take up to 34.7 days'));
  expect(young.working).toContainEqual(expect.stringContaining('3 of the weeks before are among them and are left out.'));
  const settling = cycle(of(6, 6));
  expect(settling).toMatchObject({ estimate: 1000, comparator: null });
  expect(settling.working).toContainEqual(expect.stringContaining('this week is among them'));
  expect(processSeries(of(18, 8), rules)[0]!.points.map((x) => x.settling)).toEqual(Array.from({ length: 18 }, (_, i) => i < 8));
});
