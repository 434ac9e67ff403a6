import type { PlannedKind } from './plan.ts';

/** Work that waits: a line for each kind, so that one that is stopped does not hold up the others of its pool. */
export class Lanes {
  private readonly lines: Line[];
  private readonly kindsOf: readonly (readonly number[])[];
  private readonly newestFirst: readonly boolean[];
  private readonly poolOf: readonly number[];
  private readonly counts: Int32Array;
  private readonly ready: Float64Array;

  /** `ready`: since when each item waits. */
  constructor(kinds: readonly PlannedKind[], pools: readonly { readonly newestFirst: boolean }[], ready: Float64Array) {
    this.lines = kinds.map(() => new Line());
    this.poolOf = kinds.map((k) => k.pool);
    this.kindsOf = pools.map((_, p) => kinds.flatMap((k, i) => (k.pool === p ? [i] : [])));
    this.newestFirst = pools.map((p) => p.newestFirst);
    this.counts = new Int32Array(pools.length);
    this.ready = ready;
  }

  waiting(pool: number): number {
    return this.counts[pool]!;
  }

  add(kind: number, item: number): void {
    this.lines[kind]!.push(item);
    const pool = this.poolOf[kind]!;
    if (pool >= 0) this.counts[pool]!++;
  }

  /** Takes out what the pool should do next, of the kinds that are not stopped; −1 where there is nothing. */
  take(pool: number, stopped: Uint8Array): number {
    if (this.counts[pool] === 0) return -1;
    const newest = this.newestFirst[pool]!;
    let best = -1;
    let bestReady = newest ? -Infinity : Infinity;
    for (const kind of this.kindsOf[pool]!) {
      const item = stopped[kind] === 0 ? this.lines[kind]!.peek(newest) : -1;
      if (item < 0 || (newest ? this.ready[item]! <= bestReady : this.ready[item]! >= bestReady)) continue;
      best = kind;
      bestReady = this.ready[item]!;
    }
    if (best < 0) return -1;
    this.counts[pool]!--;
    return this.lines[best]!.take(newest);
  }

  /** Takes out the oldest of a kind that needs nobody; −1 where there is none. */
  takeOf(kind: number): number {
    return this.lines[kind]!.take(false);
  }
}

/** A line that gives from both ends: a ring that grows. */
class Line {
  private ring = new Int32Array(16);
  private head = 0;
  private held = 0;

  push(item: number): void {
    if (this.held === this.ring.length) this.grow();
    this.ring[(this.head + this.held++) & (this.ring.length - 1)] = item;
  }

  peek(newest: boolean): number {
    return this.held === 0 ? -1 : this.ring[(newest ? this.head + this.held - 1 : this.head) & (this.ring.length - 1)]!;
  }

  take(newest: boolean): number {
    const item = this.peek(newest);
    if (item < 0) return -1;
    this.held--;
    if (!newest) this.head = (this.head + 1) & (this.ring.length - 1);
    return item;
  }

  private grow(): void {
    const longer = new Int32Array(this.ring.length * 2);
    for (let i = 0; i < this.held; i++) longer[i] = this.ring[(this.head + i) & (this.ring.length - 1)]!;
    this.ring = longer;
    this.head = 0;
  }
}
