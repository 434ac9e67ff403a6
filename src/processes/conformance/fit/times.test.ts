import { expect, test } from 'vitest';
import { drawNormal, seededRandom } from '../../../maths/random/index.ts';
import { atStake } from './at-stake.ts';
import { besideSameWeek, type Moments, noMoments, together } from './times.ts';

const of = (values: readonly number[]): Moments => values.reduce((all, x) => together(all, { n: 1, mean: x, squares: 0 }), noMoments);
const around = (mean: number, n: number) => of(Array.from({ length: n }, (_, i) => mean + (i % 2 === 0 ? 1 : -1)));

/** Six quick weeks in which few deviate and six slow ones in which most do; they take `more` than the others of their week. */
function season(more: number) {
  const weeks = Array.from({ length: 12 }, (_, w) => ({ base: w < 6 ? 24 : 240, kept: w < 6 ? 30 : 4, left: w < 6 ? 2 : 20 }));
  const side = (n: (w: (typeof weeks)[number]) => number, extra: number) => new Map(weeks.map((w, i) => [i, around(w.base + extra, n(w))]));
  return { kept: side((w) => w.kept, 0), left: side((w) => w.left, more) };
}

const whole = (weeks: ReadonlyMap<number, Moments>) => [...weeks.values()].reduce(together, noMoments).mean;

test('a season is no deviation: where most deviate in slow weeks, all together differ by a week and those of one week by what was planted', () => {
  const { kept, left } = season(2);
  expect(whole(left) - whole(kept)).toBeCloseTo(172.95, 2);
  const { cases, mean, keeping, more } = besideSameWeek(left, kept)!;
  expect([cases, keeping.cases]).toEqual([132, 204]);
  expect([more.estimate, mean - keeping.mean]).toEqual([expect.closeTo(2, 9), expect.closeTo(2, 9)]);
  expect([more.lo, more.hi]).toEqual([expect.closeTo(1.63, 1), expect.closeTo(2.37, 1)]);
  const nothing = besideSameWeek(season(0).left, kept)!;
  expect([nothing.more.estimate, nothing.more.lo < 0, nothing.more.hi > 0]).toEqual([expect.closeTo(0, 9), true, true]);
});

test('in one week it is Welch’s interval; weeks with one side only and too few cases tell nothing', () => {
  // By hand: variances 40/39 and 20/19, standard error √(1/39 + 1/19), 37.67 degrees of freedom, t 2.0249.
  const half = 2.02492 * Math.sqrt(1 / 39 + 1 / 19);
  const found = besideSameWeek(new Map([[3, around(30, 20)]]), new Map([[3, around(24, 40)]]))!;
  expect([found.more.estimate, found.more.lo, found.more.hi]).toEqual([6, expect.closeTo(6 - half, 4), expect.closeTo(6 + half, 4)]);
  const more = besideSameWeek(new Map([[3, around(30, 20)], [4, around(900, 50)]]), new Map([[3, around(24, 40)], [5, around(1, 9)]]));
  expect(more).toEqual(found);
  expect(besideSameWeek(new Map([[3, around(30, 19)], [4, around(900, 50)]]), new Map([[3, around(24, 40)]]))).toBeNull();
  expect(besideSameWeek(new Map([[3, around(30, 20)]]), new Map([[3, around(24, 19)]]))).toBeNull();
  expect(besideSameWeek(new Map([[3, of(Array(20).fill(1))]]), new Map([[3, of(Array(20).fill(1))]]))).toBeNull();
});

test('nineteen in twenty intervals hold what was planted, also where a week has one deviating case', () => {
  const random = seededRandom(7);
  const draw = (mean: number, n: number) => of(Array.from({ length: n }, () => mean + 3 * drawNormal(random)));
  let held = 0;
  for (let run = 0; run < 600; run++) {
    const bases = Array.from({ length: 25 }, () => 20 * random.unit());
    const { lo, hi } = besideSameWeek(new Map(bases.map((b, i) => [i, draw(b + 2, 1)])), new Map(bases.map((b, i) => [i, draw(b, 6)])))!.more;
    if (lo <= 2 && 2 <= hi) held++;
  }
  expect(held / 600).toBeGreaterThan(0.93);
});

test('money is of working hours where there are any, and none where they may be no more', () => {
  const prices = { delayCostAnHour: { low: { amount: 100, currency: 'GBP' }, high: { amount: 200, currency: 'GBP' } } };
  const hours = (weeks: ReadonlyMap<number, Moments>, by: number) => new Map([...weeks].map(([w, m]) => [w, { n: m.n, mean: m.mean * by, squares: m.squares * by * by }]));
  const stake = (more: number, working: number | null) => {
    const [{ kept, left }, longer] = [season(more), season(more + 1)];
    const took = (own: Map<number, Moments>, worked: Map<number, Moments>) => ({ cases: 1, margin: { cases: 0, sum: 0 }, took: { elapsed: hours(own, 3600), working: working === null ? null : hours(worked, 3600 * working) } });
    return atStake(took(left, longer.left), 132, took(kept, kept), prices);
  };
  const elapsed = stake(2, null);
  expect(elapsed.delay).toEqual({ low: Math.floor(132 * (elapsed.time!.elapsed.more.lo / 3600) * 100), high: Math.ceil(132 * (elapsed.time!.elapsed.more.hi / 3600) * 200), currency: 'GBP', hours: 'elapsed' });
  // Three hours more by season(2 + 1), of which a quarter are working hours.
  const working = stake(2, 0.25);
  expect(working.time!.working!.more.estimate).toBeCloseTo(0.75 * 3600, 6);
  expect(working.delay).toMatchObject({ hours: 'working', low: Math.floor(132 * (working.time!.working!.more.lo / 3600) * 100) });
  expect(stake(-3, 0.25).delay).toBeNull();
});
