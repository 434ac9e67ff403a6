import type { PetriNet } from '../models/index.ts';

/** The markings of a net that were met, each a number; a marking is its places in order, one as often as it has tokens. */
export class MarkingSpace {
  private readonly net: PetriNet;
  private readonly known = new Map<string, number>();
  private readonly markings: Int32Array[] = [];
  /** Transitions that need a token of a place first, so that only those of marked places are tried. */
  private readonly guarded: readonly (readonly number[])[];
  private readonly free: readonly number[];
  private readonly counts: Int32Array;
  private total = 0;

  constructor(net: PetriNet) {
    this.net = net;
    const guarded: number[][] = net.places.map(() => []);
    for (const [t, { inputs }] of net.transitions.entries()) if (inputs[0] !== undefined) guarded[inputs[0]]!.push(t);
    this.guarded = guarded;
    this.free = net.transitions.flatMap((t, i) => (t.inputs.length === 0 ? [i] : []));
    this.counts = new Int32Array(net.places.length);
  }

  /** Tokens of all markings together: what they take of memory. */
  get tokensHeld(): number {
    return this.total;
  }

  tokens(id: number): Int32Array {
    return this.markings[id]!;
  }

  /** The number of a marking given in any order. */
  idOf(places: ArrayLike<number>): number {
    const marking = Int32Array.from(places).sort();
    const key = keyOf(marking);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.markings.length);
    this.total += marking.length;
    return this.markings.push(marking) - 1;
  }

  /** Calls `found` with each transition that a marking enables, until it says false. */
  enabled(id: number, found: (transition: number) => boolean | void): void {
    const marking = this.markings[id]!;
    for (const p of marking) this.counts[p]!++;
    const ready: number[] = [];
    for (const t of this.free) ready.push(t);
    for (const [i, p] of marking.entries()) {
      if (i > 0 && marking[i - 1] === p) continue;
      for (const t of this.guarded[p]!) if (this.lacking(t) === 0) ready.push(t);
    }
    for (const p of marking) this.counts[p] = 0;
    for (const t of ready) if (found(t) === false) return;
  }

  /** Tokens that a transition lacks in a marking. */
  missing(id: number, transition: number): number {
    for (const p of this.markings[id]!) this.counts[p]!++;
    const missing = this.lacking(transition);
    for (const p of this.markings[id]!) this.counts[p] = 0;
    return missing;
  }

  /** The marking after a transition; tokens that it lacks are taken as if they were there. */
  after(id: number, transition: number): number {
    const { inputs, outputs } = this.net.transitions[transition]!;
    const rest = Array.from(this.markings[id]!);
    for (const p of inputs) {
      const at = rest.indexOf(p);
      if (at >= 0) rest.splice(at, 1);
    }
    return this.idOf([...rest, ...outputs]);
  }

  private lacking(transition: number): number {
    const { inputs } = this.net.transitions[transition]!;
    let lacking = 0;
    for (const p of inputs) if (this.counts[p]!-- <= 0) lacking++;
    for (const p of inputs) this.counts[p]!++;
    return lacking;
  }
}

function keyOf(marking: Int32Array): string {
  return marking.length > 0 && marking[marking.length - 1]! > 0xffff || marking.length > 5000 ? marking.join() : String.fromCharCode(...marking);
}
