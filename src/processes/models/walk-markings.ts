import type { PetriNet } from './petri-net.ts';

/** What was seen on the way through the markings of a net. Ways are the names of the steps that lead there. */
export interface Walked {
  /** Whether all markings were seen; if not, only `fired` and `pilesUp` mean something. */
  readonly all: boolean;
  readonly fired: ReadonlySet<number>;
  readonly ends: boolean;
  /** The way to a marking with more tokens than one before it, and nowhere fewer: they can grow for ever. */
  readonly pilesUp: readonly string[] | null;
  /** The way to a marking from which the end is not reached. */
  readonly stuck: readonly string[] | null;
  /** The way to a marking that holds the final one and more. */
  readonly leftOver: readonly string[] | null;
}

/** A marking as its places in order, one as often as it has tokens. */
interface Seen {
  readonly marking: Int32Array;
  readonly before: number;
  readonly by: number;
  readonly next: number[];
}

/**
 * Walks through the markings of a net, the nearest first, until all are seen, the limits are reached or one covers another before it
 * (Karp and Miller 1969).
 */
export function walkMarkings(net: PetriNet, limits: { readonly states: number; readonly tokens: number }): Walked {
  return new Walk(net, limits).walked();
}

class Walk {
  private readonly net: PetriNet;
  private readonly limits: { readonly states: number; readonly tokens: number };
  private readonly seen: Seen[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly fired = new Set<number>();
  private readonly byFirstInput: number[][];
  private readonly free: number[] = [];
  private readonly counts: Int32Array;
  private held = 0;

  constructor(net: PetriNet, limits: { readonly states: number; readonly tokens: number }) {
    this.net = net;
    this.limits = limits;
    this.counts = new Int32Array(net.places.length);
    this.byFirstInput = net.places.map(() => []);
    for (const [i, { inputs: [first] }] of net.transitions.entries()) (first === undefined ? this.free : this.byFirstInput[first]!).push(i);
  }

  walked(): Walked {
    const part = (pilesUp: string[] | null) => ({ all: false, fired: this.fired, ends: false, stuck: null, leftOver: null, pilesUp });
    this.numberOf(Int32Array.from(this.net.initial), -1, -1);
    for (let at = 0; at < this.seen.length; at++) {
      for (const t of this.enabled(this.seen[at]!.marking)) {
        this.fired.add(t);
        const known = this.seen.length;
        const to = this.numberOf(this.after(this.seen[at]!.marking, t), at, t);
        this.seen[at]!.next.push(to);
        if (to < known) continue;
        if (this.coversOneBefore(to)) return part(this.stepsTo(to));
        if (this.seen.length > this.limits.states || this.held > this.limits.tokens) return part(null);
      }
    }
    return this.judged();
  }

  private judged(): Walked {
    const final = Int32Array.from(this.net.final).sort();
    const alive = this.reaching(this.numbers.get(final.join()));
    const stuck = this.seen.findIndex((_, i) => !alive.has(i));
    const over = this.seen.findIndex((s) => this.covers(s.marking, final));
    return { all: true, fired: this.fired, ends: alive.has(0), pilesUp: null, stuck: stuck < 0 ? null : this.stepsTo(stuck), leftOver: over < 0 ? null : this.stepsTo(over) };
  }

  private numberOf(unsorted: Int32Array, before: number, by: number): number {
    const marking = unsorted.sort();
    const key = marking.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.seen.length);
    this.held += marking.length;
    return this.seen.push({ marking, before, by, next: [] }) - 1;
  }

  private stepsTo(at: number): string[] {
    const steps: string[] = [];
    for (let i = at; i > 0; i = this.seen[i]!.before) steps.push(this.net.transitions[this.seen[i]!.by]!.label ?? '');
    return steps.filter((s) => s !== '').reverse();
  }

  private enabled(marking: Int32Array): number[] {
    for (const p of marking) this.counts[p]!++;
    const ready = [...this.free];
    for (const [i, p] of marking.entries()) if (i === 0 || marking[i - 1] !== p) for (const t of this.byFirstInput[p]!) if (this.holds(this.net.transitions[t]!.inputs)) ready.push(t);
    for (const p of marking) this.counts[p] = 0;
    return ready;
  }

  /** Whether the counts in hand hold these places, each as often as it stands there. */
  private holds(places: ArrayLike<number>): boolean {
    let all = true;
    for (let i = 0; i < places.length; i++) if (this.counts[places[i]!]!-- <= 0) all = false;
    for (let i = 0; i < places.length; i++) this.counts[places[i]!]!++;
    return all;
  }

  private after(marking: Int32Array, t: number): Int32Array {
    const rest = Array.from(marking);
    for (const p of this.net.transitions[t]!.inputs) rest.splice(rest.indexOf(p), 1);
    return Int32Array.from([...rest, ...this.net.transitions[t]!.outputs]);
  }

  private coversOneBefore(to: number): boolean {
    const { marking, before } = this.seen[to]!;
    for (let i = before; i >= 0; i = this.seen[i]!.before) if (this.covers(marking, this.seen[i]!.marking)) return true;
    return false;
  }

  /** At least as many tokens everywhere, and somewhere more. */
  private covers(more: Int32Array, less: Int32Array): boolean {
    if (more.length <= less.length) return false;
    for (const p of more) this.counts[p]!++;
    const held = this.holds(less);
    for (const p of more) this.counts[p] = 0;
    return held;
  }

  private reaching(end: number | undefined): Set<number> {
    const into: number[][] = this.seen.map(() => []);
    for (const [i, { next }] of this.seen.entries()) for (const to of next) into[to]!.push(i);
    const alive = new Set(end === undefined ? [] : [end]);
    for (const at of alive) for (const from of into[at]!) alive.add(from);
    return alive;
  }
}
