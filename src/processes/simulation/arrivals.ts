import { dateOfDay, weekday } from '../../maths/time/index.ts';
import { mean } from '../../maths/statistics/index.ts';
import { drawGamma, drawPoisson, keyedUniform, seededRandom, seedOf } from '../../maths/random/index.ts';
import { calibration, type ArrivalModel } from './model.ts';
import { hourOfWeek, type Slots } from './slots.ts';

/** Cases that began in an hour of a local day. */
export interface HourCount {
  readonly day: number;
  readonly hour: number;
  readonly n: number;
}

/**
 * How cases come: shares by hour of the week from days that are no holidays, the level of the last weeks, and how much weeks differ beyond
 * chance. Whole weeks from `firstDay` to before `endDay` count; without one, all days do.
 */
export function arrivalModel(counts: readonly HourCount[], firstDay: number, endDay: number, holidays: ReadonlySet<number>): ArrivalModel {
  const isHoliday = (day: number) => holidays.has(day);
  const normal = new Float64Array(168), daysSeen = new Float64Array(7);
  for (let day = firstDay; day < endDay; day++) if (!isHoliday(day)) daysSeen[weekday(day) - 1]!++;
  for (const { day, hour, n } of counts) if (!isHoliday(day)) normal[(weekday(day) - 1) * 24 + hour]! += n;
  const perDay = normal.map((n, h) => n / Math.max(1, daysSeen[Math.floor(h / 24)]!));
  const total = perDay.reduce((a, b) => a + b, 0);
  const profile = total === 0 ? perDay : perDay.map((n) => n / total);
  const dayShare = (day: number) => profile.subarray((weekday(day) - 1) * 24, weekday(day) * 24).reduce((a, b) => a + b, 0);
  const byDay = new Map<number, number>();
  for (const { day, n } of counts) byDay.set(day, (byDay.get(day) ?? 0) + n);
  const weeks = wholeWeeks(firstDay, endDay).map((monday) => {
    const days = Array.from({ length: 7 }, (_, i) => monday + i);
    const sum = (of: (day: number) => number, which: readonly number[]) => which.reduce((s, d) => s + of(d), 0);
    const work = days.filter((d) => !isHoliday(d));
    const seen = sum((d) => byDay.get(d) ?? 0, work), share = sum(dayShare, work);
    return { monday, cases: share > 0 ? seen / share : 0, seen, holidays: sum((d) => byDay.get(d) ?? 0, days) - seen, holidayShare: sum(dayShare, days) - share };
  });
  const recent = weeks.slice(-calibration.levelWeeks);
  const expected = weeks.reduce((s, w) => s + w.cases * w.holidayShare, 0);
  return {
    weekly: mean(recent.map((w) => w.cases)) ?? total, profile, known: weeks.map(({ monday, cases }) => ({ monday, cases })),
    spread: spreadOf(recent.map((w) => w.cases)), holidayShare: expected > 0 ? weeks.reduce((s, w) => s + w.holidays, 0) / expected : 1,
  };
}

function wholeWeeks(firstDay: number, endDay: number): number[] {
  const out: number[] = [];
  for (let monday = firstDay + ((8 - weekday(firstDay)) % 7); monday + 7 <= endDay; monday += 7) out.push(monday);
  return out;
}

/** The squared coefficient of variation that remains once that of a Poisson count is taken off. */
function spreadOf(counts: readonly number[]): number {
  const m = mean(counts);
  if (m === null || m <= 0 || counts.length < 3) return 0;
  const variance = counts.reduce((s, x) => s + (x - m) ** 2, 0) / (counts.length - 1);
  return Math.max(0, (variance - m) / (m * m));
}

/** The levels of weeks, by the day number of their Monday, in which so many cases began. */
export function levelsOf(model: ArrivalModel, weeks: readonly { readonly monday: number; readonly begun: number }[], holidays: ReadonlySet<number>): ArrivalModel['known'] {
  return weeks.map(({ monday, begun }) => {
    const expected = model.profile.reduce((sum, share, h) => sum + share * (holidays.has(monday + Math.floor(h / 24)) ? model.holidayShare : 1), 0);
    return { monday, cases: expected > 0 ? begun / expected : 0 };
  });
}

/** Cases as they come: instants in milliseconds, ascending, and the keys of their luck. */
export interface Arrivals {
  readonly times: Float64Array;
  readonly keys: Int32Array;
}

/** Keys of cases that only come because more of them do lie beyond those of the others. */
const extraKeys = 1 << 30;
const keptPurpose = 17;

/**
 * Draws cases as a Poisson process by hour of the week whose weekly level varies. A factor below 1 leaves some of the same cases out, one
 * above 1 adds others, so that runs that differ in it share the rest.
 */
export function drawArrivals(model: ArrivalModel, { holidays, factor, seed }: { holidays: ReadonlySet<number>; factor: number; seed: number }, slots: Slots): Arrivals {
  const base = stream(model, holidays, 1, seedOf(`${seed} arrivals`), seed, slots);
  const kept = factor < 1 ? base.filter((_, i) => keyedUniform(seed, keptPurpose, i) < factor) : base;
  const more = factor > 1 ? stream(model, holidays, factor - 1, seedOf(`${seed} more arrivals`), seed, slots) : [];
  const keyOf = new Map(base.map((t, i) => [t, i]));
  const all = [...kept.map((t) => [t, keyOf.get(t)!] as const), ...more.map((t, i) => [t, extraKeys + i] as const)].sort((a, b) => a[0] - b[0]);
  return { times: Float64Array.from(all, (x) => x[0]), keys: Int32Array.from(all, (x) => x[1]) };
}

function stream(model: ArrivalModel, holidays: ReadonlySet<number>, factor: number, streamSeed: number, levelSeed: number, { starts, ends, days, halves }: Slots): number[] {
  const random = seededRandom(streamSeed);
  const known = new Map(model.known.map((w) => [w.monday, w.cases]));
  const levels = new Map<number, number>();
  const levelOf = (monday: number) => {
    const drawn = levels.get(monday) ?? known.get(monday) ?? model.weekly * (model.spread > 0 ? drawGamma(seededRandom(seedOf(`${levelSeed} ${dateOfDay(monday)}`)), 1 / model.spread) : 1);
    levels.set(monday, drawn);
    return drawn;
  };
  const out: number[] = [];
  for (let i = 0; i < starts.length; i++) {
    const day = days[i]!, monday = day - weekday(day) + 1;
    const whole = 1_800_000;
    const rate = levelOf(monday) * (model.profile[hourOfWeek(day, halves[i]!)]! / 2) * (holidays.has(day) ? model.holidayShare : 1);
    const n = drawPoisson(random, (rate * factor * Math.min(whole, ends[i]! - starts[i]!)) / whole);
    const within = Array.from({ length: n }, () => starts[i]! + random.unit() * (ends[i]! - starts[i]!)).sort((a, b) => a - b);
    for (const t of within) out.push(t);
  }
  return out;
}
