import { EventHeap } from '../../maths/scheduling/index.ts';
import { Lanes } from './lanes.ts';
import type { Plan } from './plan.ts';
import { Tally, type RunTally } from './tally.ts';

/** What came of a run: the cases in order of arrival, and what was counted. Seconds after the plan's origin. */
export interface RunResult extends RunTally {
  /** When the first step of the case began; NaN where it did not. */
  readonly began: Float64Array;
  /** When the case was complete; NaN where it was not. */
  readonly completed: Float64Array;
  /** Steps that began, delays that ended and steps that were completed. */
  readonly events: number;
}

/**
 * Runs a plan: cases arrive, wait out their delays, queue for people, are worked on and move on. Work that has begun is finished, also after
 * hours. The first step of a case begins when the case arrives, whoever is free, because a log does not see the wait before it. The same plan
 * gives the same result to the bit.
 */
export function runPlan(plan: Plan): RunResult {
  return new Run(plan).result();
}

const WAITED = 0, WORKED = 1;

class Run {
  private readonly plan: Plan;
  private readonly heap = new EventHeap(4096);
  private readonly lanes: Lanes;
  private readonly tally: Tally;
  private readonly began: Float64Array;
  private readonly completed: Float64Array;
  private readonly left: Int32Array;
  /** Number of the first step of each case among the steps of all. */
  private readonly firstItem: Int32Array;
  private readonly itemCase: Int32Array;
  private readonly ready: Float64Array;
  /** For each step of a route: the first step that waits for it, and for each step the next that waits for the same. */
  private readonly firstAfter: Int32Array;
  private readonly nextAfter: Int32Array;
  private readonly busy: Int32Array;
  private readonly capacity: Int32Array;
  private readonly stopped: Uint8Array;
  private events = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    const { cases: { arrivals, routes: routeOf }, routes, kinds, pools } = plan;
    const n = arrivals.length;
    this.began = new Float64Array(n).fill(Number.NaN);
    this.completed = new Float64Array(n).fill(Number.NaN);
    this.left = Int32Array.from(routeOf, (r) => routes.from[r + 1]! - routes.from[r]!);
    this.firstItem = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) this.firstItem[i + 1] = this.firstItem[i]! + this.left[i]!;
    this.itemCase = new Int32Array(this.firstItem[n]!);
    for (let i = 0; i < n; i++) this.itemCase.fill(i, this.firstItem[i], this.firstItem[i + 1]);
    this.ready = new Float64Array(this.firstItem[n]!);
    ({ first: this.firstAfter, next: this.nextAfter } = followers(plan));
    this.lanes = new Lanes(kinds, pools, this.ready);
    this.tally = new Tally(plan);
    this.busy = new Int32Array(pools.length);
    this.capacity = new Int32Array(pools.length);
    this.stopped = new Uint8Array(kinds.length);
    this.loop();
  }

  private loop(): void {
    const { until, cases: { arrivals }, capacity, stops } = this.plan;
    const switches = stops.flatMap(({ kind, from, until: to }) => [{ at: from, kind, by: 1 }, { at: to, kind, by: -1 }]).sort((a, b) => a.at - b.at || b.by - a.by);
    let [i, j, k] = [0, 0, 0];
    for (;;) {
      const [arrival, change, stop] = [arrivals[i] ?? Infinity, capacity.times[j] ?? Infinity, switches[k]?.at ?? Infinity];
      const planned = Math.min(arrival, change, stop);
      const now = Math.min(planned, this.heap.time);
      if (!(now < until)) break;
      if (now < planned) this.happen(now, this.heap.take());
      else if (change === now) this.staff(capacity.pools[j]!, capacity.capacities[j++]!, now);
      else if (stop === now) this.stop(switches[k]!.kind, switches[k++]!.by, now);
      else this.arrive(i++, now);
    }
    this.tally.end(this.busy, this.capacity);
  }

  private arrive(which: number, now: number): void {
    const { routes, cases } = this.plan;
    const from = routes.from[cases.routes[which]!]!;
    for (let step = 0; step < this.left[which]!; step++) if (routes.after[from + step] === -1) this.reach(this.firstItem[which]! + step, now);
  }

  private stepOf(item: number): number {
    const which = this.itemCase[item]!;
    return this.plan.routes.from[this.plan.cases.routes[which]!]! + item - this.firstItem[which]!;
  }

  private uniform(purpose: number, item: number): number {
    const which = this.itemCase[item]!;
    return this.plan.draws.uniform(purpose, this.plan.cases.keys[which]!, item - this.firstItem[which]!);
  }

  /** What the step waited for is done: it is skipped, or waits out its delay. */
  private reach(item: number, now: number): void {
    const { draws, routes } = this.plan;
    const step = this.stepOf(item);
    const kind = routes.kinds[step]!;
    this.ready[item] = now;
    if (draws.skipped(kind, this.uniform(2, item))) return this.leave(item, now, true);
    const which = routes.delays[step]!;
    const delay = which < 0 ? 0 : draws.delay(which, now, this.uniform(0, item));
    this.tally.delay(kind, now, delay);
    if (delay > 0) this.heap.add(now + delay, item * 2 + WAITED);
    else this.queue(item, now);
  }

  private happen(now: number, event: number): void {
    this.events++;
    const item = event >> 1;
    if ((event & 1) === WAITED) return this.queue(item, now);
    const kind = this.plan.routes.kinds[this.stepOf(item)]!;
    const { pool } = this.plan.kinds[kind]!;
    this.leave(item, now, false);
    if (pool < 0) return;
    this.tally.use(pool, this.busy[pool]!, this.capacity[pool]!, now);
    this.busy[pool]!--;
    this.dispatch(pool, now);
  }

  private queue(item: number, now: number): void {
    const step = this.stepOf(item);
    const kind = this.plan.routes.kinds[step]!;
    const { pool } = this.plan.kinds[kind]!;
    this.ready[item] = now;
    if (pool >= 0) this.tally.bring(pool, now, this.plan.draws.touch(kind, this.uniform(1, item)));
    const isFirst = this.plan.routes.after[step] === -1;
    if (this.stopped[kind] === 0 && (pool < 0 || isFirst || (this.busy[pool]! < this.capacity[pool]! && this.lanes.waiting(pool) === 0))) return this.begin(item, kind, now);
    this.lanes.add(kind, item);
    if (pool >= 0) this.dispatch(pool, now);
  }

  private begin(item: number, kind: number, now: number): void {
    const { pool } = this.plan.kinds[kind]!;
    const touch = this.plan.draws.touch(kind, this.uniform(1, item));
    const which = this.itemCase[item]!;
    if (Number.isNaN(this.began[which]!)) this.began[which] = now;
    this.tally.work(kind, now, now - this.ready[item]!, touch);
    if (pool >= 0) {
      this.tally.use(pool, this.busy[pool]!, this.capacity[pool]!, now);
      this.busy[pool]!++;
    }
    this.events++;
    this.heap.add(now + touch, item * 2 + WORKED);
  }

  private dispatch(pool: number, now: number): void {
    while (this.busy[pool]! < this.capacity[pool]!) {
      const item = this.lanes.take(pool, this.stopped);
      if (item < 0) return;
      this.begin(item, this.plan.routes.kinds[this.stepOf(item)]!, now);
    }
  }

  /** The step is done: what waited for it is ready, and the case may be complete. */
  private leave(item: number, now: number, skipped: boolean): void {
    const { kinds, routes } = this.plan;
    const which = this.itemCase[item]!;
    const step = this.stepOf(item);
    const left = --this.left[which]!;
    if (Number.isNaN(this.completed[which]!) && ((!skipped && kinds[routes.kinds[step]!]!.ends) || left === 0)) {
      this.completed[which] = now;
      if (Number.isNaN(this.began[which]!)) this.began[which] = now;
    }
    const shift = item - step;
    for (let next = this.firstAfter[step]!; next >= 0; next = this.nextAfter[next]!) this.reach(next + shift, now);
  }

  private staff(pool: number, capacity: number, now: number): void {
    this.tally.use(pool, this.busy[pool]!, this.capacity[pool]!, now);
    this.capacity[pool] = capacity;
    this.dispatch(pool, now);
  }

  private stop(kind: number, by: number, now: number): void {
    this.stopped[kind]! += by;
    if (this.stopped[kind]! > 0) return;
    const { pool } = this.plan.kinds[kind]!;
    if (pool >= 0) return this.dispatch(pool, now);
    for (let item = this.lanes.takeOf(kind); item >= 0; item = this.lanes.takeOf(kind)) this.begin(item, kind, now);
  }

  result(): RunResult {
    return { ...this.tally.result(), began: this.began, completed: this.completed, events: this.events };
  }
}

/** The steps that wait for each step, as chains. */
function followers({ routes: { from, after } }: Plan): { first: Int32Array; next: Int32Array } {
  const first = new Int32Array(after.length).fill(-1);
  const next = new Int32Array(after.length).fill(-1);
  for (let r = 0; r + 1 < from.length; r++) {
    for (let step = from[r + 1]! - 1; step >= from[r]!; step--) {
      if (after[step]! < 0) continue;
      const before = from[r]! + after[step]!;
      next[step] = first[before]!;
      first[before] = step;
    }
  }
  return { first, next };
}
