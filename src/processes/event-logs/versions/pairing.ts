import type { CaseRows } from './case-walk.ts';
import type { LifecycleKinds } from './instances.ts';
import type { WalkTable } from './walk-table.ts';

const NONE = 0, START = 1, END = 2, OTHER = 3;

/**
 * Activity instances of one case after another: each end takes the oldest open start of its activity and instance id (where there is
 * none, resource). A start or an end without its other half is kept with a null.
 */
export class Pairing {
  private readonly steps: Uint8Array;
  private readonly table: WalkTable;
  // Instances of the case at hand: indices of their start and end, −1 where it was not seen.
  private count = 0;
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  // Open starts: chains of instances by a hash of what must agree; a slot of an earlier case is told by its stamp.
  private next = new Int32Array(64);
  private heads = new Int32Array(64);
  private tails = new Int32Array(64);
  private stamps = new Int32Array(64);
  private stamp = 0;

  constructor({ starts, ends, others }: LifecycleKinds, table: WalkTable) {
    this.table = table;
    // One place further, so that a missing lifecycle (−1) has a place too.
    this.steps = new Uint8Array(Math.max(0, ...starts, ...ends, ...others) + 2);
    for (const code of starts) this.steps[code + 1] = START;
    for (const code of ends) this.steps[code + 1] = END;
    for (const code of others) this.steps[code + 1] = OTHER;
  }

  pair(rows: CaseRows): void {
    this.begin(rows.rows);
    const { lifecycles } = rows;
    for (let i = 0; i < rows.rows; i++) {
      const step = this.steps[lifecycles[i]! + 1] ?? NONE;
      if (step === OTHER) continue;
      if (step === START) this.open(rows, i);
      else if (step === NONE || !this.close(rows, i)) this.add(-1, i);
    }
    this.settleTies(rows);
    this.write(rows);
  }

  private begin(rows: number): void {
    this.count = 0;
    this.stamp++;
    if (rows <= this.starts.length) return;
    const capacity = 2 ** Math.ceil(Math.log2(rows));
    for (const column of ['starts', 'ends', 'next', 'heads', 'tails', 'stamps'] as const) this[column] = new Int32Array(capacity);
  }

  private add(start: number, end: number): number {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    return this.count++;
  }

  private slotOf({ activities, resources, instances }: CaseRows, i: number): number {
    const byId = instances[i]! >= 0;
    const hash = Math.imul(activities[i]!, 0x9e3779b1) ^ Math.imul((byId ? instances[i]! : resources[i]!) + 1, 0x85ebca6b) ^ (byId ? 1 : 0);
    return (hash ^ (hash >>> 15)) & (this.heads.length - 1);
  }

  private open(rows: CaseRows, i: number): void {
    const instance = this.add(i, -1);
    const slot = this.slotOf(rows, i);
    this.next[instance] = -1;
    if (this.stamps[slot] === this.stamp && this.heads[slot]! >= 0) this.next[this.tails[slot]!] = instance;
    else this.heads[slot] = instance;
    this.tails[slot] = instance;
    this.stamps[slot] = this.stamp;
  }

  /** Whether the end took an open start. */
  private close(rows: CaseRows, i: number): boolean {
    const slot = this.slotOf(rows, i);
    if (this.stamps[slot] !== this.stamp) return false;
    for (let before = -1, instance = this.heads[slot]!; instance >= 0; before = instance, instance = this.next[instance]!) {
      if (!agree(rows, this.starts[instance]!, i)) continue;
      this.ends[instance] = i;
      if (before < 0) this.heads[slot] = this.next[instance]!;
      else this.next[before] = this.next[instance]!;
      if (this.tails[slot] === instance) this.tails[slot] = before;
      return true;
    }
    return false;
  }

  /** Instances stand in the order of their first event; those that began at one time are to stand in that of their last one's row. */
  private settleTies(rows: CaseRows): void {
    for (let from = 0, to = 1; from < this.count; from = to++) {
      while (to < this.count && this.sameTime(rows, from, to)) to++;
      if (to - from > 1) this.sortByRow(rows, from, to);
    }
  }

  private sameTime({ times }: CaseRows, i: number, j: number): boolean {
    const a = this.starts[i]! >= 0 ? this.starts[i]! : this.ends[i]!, b = this.starts[j]! >= 0 ? this.starts[j]! : this.ends[j]!;
    return times[a * 2] === times[b * 2] && times[a * 2 + 1] === times[b * 2 + 1];
  }

  private sortByRow({ numbers }: CaseRows, from: number, to: number): void {
    const { starts, ends } = this;
    const rowOf = (start: number, end: number) => rowAt(numbers, end >= 0 ? end : start);
    let sorted = true;
    for (let i = from + 1; i < to && sorted; i++) sorted = rowOf(starts[i - 1]!, ends[i - 1]!) <= rowOf(starts[i]!, ends[i]!);
    if (sorted) return;
    const run = Array.from({ length: to - from }, (_, i) => ({ start: starts[from + i]!, end: ends[from + i]! }));
    run.sort((x, y) => rowOf(x.start, x.end) - rowOf(y.start, y.end));
    for (const [i, { start, end }] of run.entries()) {
      starts[from + i] = start;
      ends[from + i] = end;
    }
  }

  private write({ code, activities, times, resources, instances, numbers }: CaseRows): void {
    const { table } = this;
    table.reserve(this.count);
    const [caseCode, activity, startTime, complete, resource, instance, startRow, row] = table.columns;
    for (let i = 0; i < this.count; i++) {
      const at = table.rows++;
      const start = this.starts[i]!, end = this.ends[i]!, last = end >= 0 ? end : start;
      caseCode!.data[at] = code;
      activity!.data[at] = activities[last]!;
      if (start >= 0) startTime!.copy(at, times, start);
      if (end >= 0) complete!.copy(at, times, end);
      const who = resources[last]! >= 0 || start < 0 ? resources[last]! : resources[start]!;
      if (who >= 0) resource!.put(at, who);
      if (instances[last]! >= 0) instance!.put(at, instances[last]!);
      if (start >= 0) startRow!.copy(at, numbers, start);
      row!.copy(at, numbers, last);
    }
  }
}

function agree({ activities, resources, instances }: CaseRows, start: number, end: number): boolean {
  if (activities[start] !== activities[end]) return false;
  return instances[start]! >= 0 || instances[end]! >= 0 ? instances[start] === instances[end] : resources[start] === resources[end];
}

function rowAt(numbers: Int32Array, i: number): number {
  return numbers[i * 2 + 1]! * 4_294_967_296 + (numbers[i * 2]! >>> 0);
}
