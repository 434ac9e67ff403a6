import { DAY, dayOf, toInstant, toLocal } from './civil-time.ts';
import { caseStarts, stops } from './demand.ts';
import { lognormal, uniform, wordKey } from './draws.ts';
import { extract, type Finished } from './extract.ts';
import type { Change, Parameters, Pool, Simulation, SimulatedCase, Step } from './model.ts';
import { Agenda, Line } from './queue.ts';
import { opening } from './working-time.ts';

const LOSE = wordKey('case lost');
const TOUCH = wordKey('touch');
const ABSENT = wordKey('absent');
const LAST_START = 300;

/** One piece of work: which case, which step, when it could be done, when it was begun. */
interface Task {
  readonly case: number;
  readonly step: number;
  readonly visit: number;
  /** When the case came to the step, and when its release let it queue. */
  readonly came: number;
  readonly ready: number;
  start: number;
  person: number;
}

/** The work of one step that waits for one pool (or for a service, where no people are needed). */
interface Lane {
  readonly services: readonly string[];
  readonly urgent: Line<Task>;
  readonly normal: Line<Task>;
  readonly pool: number;
}

interface Staff {
  readonly shiftEnd: Map<number, number>;
  /** Where each person is: a person stands in the line of idle ones once, however long ago they came. */
  readonly state: Map<number, 'idle' | 'busy'>;
  readonly idle: Line<number>;
  readonly lanes: Lane[];
}

/**
 * Runs a process: cases arrive, wait for people and services, are worked on, move on. The same parameters and seed give the same result to
 * the second; what happens after `until` is left out, as an extract taken then would leave it out.
 */
export function simulate(parameters: Parameters, seed: number): Simulation {
  return new Run(parameters, seed).result();
}

class Run {
  private readonly p: Parameters;
  private readonly seed: number;
  private readonly agenda = new Agenda();
  private readonly cases: SimulatedCase[] = [];
  private readonly tasks: Task[] = [];
  private readonly done: Finished[] = [];
  private readonly people: { name: string; pool: number; from: number; until: number }[] = [];
  private readonly staff: Staff[];
  private readonly lanes = new Map<string, Lane>();
  private readonly stepIndex: ReadonlyMap<string, number>;
  private readonly poolIndex: ReadonlyMap<string, number>;
  private readonly down = new Set<number>();
  private readonly truth: Simulation['demand'];

  constructor(p: Parameters, seed: number) {
    this.p = p;
    this.seed = seed;
    this.stepIndex = new Map(p.model.steps.map((s, i) => [s.name, i]));
    this.poolIndex = new Map(p.model.pools.map((pool, i) => [pool.name, i]));
    this.staff = p.model.pools.map(() => ({ shiftEnd: new Map(), state: new Map(), idle: new Line<number>(), lanes: [] }));
    p.outages.forEach((o, i) => {
      this.agenda.add(o.from, { kind: 'fail', a: i, b: 0, c: 0 });
      this.agenda.add(o.until, { kind: 'restore', a: i, b: 0, c: 0 });
    });
    p.model.pools.forEach((pool, i) => this.planShifts(pool, i));
    const { arrivals, truth } = caseStarts(p, seed);
    this.truth = truth;
    for (const a of arrivals) {
      this.agenda.add(a.time, { kind: 'arrive', a: this.cases.length, b: 0, c: 0 });
      this.cases.push({ key: a.key, stream: a.stream, attributes: a.attributes, arrival: a.time, amount: a.amount, visits: p.model.steps.map(() => 0), completed: p.model.steps.map(() => 0), lostBy: -1 });
    }
    for (let e = this.agenda.next(); e !== undefined && e.time <= p.until; e = this.agenda.next()) this.happen(e.time, e.item);
  }

  private planShifts(pool: Pool, poolIndex: number): void {
    const begin = dayOf(toLocal(this.p.from - this.p.warmUp));
    const end = dayOf(toLocal(this.p.until));
    pool.shifts.forEach((shift) => {
      const first = this.people.length;
      for (const w of shift.people) this.people.push({ name: w.name, pool: poolIndex, from: w.from ?? 0, until: w.until ?? Number.POSITIVE_INFINITY });
      for (let day = begin; day <= end; day += 1) {
        const span = opening(shift.hours, day);
        if (span === undefined) continue;
        for (let person = first; person < this.people.length; person += 1) {
          const { from, until } = this.people[person]!;
          if (day < from || day >= until || uniform(this.seed, ABSENT, wordKey(this.people[person]!.name), day) < pool.absence(day)) continue;
          this.agenda.add(toInstant(span[0]), { kind: 'shift', a: poolIndex, b: person, c: toInstant(span[1]) });
        }
      }
    });
  }

  private happen(now: number, e: { kind: string; a: number; b: number; c: number }): void {
    if (e.kind === 'arrive') this.offer(e.a, this.p.model.steps.findIndex((s) => s.first === true), now);
    else if (e.kind === 'ready') this.enqueue(this.tasks[e.a]!, now);
    else if (e.kind === 'complete') this.complete(this.tasks[e.a]!, now);
    else if (e.kind === 'shift') this.arriveAtWork(e.a, e.b, e.c, now);
    else if (e.kind === 'fail') this.down.add(e.a);
    else this.restore(e.a, now);
  }

  private arriveAtWork(pool: number, person: number, end: number, now: number): void {
    const staff = this.staff[pool]!;
    staff.shiftEnd.set(person, end);
    if (!staff.state.has(person)) free(staff, person);
    this.dispatch(pool, now);
  }

  /** Hands the case to a step: it becomes ready now, or when the step's release lets it. */
  private offer(caseIndex: number, stepIndex: number, now: number): void {
    const c = this.cases[caseIndex]!;
    const step = this.step(stepIndex);
    const visit = c.visits[stepIndex]!;
    c.visits[stepIndex] = visit + 1;
    const ready = step.release?.(now, c, this.draw(c, stepIndex, visit)) ?? now;
    const task: Task = { case: caseIndex, step: stepIndex, visit, came: now, ready, start: 0, person: -1 };
    this.tasks.push(task);
    if (ready <= now) this.enqueue(task, now);
    else this.agenda.add(ready, { kind: 'ready', a: this.tasks.length - 1, b: 0, c: 0 });
  }

  private enqueue(task: Task, now: number): void {
    const c = this.cases[task.case]!;
    const step = this.step(task.step);
    const lane = this.lane(task.step, step.pool?.(c));
    if (lane.pool < 0 && this.slowdown(lane.services) !== Number.POSITIVE_INFINITY) {
      this.begin(task, -1, now, 1);
      return;
    }
    (step.urgent?.(c) === true ? lane.urgent : lane.normal).push(task);
    if (lane.pool >= 0) this.dispatch(lane.pool, now);
  }

  private lane(stepIndex: number, pool: string | undefined): Lane {
    const key = `${stepIndex}:${pool ?? ''}`;
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const poolIndex = pool === undefined ? -1 : (this.poolIndex.get(pool) ?? missing(`pool ${pool}`));
    const services = [...this.step(stepIndex).services, ...(this.p.model.pools[poolIndex]?.services ?? [])];
    const lane: Lane = { services, urgent: new Line<Task>(), normal: new Line<Task>(), pool: poolIndex };
    this.lanes.set(key, lane);
    this.staff[poolIndex]?.lanes.push(lane);
    return lane;
  }

  /** Gives work to people as long as there are both. */
  private dispatch(poolIndex: number, now: number): void {
    const staff = this.staff[poolIndex]!;
    while (staff.idle.length > 0) {
      const person = staff.idle.first()!;
      if (staff.shiftEnd.get(person)! - LAST_START <= now) {
        staff.idle.shift();
        staff.state.delete(person);
        continue;
      }
      const lane = this.longestWaiting(staff);
      const task = lane === undefined ? undefined : (lane.urgent.shift() ?? lane.normal.shift());
      if (lane === undefined || task === undefined) return;
      staff.idle.shift();
      staff.state.set(person, 'busy');
      this.begin(task, person, now, this.slowdown(lane.services));
    }
  }

  private longestWaiting(staff: Staff): Lane | undefined {
    let best: Lane | undefined;
    let bestReady = Number.POSITIVE_INFINITY;
    for (const lane of staff.lanes) {
      const urgent = lane.urgent.first();
      const ready = urgent === undefined ? lane.normal.first()?.ready : urgent.ready - DAY;
      if (ready === undefined || ready >= bestReady || this.slowdown(lane.services) === Number.POSITIVE_INFINITY) continue;
      best = lane;
      bestReady = ready;
    }
    return best;
  }

  /** Factor on touch time by what is down now, 1 when all is well. */
  private slowdown(services: readonly string[]): number {
    let factor = 1;
    for (const index of this.down) {
      const outage = this.p.outages[index]!;
      if (outage.services.some((s) => services.includes(s))) factor *= outage.slowdown;
    }
    return factor;
  }

  private begin(task: Task, person: number, now: number, slowdown: number): void {
    const c = this.cases[task.case]!;
    const step = this.step(task.step);
    const [mean, cv] = step.touch(c);
    const u = uniform(this.seed, TOUCH, c.key, task.step * 256 + task.visit);
    const seconds = mean === 0 ? 0 : Math.max(1, Math.round(lognormal(u, mean, cv) * slowdown * changeFactor(this.p.changes, step, c, now)));
    task.start = now;
    task.person = person;
    const index = this.tasks.push(task) - 1;
    this.agenda.add(now + seconds, { kind: 'complete', a: index, b: 0, c: 0 });
  }

  private complete(task: Task, now: number): void {
    const c = this.cases[task.case]!;
    const step = this.step(task.step);
    const draw = this.draw(c, task.step, task.visit);
    c.completed[task.step]! += 1;
    if (step.amount !== undefined) c.amount = step.amount(c, draw);
    this.done.push({ case: task.case, step: task.step, visit: task.visit, came: task.came, start: task.start, complete: now, person: task.person, amount: c.amount });
    for (const name of step.next(c, draw, now)) this.offer(task.case, this.stepIndex.get(name) ?? missing(`step ${name}`), now);
    if (task.person < 0) return;
    const pool = this.people[task.person]!.pool;
    free(this.staff[pool]!, task.person);
    this.dispatch(pool, now);
  }

  private restore(index: number, now: number): void {
    const outage = this.p.outages[index]!;
    this.down.delete(index);
    for (const lane of this.lanes.values()) {
      if (!stops(outage) || !outage.services.some((s) => lane.services.includes(s))) continue;
      const gone = (t: Task): boolean => uniform(this.seed, LOSE, this.cases[t.case]!.key, wordKey(outage.id)) < outage.casesLost;
      for (const task of [...lane.urgent.remove(gone), ...lane.normal.remove(gone)]) this.cases[task.case]!.lostBy = index;
      if (lane.pool >= 0) this.dispatch(lane.pool, now);
      else if (this.slowdown(lane.services) !== Number.POSITIVE_INFINITY) {
        for (let t = lane.urgent.shift() ?? lane.normal.shift(); t !== undefined; t = lane.urgent.shift() ?? lane.normal.shift()) this.begin(t, -1, now, 1);
      }
    }
  }

  private step(index: number): Step {
    return this.p.model.steps[index] ?? missing(`first step of ${this.p.model.id}`);
  }

  private draw(c: SimulatedCase, step: number, visit: number): (purpose: string) => number {
    return (purpose) => uniform(this.seed, wordKey(purpose), c.key, step * 256 + visit);
  }

  result(): Simulation {
    return extract(this.p, this.cases, this.done, this.people.map((w) => w.name), this.truth);
  }
}

function free(staff: Staff, person: number): void {
  staff.idle.push(person);
  staff.state.set(person, 'idle');
}

/** The factor of all changes on a step's touch time at an instant, each growing linearly over its ramp. */
function changeFactor(changes: readonly Change[], step: Step, c: SimulatedCase, now: number): number {
  return changes.reduce((factor, change) => {
    if (change.step !== step.name || now < change.from || !change.applies(c)) return factor;
    const share = change.ramp === 0 ? 1 : Math.min(1, (now - change.from) / change.ramp);
    return factor * (1 + (change.touchFactor - 1) * share);
  }, 1);
}

function missing(what: string): never {
  throw new RangeError(`The model names a ${what} that it does not have`);
}
