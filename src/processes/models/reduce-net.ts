import type { PetriNet } from './petri-net.ts';

/** A net in the making: places are numbers below `places`, each arc has weight one. */
export interface DraftNet {
  places: number;
  readonly transitions: { readonly label: string | null; readonly inputs: number[]; readonly outputs: number[] }[];
}

const FEW = 4;

interface Step { readonly label: string | null; readonly inputs: Set<number>; readonly outputs: Set<number> }

/**
 * The net from `source` to `sink` without silent steps that only carry a token on: series of places and of steps are fused
 * (Murata 1989, section IV), which keeps the language and keeps the source without arcs in and the sink without arcs out.
 */
export function reduced(draft: DraftNet, source: number, sink: number): PetriNet {
  const reduction = new Reduction(draft, source, sink);
  reduction.run();
  return reduction.net();
}

class Reduction {
  private readonly steps: (Step | null)[];
  private readonly into: (Set<number> | null)[];
  private readonly outOf: (Set<number> | null)[];
  private readonly queue: number[];
  private readonly queued = new Set<number>();
  private readonly source: number;
  private readonly sink: number;

  constructor(draft: DraftNet, source: number, sink: number) {
    [this.source, this.sink] = [source, sink];
    this.into = Array.from({ length: draft.places }, () => new Set<number>());
    this.outOf = Array.from({ length: draft.places }, () => new Set<number>());
    this.steps = draft.transitions.map((t) => ({ label: t.label, inputs: new Set(t.inputs), outputs: new Set(t.outputs) }));
    for (const [i, t] of draft.transitions.entries()) {
      for (const p of t.inputs) this.outOf[p]!.add(i);
      for (const p of t.outputs) this.into[p]!.add(i);
    }
    this.queue = draft.transitions.flatMap((t, i) => (t.label === null ? [i] : [])).reverse();
    for (const t of this.queue) this.queued.add(t);
  }

  run(): void {
    for (let t = this.queue.pop(); t !== undefined; t = this.queue.pop()) {
      this.queued.delete(t);
      const step = this.steps[t];
      if (step === null || step === undefined || step.label !== null) continue;
      if (step.inputs.size === 1 && step.outputs.size === 1) this.carry(t, step);
      if (this.steps[t] !== null && step.inputs.size === 1) this.joinBefore(t, step);
      if (this.steps[t] !== null && step.outputs.size === 1) this.joinAfter(t, step);
    }
  }

  net(): PetriNet {
    const kept = this.into.flatMap((s, p) => (s === null ? [] : [p])).sort((a, b) => Number(a === this.sink) - Number(b === this.sink));
    const numbers = new Map(kept.map((p, i) => [p, i]));
    const of = (places: Set<number>) => [...places].map((p) => numbers.get(p)!).sort((a, b) => a - b);
    const steps = this.steps.filter((s) => s !== null);
    return {
      places: kept.map((_, i) => ({ id: `p${i}` })),
      transitions: steps.map((s, i) => ({ id: `t${i}`, label: s.label, inputs: of(s.inputs), outputs: of(s.outputs) })),
      initial: [numbers.get(this.source)!], final: [numbers.get(this.sink)!],
    };
  }

  /** A silent step from one place to another is left out where the first place has no other way on, or the second no other way in. */
  private carry(t: number, { inputs: [p], outputs: [q] }: Step): void {
    if (p === undefined || q === undefined) return;
    if (p === q) this.drop(t);
    else if (this.outOf[p]!.size === 1 && p !== this.source && this.apart(p, q)) this.merge(t, p, q);
    else if (this.into[q]!.size === 1 && q !== this.sink && this.apart(p, q)) this.merge(t, q, p);
    else if (this.hasTwin(t, p, q)) this.drop(t);
  }

  /** No step takes from both places or puts into both: as one place they would need an arc of weight two. */
  private apart(p: number, q: number): boolean {
    return disjoint(this.into[p]!, this.into[q]!) && disjoint(this.outOf[p]!, this.outOf[q]!);
  }

  private hasTwin(t: number, p: number, q: number): boolean {
    const [ways, back] = [this.outOf[p]!, this.into[q]!];
    for (const o of ways.size < back.size ? ways : back) {
      const { label, inputs, outputs } = this.steps[o]!;
      if (o !== t && label === null && inputs.size === 1 && outputs.size === 1 && inputs.has(p) && outputs.has(q)) return true;
    }
    return false;
  }

  /** The step that alone fills the only input of a silent step does its work as well. */
  private joinBefore(t: number, step: Step): void {
    const [p] = step.inputs;
    if (p === undefined || p === this.source || this.into[p]!.size !== 1 || this.outOf[p]!.size !== 1) return;
    const [x] = this.into[p]!;
    const before = this.steps[x!]!;
    if (x === t || [...step.outputs].some((q) => before.outputs.has(q))) return;
    const outputs = [...step.outputs];
    this.drop(t);
    this.cut(p, before.outputs);
    for (const q of outputs) {
      before.outputs.add(q);
      this.into[q]!.add(x!);
    }
    this.again(x!, outputs);
  }

  /** The step that alone empties the only output of a silent step does its work as well. */
  private joinAfter(t: number, step: Step): void {
    const [p] = step.outputs;
    if (p === undefined || p === this.sink || this.into[p]!.size !== 1 || this.outOf[p]!.size !== 1) return;
    const [x] = this.outOf[p]!;
    const after = this.steps[x!]!;
    if (x === t || [...step.inputs].some((q) => after.inputs.has(q))) return;
    const inputs = [...step.inputs];
    this.drop(t);
    this.cut(p, after.inputs);
    for (const q of inputs) {
      after.inputs.add(q);
      this.outOf[q]!.add(x!);
    }
    this.again(x!, inputs);
  }

  private cut(p: number, side: Set<number>): void {
    side.delete(p);
    this.into[p] = null;
    this.outOf[p] = null;
  }

  /** Looks again at a step and at those beside these places; what has many neighbours can be fused with none. */
  private again(t: number, places: readonly number[]): void {
    this.look(t);
    for (const p of places) {
      for (const side of [this.into[p]!, this.outOf[p]!]) if (side.size <= FEW) for (const o of side) this.look(o);
    }
  }

  private look(t: number): void {
    if (this.queued.has(t)) return;
    this.queued.add(t);
    this.queue.push(t);
  }

  private drop(t: number): void {
    const { inputs, outputs } = this.steps[t]!;
    for (const p of inputs) this.outOf[p]!.delete(t);
    for (const p of outputs) this.into[p]!.delete(t);
    this.steps[t] = null;
    this.again(t, [...inputs, ...outputs]);
  }

  private merge(t: number, gone: number, into: number): void {
    this.drop(t);
    for (const o of this.outOf[gone]!) {
      this.steps[o]!.inputs.delete(gone);
      this.steps[o]!.inputs.add(into);
      this.outOf[into]!.add(o);
    }
    for (const o of this.into[gone]!) {
      this.steps[o]!.outputs.delete(gone);
      this.steps[o]!.outputs.add(into);
      this.into[into]!.add(o);
    }
    this.into[gone] = null;
    this.outOf[gone] = null;
    this.again(t, [into]);
  }
}

function disjoint(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const x of few) if (many.has(x)) return false;
  return true;
}
