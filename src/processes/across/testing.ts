import * as fc from 'fast-check';
import { expect } from 'vitest';
import { quantile } from '../../maths/statistics/index.ts';
import { workingMs, type WorkingCalendar } from '../../maths/time/index.ts';
import { workingCalendar } from '../../organisation/index.ts';
import type { DatasetVersion } from '../event-logs/index.ts';
import { instantOf, type TestLogs } from '../performance/steps/testing.ts';
import { withHandOvers } from './hand-overs.ts';
import { measureEdge } from './measure.ts';
import type { Edge, Side } from './model.ts';

/** A case as a test writes it: its keys, and its steps in order of the file; times in minutes. */
export interface ObviousCase {
  readonly id: string;
  readonly keys: readonly string[];
  readonly steps: readonly { readonly activity: string; readonly start: number | null; readonly end: number }[];
}

export interface ObviousHandOver { readonly from: string; readonly to: string; readonly left: number; readonly entered: number }

/** What hand-overs are, said one by one and slowly: for each step that takes up, every step that might have handed over. */
export function obviousHandOvers(edge: Pick<Edge, 'from' | 'to' | 'givenUpAfterSeconds'>, senders: readonly ObviousCase[], receivers: readonly ObviousCase[], asOf: number) {
  const counts = (names: readonly string[] | null, activity: string) => names === null || names.includes(activity);
  const partnersOf = (c: ObviousCase, others: readonly ObviousCase[]) => others.filter((o) => o.keys.some((k) => c.keys.includes(k)));
  const leavesOf = (c: ObviousCase) => c.steps.filter((s) => counts(edge.from.activities, s.activity) && s.end <= asOf).map((s) => s.end);
  const entriesOf = (c: ObviousCase) => {
    const all = [...new Set(c.steps.filter((s) => counts(edge.to.activities, s.activity)).map((s) => s.start ?? s.end).filter((t) => t <= asOf))].sort((a, b) => a - b);
    return edge.to.activities === null ? all.slice(0, 1) : all;
  };
  const handOvers: ObviousHandOver[] = [];
  for (const to of receivers.filter((r) => r.keys.length > 0)) {
    entriesOf(to).forEach((entered, i, all) => {
      let best: ObviousHandOver | undefined;
      for (const from of partnersOf(to, senders)) for (const left of leavesOf(from)) if (left <= entered && left > (all[i - 1] ?? -Infinity) && (best === undefined || left > best.left)) best = { from: from.id, to: to.id, left, entered };
      if (best !== undefined) handOvers.push(best);
    });
  }
  const states = { takenUp: 0, otherWay: 0, waiting: 0, notTakenUp: 0, noPartner: 0 };
  for (const from of senders.filter((s) => s.keys.length > 0 && leavesOf(s).length > 0)) {
    const [first, last] = [Math.min(...leavesOf(from)), Math.max(...leavesOf(from))];
    const partners = partnersOf(from, receivers);
    const entries = partners.flatMap(entriesOf);
    const young = edge.givenUpAfterSeconds === null || (asOf - last) * 60 <= edge.givenUpAfterSeconds;
    if (entries.some((t) => t >= first)) states.takenUp++;
    else if (entries.length > 0 && edge.from.activities === null && edge.to.activities === null) states.otherWay++;
    else if (young) states.waiting++;
    else if (partners.length > 0) states.notTakenUp++;
    else states.noPartner++;
  }
  const several = (side: readonly ObviousCase[], other: readonly ObviousCase[]) => { const n = side.map((c) => partnersOf(c, other).length); return { linked: n.filter((x) => x > 0).length, several: n.filter((x) => x > 1).length }; };
  return { handOvers, states, from: several(senders, receivers), to: several(receivers, senders) };
}

const iso = (minutes: number) => new Date(instantOf(minutes)).toISOString();
export const side = (parts: Partial<Side> = {}): Side & { process: string } => ({ process: 'p', key: 'key', activities: null, only: null, ...parts });
export const edge = (from: Partial<Side>, to: Partial<Side>, givenUpAfterSeconds: number | null = null): Edge => ({ link: 'l', back: false, from: side(from), to: side(to), givenUpAfterSeconds });
export const office: WorkingCalendar = workingCalendar({ zone: 'Europe/London', week: { monday: ['09:00-17:00'], tuesday: ['09:00-17:00'], wednesday: ['09:00-17:00'], thursday: ['09:00-17:00'], friday: ['09:00-12:00', '13:00-17:00'] }, holidays: new Map() });

/** The cases as a log; a case's keys are of its events, one after the other. */
export async function written(logs: TestLogs, cases: readonly ObviousCase[]): Promise<DatasetVersion> {
  const rows = cases.flatMap((c) => c.steps.map((s, i) => [c.id, s.activity, iso(s.end), s.start === null ? '' : iso(s.start), c.keys.length === 0 ? '' : c.keys[i % c.keys.length]].join(',')));
  return logs.import('case,activity,time,begun,key', rows, { start: 'begun', attributes: [{ column: 'key', type: 'text', of: 'event' }] });
}

const caseOf = (prefix: string) => fc.record({
  keys: fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3', 'k4'), { maxLength: 2 }),
  steps: fc.array(fc.record({ activity: fc.constantFrom('a', 'b', 'c'), end: fc.integer({ min: 0, max: 400 }).map((n) => n * 37), length: fc.constantFrom(0, 0, 30, 600) }), { minLength: 2, maxLength: 5 }),
}).map(({ keys, steps }) => ({ prefix, keys, steps: steps.map(({ activity, end, length }) => ({ activity, end, start: end - length })) }));
const casesOf = (prefix: string) => fc.array(caseOf(prefix), { minLength: 1, maxLength: 8 }).map((all): ObviousCase[] => all.map(({ keys, steps }, i) => ({ id: `${prefix}${i}`, keys, steps })));
const activities = fc.constantFrom<readonly string[] | null>(null, ['a'], ['b', 'c'], ['a', 'b', 'c']);

function expectedTimes(waits: readonly number[]): unknown {
  if (waits.length === 0) return null;
  const total = waits.reduce((a, b) => a + b, 0);
  return { unit: 's', n: waits.length, mean: expect.closeTo(total / waits.length, 6), median: expect.closeTo(quantile(waits, 0.5)!, 6), p90: expect.closeTo(quantile(waits, 0.9)!, 6), total: expect.closeTo(total, 6) };
}

/** On random logs hand-overs, waits, working waits and every count are those of the obvious reference; how many hand-overs there were. */
export async function agreesWithTheObvious(logs: TestLogs, params: { readonly numRuns: number; readonly seed?: number }): Promise<number> {
  let seen = 0;
  await fc.assert(fc.asyncProperty(casesOf('f'), casesOf('t'), activities, activities, fc.constantFrom(null, 20 * 3600), fc.integer({ min: 2000, max: 16_000 }), async (senders, receivers, froms, tos, givenUp, asOf) => {
    const known = (all: readonly ObviousCase[], names: readonly string[] | null) => (names === null ? null : names.filter((n) => all.some((c) => c.steps.some((s) => s.activity === n))));
    const [named, taken] = [known(senders, froms), known(receivers, tos)];
    if (named?.length === 0 || taken?.length === 0) return;
    const [from, to] = [await written(logs, senders), await written(logs, receivers)];
    const e = edge({ activities: named }, { activities: taken }, givenUp);
    const got = await measureEdge(logs.c, { edge: e, from, to, calendar: office, asOf: instantOf(asOf) }, 'UTC');
    // Where nothing was agreed, how long is waited depends on the waits themselves.
    const wanted = obviousHandOvers({ ...e, givenUpAfterSeconds: got.horizonSeconds }, senders, receivers, asOf);
    const rows = await withHandOvers(logs.c, { edge: e, from, to, calendar: office, asOf: instantOf(asOf) }, async (h) => h.c.rows<{ left: number; entered: number; wait: number; worked: number }>(`SELECT epoch_ms("left") AS left, epoch_ms(entered) AS entered, wait, worked FROM ${h.handOvers}`));
    const order = (list: readonly { left: number; entered: number }[]) => list.map((r) => `${r.left} ${r.entered}`).sort();
    expect(order(rows)).toEqual(order(wanted.handOvers.map((x) => ({ left: instantOf(x.left), entered: instantOf(x.entered) }))));
    for (const r of rows) expect(r.worked / 1000).toBe(workingMs(office, r.left, r.entered));
    seen += rows.length;
    const waits = wanted.handOvers.map((x) => (x.entered - x.left) * 60);
    expect(got.whole.wait).toEqual(expectedTimes(waits));
    expect(got.partners).toMatchObject({ fromLinked: wanted.from.linked, fromSeveral: wanted.from.several, toLinked: wanted.to.linked, toSeveral: wanted.to.several });
    expect(got.senders).toEqual(wanted.states);
  }), params);
  return seen;
}
