import type { LifecycleKinds } from './instances.ts';
import { Pairing } from './pairing.ts';
import { Sequences } from './sequences.ts';
import { WalkTable } from './walk-table.ts';

/** Sorted events, a piece at a time. Codes that are missing are −1; times (µs) and rows are 64-bit values as two words each, the low one first. */
export interface WalkRows {
  readonly rows: number;
  readonly cases: Int32Array;
  readonly activities: Int32Array;
  readonly times: Int32Array;
  readonly lifecycles: Int32Array;
  readonly resources: Int32Array;
  readonly instances: Int32Array;
  readonly numbers: Int32Array;
}

/** The events of one case in their order, as in `WalkRows`; the arrays are longer than the case. */
export interface CaseRows {
  code: number;
  rows: number;
  activities: Int32Array;
  times: Int32Array;
  lifecycles: Int32Array;
  resources: Int32Array;
  instances: Int32Array;
  numbers: Int32Array;
}

/** What a walk has worked out, a table each, in the order of the events. */
export interface WalkTables {
  /** case, bucket, events, first, last, sequence; one row a case. */
  readonly facts: WalkTable;
  /** case, activity, start, complete, resource, instance, start_row, row. */
  readonly instances: WalkTable;
}

/**
 * Walks once through events sorted by case and time, and works out which starts and ends belong together and which cases went
 * the same way. Memory grows with the longest case and the different sequences, not with the number of events.
 */
export class CaseWalk {
  readonly sequences = new Sequences();
  readonly tables: WalkTables;
  private readonly bucket: number;
  private readonly pairing: Pairing | null;
  private readonly open: CaseRows = { code: -1, rows: 0, activities: new Int32Array(64), times: new Int32Array(128), lifecycles: new Int32Array(64), resources: new Int32Array(64), instances: new Int32Array(64), numbers: new Int32Array(128) };

  /** `kinds` null: every event is an instance, and none are worked out. The bucket stands in the facts. */
  constructor(kinds: LifecycleKinds | null, bucket: number) {
    this.bucket = bucket;
    this.tables = {
      facts: new WalkTable(['case:32', 'bucket:32', 'events:32', 'first:64', 'last:64', 'sequence:32']),
      instances: new WalkTable(['case:32', 'activity:32', 'start:64?', 'complete:64?', 'resource:32?', 'instance:32?', 'start_row:64?', 'row:64']),
    };
    this.pairing = kinds === null ? null : new Pairing(kinds, this.tables.instances);
  }

  /** Takes the next events; those of a case may come in several pieces. */
  push(piece: WalkRows): void {
    const { cases } = piece;
    for (let from = 0; from < piece.rows; ) {
      const code = cases[from]!;
      let to = from + 1;
      while (to < piece.rows && cases[to] === code) to++;
      if (code !== this.open.code) this.closeCase(code);
      this.keep(piece, from, to);
      from = to;
    }
  }

  /** The last case ends. */
  end(): void {
    this.closeCase(-1);
  }

  private keep(piece: WalkRows, from: number, to: number): void {
    const { open } = this;
    const n = open.rows, length = to - from;
    if (n + length > open.activities.length) this.widen(n + length);
    // A loop beats subarray and set for the few events of a case.
    for (let i = 0; i < length; i++) {
      const s = from + i, t = n + i;
      open.activities[t] = piece.activities[s]!;
      open.lifecycles[t] = piece.lifecycles[s]!;
      open.resources[t] = piece.resources[s]!;
      open.instances[t] = piece.instances[s]!;
      open.times[t * 2] = piece.times[s * 2]!;
      open.times[t * 2 + 1] = piece.times[s * 2 + 1]!;
      open.numbers[t * 2] = piece.numbers[s * 2]!;
      open.numbers[t * 2 + 1] = piece.numbers[s * 2 + 1]!;
    }
    open.rows = n + length;
  }

  private widen(rows: number): void {
    const { open } = this;
    const capacity = 2 ** Math.ceil(Math.log2(rows));
    const grown = (from: Int32Array, length: number): Int32Array => {
      const to = new Int32Array(length);
      to.set(from);
      return to;
    };
    for (const column of ['activities', 'lifecycles', 'resources', 'instances'] as const) open[column] = grown(open[column], capacity);
    for (const column of ['times', 'numbers'] as const) open[column] = grown(open[column], capacity * 2);
  }

  private closeCase(next: number): void {
    const { open } = this;
    if (open.rows > 0) {
      this.fact();
      this.pairing?.pair(open);
    }
    open.code = next;
    open.rows = 0;
  }

  private fact(): void {
    const { code, activities, times, rows } = this.open;
    const { facts } = this.tables;
    facts.reserve(1);
    const at = facts.rows++;
    const [caseCode, bucket, events, first, last, sequence] = facts.columns;
    caseCode!.data[at] = code;
    bucket!.data[at] = this.bucket;
    events!.data[at] = rows;
    first!.copy(at, times, 0);
    last!.copy(at, times, rows - 1);
    sequence!.data[at] = this.sequences.count(activities, rows, code);
  }
}
