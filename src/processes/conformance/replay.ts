import type { PetriNet, VariantLog } from '../models/index.ts';
import { sortedOrder } from './align-here.ts';
import type { Fitness } from './fitness.ts';
import { MarkingSpace } from './marking-space.ts';

/** Tokens of a replayed variant. */
export interface Tokens {
  readonly produced: number;
  readonly consumed: number;
  readonly missing: number;
  readonly remaining: number;
}

export interface Replayed {
  readonly tokens: readonly Tokens[];
  /** Whether each choice of silent steps was followed; where not, fewer tokens may be missing than is said. */
  readonly exact: boolean;
}

/** Markings that silent steps of one search, and silent choices of one variant, are followed to. */
const SILENT_MARKINGS = 4000;
/** Tokens beyond one for each place that silent steps are followed to add: in a net where they may go on for ever, more decide nothing. */
const SILENT_TOKENS = 16;
/** From so many markings on an event takes long enough for looking at the clock. */
const MANY = 64;

/** `left`: tokens that activities unknown to the model leave. */
interface Entry { readonly marking: number; readonly produced: number; readonly consumed: number; readonly missing: number; readonly left: number }
interface Reach { readonly marking: number; readonly steps: number; readonly produced: number; readonly consumed: number }

/**
 * Token replay of a log's variants (Rozinat & van der Aalst 2008) in which silent steps are not guessed: all markings that they allow are
 * followed together until the trace leaves the model; then the least number of missing tokens is added. An activity that the model does not
 * know misses one token and leaves one.
 * @example replay(netOfTree(parseTree("->( 'a', 'b' )")), variantLogOf([['a', 'b']])).tokens[0]!.missing // 0
 */
export function replay(net: PetriNet, log: VariantLog, stop: () => boolean = () => false): Replayed {
  const replayer = new Replayer(net, log.activities, stop);
  const tokens: Tokens[] = [];
  for (const i of sortedOrder(log.sequences)) {
    if (stop()) break;
    const found = replayer.tokens(log.sequences[i]!);
    if (found === null) break;
    tokens[i] = found;
  }
  const rest = log.sequences.map((s, i) => tokens[i] ?? untold(net, s.length));
  return { tokens: rest, exact: replayer.exact && rest.every((t, i) => t === tokens[i]) };
}

/** Thrown where `stop` ends a search. */
class Stopped extends Error {}

/** All is missing and all is left: what is said of a variant that time did not suffice for. */
function untold(net: PetriNet, events: number): Tokens {
  const [produced, consumed] = [net.initial.length + events, net.final.length + events];
  return { produced, consumed, missing: consumed, remaining: produced };
}

class Replayer {
  exact = true;
  private readonly net: PetriNet;
  private readonly stop: () => boolean;
  private readonly space: MarkingSpace;
  private readonly stepsOf: readonly (readonly number[])[];
  private readonly reached = new Map<number, readonly Reach[]>();
  private readonly jumps = new Map<number, readonly Reach[]>();
  private searched = 0;
  private layers: Entry[][] = [];
  private prefix: Int32Array = new Int32Array(0);
  private readonly initial: number;
  private readonly final: number;

  constructor(net: PetriNet, activities: readonly string[], stop: () => boolean) {
    this.net = net;
    this.stop = stop;
    this.space = new MarkingSpace(net);
    const stepsOf = new Map(activities.map((a) => [a, [] as number[]]));
    for (const [i, { label }] of net.transitions.entries()) if (label !== null) stepsOf.get(label)?.push(i);
    this.stepsOf = [...stepsOf.values()];
    this.initial = this.space.idOf(net.initial);
    this.final = this.space.idOf(net.final);
  }

  /** Null where `stop` ended it. */
  tokens(sequence: Int32Array): Tokens | null {
    try {
      return this.followed(sequence);
    } catch (error) {
      if (error instanceof Stopped) return null;
      throw error;
    }
  }

  private followed(sequence: Int32Array): Tokens {
    let at = 0;
    while (at < sequence.length && at < this.prefix.length && sequence[at] === this.prefix[at]) at++;
    this.layers.length = Math.min(this.layers.length, at + 1);
    if (this.layers.length === 0) this.layers.push([{ marking: this.initial, produced: this.net.initial.length, consumed: 0, missing: 0, left: 0 }]);
    for (; at < sequence.length; at++) {
      this.prefix = sequence.subarray(0, at);
      if (this.layers[at]!.length > MANY || at % 64 === 63) this.goOn();
      this.layers.push(this.advance(this.layers[at]!, sequence[at]!));
    }
    this.prefix = sequence;
    return this.end(this.layers[sequence.length]!);
  }

  /** @throws Stopped where `stop` says so */
  private goOn(): void {
    if (this.stop()) throw new Stopped();
  }

  private advance(entries: readonly Entry[], activity: number): Entry[] {
    const steps = this.stepsOf[activity]!;
    if (steps.length === 0) return entries.map((e) => ({ marking: e.marking, produced: e.produced + 1, consumed: e.consumed + 1, missing: e.missing + 1, left: e.left + 1 }));
    const next = new Map<number, Entry>();
    for (const e of entries) {
      for (const j of this.jumpsOf(e.marking, activity)) offer(next, { marking: j.marking, produced: e.produced + j.produced, consumed: e.consumed + j.consumed, missing: e.missing, left: e.left });
    }
    return next.size > 0 ? this.narrowed([...next.values()]) : this.forced(entries, steps);
  }

  /** The markings after a step with this activity, silent steps before it as needed. */
  private jumpsOf(marking: number, activity: number): readonly Reach[] {
    const key = marking * this.stepsOf.length + activity;
    const known = this.jumps.get(key);
    if (known !== undefined) return known;
    const found = new Map<number, Reach>();
    for (const r of this.silently(marking)) {
      for (const t of this.stepsOf[activity]!) {
        if (this.space.missing(r.marking, t) > 0) continue;
        const after = this.fired(r, t);
        if (!found.has(after.marking)) found.set(after.marking, after);
      }
    }
    const jumps = this.unimplied([...found.values()]);
    this.jumps.set(key, jumps);
    return jumps;
  }

  /** Without those that silent steps reach from another: they need not be taken yet. */
  private unimplied(reaches: readonly Reach[]): Reach[] {
    // Where a search was cut short, looking for these costs more than taking them along.
    if (!this.exact) return [...reaches];
    const kept: Reach[] = [];
    for (const r of reaches.toSorted((a, b) => a.steps - b.steps)) {
      if (!kept.some((k) => this.silently(k.marking).some((s) => s.marking === r.marking))) kept.push(r);
    }
    return kept;
  }

  /** The markings that silent steps lead to, those by the fewest steps first. */
  private silently(marking: number): readonly Reach[] {
    if (++this.searched % 64 === 0) this.goOn();
    const known = this.reached.get(marking);
    if (known !== undefined) return known;
    const found = new Map<number, Reach>([[marking, { marking, steps: 0, produced: 0, consumed: 0 }]]);
    const most = this.space.tokens(marking).length + this.net.places.length + SILENT_TOKENS;
    for (const r of found.values()) {
      if (found.size > SILENT_MARKINGS) {
        this.exact = false;
        break;
      }
      if (++this.searched % 64 === 0) this.goOn();
      this.space.enabled(r.marking, (t) => {
        if (this.net.transitions[t]!.label !== null) return;
        const after = this.fired(r, t);
        if (this.space.tokens(after.marking).length > most) this.exact = false;
        else if (!found.has(after.marking)) found.set(after.marking, after);
      });
    }
    const list = [...found.values()];
    this.reached.set(marking, list);
    return list;
  }

  private fired(from: Reach, transition: number): Reach {
    const { inputs, outputs } = this.net.transitions[transition]!;
    return { marking: this.space.after(from.marking, transition), steps: from.steps + 1, produced: from.produced + outputs.length, consumed: from.consumed + inputs.length };
  }

  /** No choice of silent steps allows the activity: the tokens that it lacks are added where they are fewest. */
  private forced(entries: readonly Entry[], steps: readonly number[]): Entry[] {
    let fewest = Infinity;
    let next = new Map<number, Entry>();
    for (const e of entries) {
      for (const r of this.silently(e.marking)) {
        for (const t of steps) {
          const missing = e.missing + this.space.missing(r.marking, t);
          if (missing > fewest) continue;
          if (missing < fewest) next = new Map();
          fewest = missing;
          const after = this.fired(r, t);
          offer(next, { marking: after.marking, produced: e.produced + after.produced, consumed: e.consumed + after.consumed, missing, left: e.left });
        }
      }
    }
    return this.narrowed([...next.values()]);
  }

  private narrowed(entries: Entry[]): Entry[] {
    if (entries.length <= SILENT_MARKINGS) return entries;
    this.exact = false;
    return entries.sort((a, b) => a.missing - b.missing || a.consumed - b.consumed).slice(0, SILENT_MARKINGS);
  }

  /** The end that leaves the fewest tokens missing and over. */
  private end(entries: readonly Entry[]): Tokens {
    let best: Tokens | null = null;
    for (const e of entries) {
      for (const r of this.silently(e.marking)) {
        const lacking = this.lackingAtEnd(r.marking);
        const remaining = e.left + this.space.tokens(r.marking).length + lacking - this.net.final.length;
        const found = { produced: e.produced + r.produced, consumed: e.consumed + r.consumed + this.net.final.length, missing: e.missing + lacking, remaining };
        if (best === null || found.missing + found.remaining < best.missing + best.remaining) best = found;
      }
    }
    return best!;
  }

  private lackingAtEnd(marking: number): number {
    if (marking === this.final) return 0;
    const rest = [...this.space.tokens(marking)];
    return this.net.final.filter((p) => {
      const at = rest.indexOf(p);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    }).length;
  }
}

function offer(entries: Map<number, Entry>, entry: Entry): void {
  const known = entries.get(entry.marking);
  if (known === undefined || entry.missing < known.missing || (entry.missing === known.missing && entry.consumed < known.consumed)) entries.set(entry.marking, entry);
}

/**
 * Fitness by replay: of a case ½(1 − missing ÷ consumed) + ½(1 − remaining ÷ produced), of a log the mean over cases and, as `logFitness`,
 * the same formula over the sums of all cases. A log without cases fits.
 * @example replayFitnessOf(log, replay(net, log)).fitness // 1
 */
export function replayFitnessOf(log: VariantLog, { tokens, exact }: Replayed): Fitness & { readonly logFitness: number } {
  const sums = { cases: 0, fitting: 0, fitness: 0, produced: 0, consumed: 0, missing: 0, remaining: 0 };
  for (const [i, n] of log.counts.entries()) {
    const t = tokens[i]!;
    sums.cases += n;
    if (t.missing + t.remaining === 0) sums.fitting += n;
    sums.fitness += n * tokenFitness(t);
    for (const key of ['produced', 'consumed', 'missing', 'remaining'] as const) sums[key] += n * t[key];
  }
  const fitness = sums.cases === 0 ? 1 : sums.fitness / sums.cases;
  const averageCost = sums.cases === 0 ? 0 : (sums.missing + sums.remaining) / sums.cases;
  return { method: 'replay', fitness, fittingCases: sums.fitting, cases: sums.cases, averageCost, exact, lower: fitness, upper: exact ? fitness : 1, logFitness: tokenFitness(sums) };
}

function tokenFitness({ produced, consumed, missing, remaining }: Tokens): number {
  const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
  return (1 - share(missing, consumed)) / 2 + (1 - share(remaining, produced)) / 2;
}
