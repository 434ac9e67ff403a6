import { problem } from '../../platform/errors/index.ts';
import type { ArrivalModel, SimulatedWindow, SimulationModel, StaffedStretch } from './model.ts';

/** One thing that is different from today. Activities by name; `of` limits people to one class of cases (a warehouse). */
export type Change =
  /** An activity is left out in a share (0 to 1) of the times that it would be done. */
  | { readonly kind: 'skip'; readonly activity: string; readonly share: number }
  /** So many people more (or, negative, fewer) in the pool that does an activity. */
  | { readonly kind: 'people'; readonly activity: string; readonly of?: string | undefined; readonly by: number }
  /** Hands-on time of an activity times a factor. */
  | { readonly kind: 'touch'; readonly activity: string; readonly factor: number }
  /** Cases that come, times a factor. */
  | { readonly kind: 'arrivals'; readonly factor: number }
  /** An activity cannot begin for so many hours from an instant (milliseconds since 1970). */
  | { readonly kind: 'stop'; readonly activity: string; readonly at: number; readonly hours: number };

/** Changes settled on a model's kinds of work and pools. */
export interface Scenario {
  readonly skip: Float64Array;
  readonly touch: Float64Array;
  readonly people: Float64Array;
  readonly arrivals: number;
  /** Levels of weeks that are known beside those of the model. */
  readonly known: ArrivalModel['known'];
  /** Of each pool, days on which it is known who was at work beside those of the model; none for none. */
  readonly staffed: readonly StaffedStretch[];
  readonly stops: readonly { readonly kind: number; readonly from: number; readonly until: number }[];
}

/**
 * Settles changes on a model; none is today.
 * @throws Problem `bad-input` for an activity that the model does not have, one without people where people change or without hands-on time where that changes, or a share or factor out of range.
 */
export function scenarioOf(model: SimulationModel, changes: readonly Change[]): Scenario {
  const skip = new Float64Array(model.kinds.length), touch = new Float64Array(model.kinds.length).fill(1), people = new Float64Array(model.pools.length);
  const stops: { kind: number; from: number; until: number }[] = [];
  let arrivals = 1;
  for (const c of changes) {
    if (c.kind === 'arrivals') arrivals *= within(c.factor, 0, 10, 'factor of arrivals');
    else {
      const kinds = kindsOf(model, c.activity);
      if (c.kind === 'skip') for (const k of kinds) skip[k] = 1 - (1 - skip[k]!) * (1 - within(c.share, 0, 1, 'share that is left out'));
      if (c.kind === 'touch' && kinds.every((k) => model.kinds[k]!.touch.every((t) => t === 0))) throw problem('bad-input', { detail: 'The log does not show how long this activity takes', value: c.activity, wanted: 'an activity whose work is recorded with its start' });
      if (c.kind === 'touch') for (const k of kinds) touch[k]! *= within(c.factor, 0, 100, 'factor of hands-on time');
      if (c.kind === 'stop') for (const kind of kinds) stops.push({ kind, from: c.at, until: c.at + within(c.hours, 0, 24 * 366, 'length of the stop in hours') * 3_600_000 });
      if (c.kind === 'people') for (const p of poolsFor(model, c.activity, c.of)) people[p]! += within(c.by, -10_000, 10_000, 'change of people');
    }
  }
  return { skip, touch, people, arrivals, known: [], staffed: [], stops };
}

/**
 * Refuses a stop of which nothing lies in the stretch that is simulated: it would change nothing, and look as if it did no harm.
 * @throws Problem `bad-input` with the stretch.
 */
export function refuseStopsOutside(changes: readonly Change[], { from, until }: SimulatedWindow): void {
  for (const c of changes) {
    if (c.kind !== 'stop' || (c.at < until && c.at + c.hours * 3_600_000 > from)) continue;
    throw problem('bad-input', { detail: 'The stop lies outside the weeks that are simulated', value: `${new Date(c.at).toISOString()} for ${c.hours} hours`, wanted: `an instant from ${new Date(from).toISOString()}, and before ${new Date(until).toISOString()}` });
  }
}

function within(value: number, lo: number, hi: number, what: string): number {
  if (value >= lo && value <= hi) return value;
  throw problem('bad-input', { detail: `The ${what} is out of range`, value: String(value), wanted: `a number from ${lo} to ${hi}` });
}

function kindsOf(model: SimulationModel, activity: string): number[] {
  const code = model.activities.indexOf(activity);
  if (code < 0) throw problem('bad-input', { detail: 'The log has no such activity', value: activity, wanted: `one of: ${model.activities.slice(0, 50).join(', ')}` });
  return model.classes.map((_, g) => g * model.activities.length + code);
}

function poolsFor(model: SimulationModel, activity: string, of: string | undefined): Set<number> {
  if (of !== undefined && !model.classes.includes(of)) throw problem('bad-input', { detail: `Work is not divided by “${of}”`, value: of, wanted: model.classAttribute === null ? 'a change for all who do it, because no attribute of the case divides the work in this log' : `one of: ${model.classes.join(', ')}` });
  const pools = new Set(kindsOf(model, activity).filter((k, g) => (of === undefined || model.classes[g] === of) && model.kinds[k]!.pool >= 0).map((k) => model.kinds[k]!.pool));
  if (pools.size === 0) throw problem('bad-input', { detail: 'The log does not show people who do this activity, with a start and an end', value: activity, wanted: 'an activity whose work is recorded with its start and who did it' });
  return pools;
}
