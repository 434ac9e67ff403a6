import type { VariantLog } from '../../models/index.ts';

/** A multiset of traces over activities numbered from 0, each different trace once. */
export interface Traces {
  /** The activity in the whole log of each number here; every one occurs. */
  readonly activities: Int32Array;
  /** All traces one after another. */
  readonly symbols: Int32Array;
  /** Where each trace ends, with a 0 before the first. */
  readonly ends: Int32Array;
  /** How often each trace occurs. */
  readonly counts: Float64Array;
}

const FNV_SEED = 0x811c9dc5 | 0, FNV_PRIME = 0x01000193;

/** Gathers traces symbol by symbol and counts equal ones together. */
export class TracesBuilder {
  private readonly activities: Int32Array;
  private symbols = new Int32Array(256);
  private used = 0;
  private open = 0;
  private ends = new Int32Array(32);
  private counts = new Float64Array(32);
  private hashes = new Int32Array(32);
  private size = 0;
  private table = new Int32Array(64).fill(-1);

  /** Of these activities of the whole log. */
  constructor(activities: Int32Array) {
    this.activities = activities;
  }

  /** The next symbol of the trace that is being gathered. */
  put(symbol: number): void {
    if (this.open === this.symbols.length) this.symbols = grown(this.symbols, new Int32Array(this.open * 2));
    this.symbols[this.open++] = symbol;
  }

  /** How many symbols the trace has so far. */
  get length(): number {
    return this.open - this.used;
  }

  /** Ends the trace that is being gathered: it occurs so many times more. */
  end(count: number): void {
    let hash = FNV_SEED;
    for (let i = this.used; i < this.open; i++) hash = Math.imul(hash ^ this.symbols[i]!, FNV_PRIME);
    hash ^= hash >>> 15;
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.table[slot]!;
      if (known >= 0 && !(this.hashes[known] === hash && this.equal(known))) continue;
      if (known >= 0) {
        this.counts[known]! += count;
        this.open = this.used;
      } else this.add(slot, hash, count);
      return;
    }
  }

  /** What was gathered; activities that do not occur have no number. */
  done(): Traces {
    const traces = { activities: this.activities, symbols: this.symbols.slice(0, this.used), ends: this.ends.slice(0, this.size + 1), counts: this.counts.slice(0, this.size) };
    return compact(traces);
  }

  private equal(known: number): boolean {
    const from = this.ends[known]!, length = this.ends[known + 1]! - from;
    if (length !== this.open - this.used) return false;
    for (let i = 0; i < length; i++) if (this.symbols[from + i] !== this.symbols[this.used + i]) return false;
    return true;
  }

  private add(slot: number, hash: number, count: number): void {
    const number = this.size++;
    if (number + 1 >= this.ends.length) {
      this.ends = grown(this.ends, new Int32Array(number * 2 + 2));
      this.counts = grown(this.counts, new Float64Array(number * 2 + 2));
      this.hashes = grown(this.hashes, new Int32Array(number * 2 + 2));
    }
    this.used = this.open;
    this.ends[number + 1] = this.used;
    this.counts[number] = count;
    this.hashes[number] = hash;
    this.table[slot] = number;
    if (this.size * 2 > this.table.length) this.rehash();
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2).fill(-1), mask = table.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = this.hashes[number]! & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = number;
    }
    this.table = table;
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}

function compact(traces: Traces): Traces {
  const numbers = new Int32Array(traces.activities.length).fill(-1);
  for (const s of traces.symbols) numbers[s] = 0;
  const kept = traces.activities.filter((_, s) => numbers[s] === 0);
  if (kept.length === traces.activities.length) return traces;
  let next = 0;
  for (let s = 0; s < numbers.length; s++) if (numbers[s] === 0) numbers[s] = next++;
  return { ...traces, activities: kept, symbols: traces.symbols.map((s) => numbers[s]!) };
}

/** The traces of a log, its activities numbered in the order of their names. */
export function tracesOf({ activities, sequences, counts }: VariantLog): Traces {
  const sorted = Int32Array.from(activities.keys()).sort((a, b) => (activities[a]! < activities[b]! ? -1 : 1));
  const numbers = new Int32Array(activities.length);
  for (const [number, a] of sorted.entries()) numbers[a] = number;
  const builder = new TracesBuilder(sorted);
  for (const [i, sequence] of sequences.entries()) {
    for (const a of sequence) builder.put(numbers[a]!);
    builder.end(counts[i]!);
  }
  return builder.done();
}
