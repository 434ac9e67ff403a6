import { describe, expect, test } from 'vitest';
import { hourlyCounts, simulate, workshop, type Outage, type Simulation } from './index.ts';
import { outageEffect } from './effects.ts';
import { HOUR } from './civil-time.ts';

const at = (p: { from: number }, day: number, hour: number): number => p.from + (day * 24 + hour) * HOUR;

function outage(over: Partial<Outage>): Outage {
  const p = workshop(6, 8);
  return { id: 'stop', services: ['tool'], from: at(p, 30, 9), until: at(p, 30, 13), slowdown: Number.POSITIVE_INFINITY, demandLost: 0, demandReturns: HOUR, casesLost: 0, ...over };
}

function column(sim: Simulation, name: 'ready' | 'start' | 'complete', step: string): number[] {
  const place = sim.model.steps.findIndex((s) => s.name === step);
  return [...sim.instances[name]].filter((_, i) => sim.instances.step[i] === place);
}

describe('a simulated process', () => {
  const p = workshop(6, 8);
  const sim = simulate(p, 1);

  test('is the same to the second for the same seed and another for another', () => {
    expect(simulate(p, 1).instances).toEqual(sim.instances);
    expect(simulate(p, 2).instances.count).not.toBe(sim.instances.count);
  });

  test('loses and invents nothing: every case is taken in once, and closed or still there', () => {
    const [taken, repaired, closed] = ['Take in', 'Repair', 'Close'].map((s) => column(sim, 'complete', s).length) as [number, number, number];
    expect(taken).toBe(sim.cases.length);
    expect(closed).toBe(repaired);
    expect(taken - closed).toBeGreaterThanOrEqual(0);
    expect(taken - closed).toBeLessThan(60);
  });

  test('lets nobody work on two things at once, nor before it is there', () => {
    const { count, person, start, complete, ready } = sim.instances;
    const byPerson = new Map<number, [number, number][]>();
    for (let i = 0; i < count; i += 1) {
      expect(start[i]!).toBeGreaterThanOrEqual(ready[i]!);
      expect(complete[i]!).toBeGreaterThanOrEqual(start[i]!);
      if (person[i]! >= 0) byPerson.set(person[i]!, [...(byPerson.get(person[i]!) ?? []), [start[i]!, complete[i]!]]);
    }
    expect(byPerson.size).toBeGreaterThan(2);
    for (const spans of byPerson.values()) {
      spans.sort((a, b) => a[0] - b[0]);
      spans.forEach(([from], i) => expect(i === 0 ? 0 : spans[i - 1]![1]).toBeLessThanOrEqual(from));
    }
  });

  test('obeys Little’s law: mean number in progress = arrival rate × mean time in the system', () => {
    const [arrivals, closes] = [column(sim, 'complete', 'Take in'), column(sim, 'complete', 'Close')];
    const span = sim.until - sim.from;
    // The area under the count of open cases, summed event by event, against the sum of times spent, case by case.
    const moves = [...arrivals.map((t) => [t, 1] as const), ...closes.map((t) => [t, -1] as const)].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let [area, open, last] = [0, 0, sim.from];
    for (const [time, step] of moves) {
      area += open * (time - last);
      open += step;
      last = time;
    }
    area += open * (sim.until - last);
    const { count, case: of, complete, step } = sim.instances;
    let spent = 0;
    for (let i = 0; i < count; i += 1) if (sim.model.steps[step[i]!]!.name === 'Close') spent += complete[i]! - sim.cases[of[i]!]!.arrival;
    const closed = closes.length;
    expect(area / span / ((closed / span) * (spent / closed))).toBeGreaterThan(0.98);
    expect(area / span / ((closed / span) * (spent / closed))).toBeLessThan(1.03);
  });

  test.each([6, 60])('meets the asked rate of %d cases an hour', (rate) => {
    const { counts } = hourlyCounts(workshop(rate, 20), 3);
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    expect(Math.abs(mean - rate)).toBeLessThan(4 * Math.sqrt(rate / counts.length));
  });

  test('counts by the hour what the cases themselves are', () => {
    const q = workshop(6, 8, { outages: [{ ...outage({ services: ['desk'], demandLost: 0.5 }) }] });
    const { counts, truth } = hourlyCounts(q, 1);
    const cases = simulate(q, 1);
    const byCase = new Uint32Array(counts.length);
    for (const c of cases.cases) byCase[Math.floor((c.arrival - q.from) / HOUR)]! += 1;
    expect(counts).toEqual(byCase);
    expect(truth).toEqual(cases.demand);
  });

  test('counts years at 600 an hour in seconds', () => {
    const { counts } = hourlyCounts(workshop(600, 26), 4);
    expect(counts.reduce((a, b) => a + b, 0) / counts.length).toBeCloseTo(600, -1);
  }, 20_000);
});

describe('a planted outage', () => {
  const run = (o: Outage | undefined, seed = 1): Simulation => simulate(workshop(6, 8, { outages: o === undefined ? [] : [o] }), seed);
  const effect = (o: Outage) => outageEffect(run(o), run(undefined), o, (key, sim) => sim.cases.find((c) => c.key === key)!.amount);

  test('without effect leaves every second as it was', () => {
    const none = outage({ slowdown: 1 });
    expect(run(none).instances).toEqual(run(undefined).instances);
    expect(effect(none)).toMatchObject({ delayHours: 0, delayHoursWithin72h: 0, delayHoursEverywhere: 0, delayedCases: 0, lostCases: 0, lostStarts: 0, lostMargin: 0 });
  });

  test('that stops the tool starts no repair while it lasts and delays what waited', () => {
    const stop = outage({});
    const started = column(run(stop), 'start', 'Repair').filter((t) => t >= stop.from && t < stop.until);
    expect(started).toEqual([]);
    const e = effect(stop);
    expect(e.delayHours).toBeGreaterThan(20);
    expect(e.delayHoursWithin72h).toBeCloseTo(e.delayHours, 0);
    expect(e.delayedCases).toBeGreaterThan(10);
    expect(e).toMatchObject({ lostCases: 0, lostStarts: 0, blockedStarts: 0, lostMargin: 0 });
  });

  test('at the desk loses the planted share of starts; the others come after it', () => {
    const stop = outage({ services: ['desk'], demandLost: 0.5 });
    const e = effect(stop);
    expect(e.blockedStarts).toBeGreaterThan(15);
    expect(e.lostStarts + e.shiftedStarts).toBe(e.blockedStarts);
    expect(Math.abs(e.lostStarts - e.blockedStarts / 2)).toBeLessThan(2.6 * Math.sqrt(e.blockedStarts / 4));
    expect(e.lostMargin).toBeGreaterThan(0);
    expect(column(run(stop), 'complete', 'Take in').filter((t) => t >= stop.from && t < stop.until)).toEqual([]);
  });

  test('can lose cases that waited for it', () => {
    const e = effect(outage({ casesLost: 0.4 }));
    expect(e.lostCases).toBeGreaterThan(3);
    expect(e.lostMargin).toBeGreaterThan(0);
  });

  test('that slows the tool makes repairs longer in proportion', () => {
    const slow = outage({ slowdown: 2 });
    const [as, not] = [run(slow), run(undefined)];
    const touch = (sim: Simulation): number => {
      const [start, complete] = [column(sim, 'start', 'Repair'), column(sim, 'complete', 'Repair')];
      const inside = start.map((t, i) => [t, complete[i]! - t] as const).filter(([t]) => t >= slow.from && t < slow.until);
      return inside.reduce((sum, [, d]) => sum + d, 0) / inside.length;
    };
    expect(touch(as) / touch(not)).toBeGreaterThan(1.6);
    expect(touch(as) / touch(not)).toBeLessThan(2.4);
  });
});
