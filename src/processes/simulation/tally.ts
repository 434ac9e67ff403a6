import type { Plan } from './plan.ts';

/** Sums over what happened while a run was counted, by kind of work and by pool; seconds. */
export interface RunTally {
  readonly kinds: {
    /** Steps begun. */
    readonly begun: Float64Array;
    readonly touch: Float64Array;
    /** In the queue, of steps begun. */
    readonly wait: Float64Array;
    readonly waitSquares: Float64Array;
    /** Before the queue, of steps that became ready. */
    readonly delay: Float64Array;
  };
  readonly pools: {
    /** Work brought to the pool: touch time of steps that queued for it. */
    readonly work: Float64Array;
    /** Integral of how many were at work. */
    readonly busy: Float64Array;
    /** Integral of how many could be. */
    readonly available: Float64Array;
  };
}

export class Tally {
  private readonly from: number;
  private readonly until: number;
  private readonly kinds: RunTally['kinds'];
  private readonly pools: RunTally['pools'];
  private readonly since: Float64Array;

  constructor({ countedFrom, until, kinds, pools }: Plan) {
    const each = (n: number) => new Float64Array(n);
    [this.from, this.until] = [countedFrom, until];
    this.kinds = { begun: each(kinds.length), touch: each(kinds.length), wait: each(kinds.length), waitSquares: each(kinds.length), delay: each(kinds.length) };
    this.pools = { work: each(pools.length), busy: each(pools.length), available: each(pools.length) };
    this.since = each(pools.length).fill(countedFrom);
  }

  delay(kind: number, now: number, seconds: number): void {
    if (now >= this.from) this.kinds.delay[kind]! += seconds;
  }

  bring(pool: number, now: number, touch: number): void {
    if (now >= this.from) this.pools.work[pool]! += touch;
  }

  work(kind: number, now: number, wait: number, touch: number): void {
    if (now < this.from) return;
    const { begun, touch: touched, wait: waited, waitSquares } = this.kinds;
    begun[kind]!++;
    touched[kind]! += touch;
    waited[kind]! += wait;
    waitSquares[kind]! += wait * wait;
  }

  /** How many were at work and how many could be, since the last change until now. */
  use(pool: number, busy: number, capacity: number, now: number): void {
    const span = now - this.since[pool]!;
    if (span <= 0) return;
    this.pools.busy[pool]! += busy * span;
    this.pools.available[pool]! += capacity * span;
    this.since[pool] = now;
  }

  end(busy: Int32Array, capacity: Int32Array): void {
    for (let pool = 0; pool < busy.length; pool++) this.use(pool, busy[pool]!, capacity[pool]!, this.until);
  }

  result(): RunTally {
    return { kinds: this.kinds, pools: this.pools };
  }
}
