const FNV_SEED = 0x811c9dc5 | 0, FNV_PRIME = 0x01000193;

/** The different sequences of activities of a log, numbered from 0 in the order of first use, and how many cases have each. */
export class Sequences {
  /** Different sequences. */
  size = 0;
  private table = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(512);
  private ends = new Int32Array(513);
  private store = new Int32Array(4096);
  private cases = new Int32Array(512);
  private firsts = new Int32Array(512);

  /**
   * Counts a case that went through the first `length` of these activities; the number of its sequence.
   * @example const s = new Sequences(); s.count([5, 7], 2, 0); s.count([5], 1, 1); s.count([5, 7], 2, 2) // 0
   */
  count(activities: ArrayLike<number>, length: number, code: number): number {
    let hash = FNV_SEED;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ activities[i]!, FNV_PRIME);
    // The low bits of small codes differ little, so the high ones are mixed in.
    hash ^= hash >>> 15;
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.table[slot]!;
      if (known >= 0 && !(this.hashes[known] === hash && this.equal(known, activities, length))) continue;
      const number = known >= 0 ? known : this.add(activities, length, hash, slot, code);
      this.cases[number]!++;
      return number;
    }
  }

  /** Some of the sequences from number `from` on, as columns; the activities of the i-th lie from `ends[i]` to `ends[i + 1]`. */
  slice(from: number, most: number): { rows: number; numbers: Int32Array<ArrayBuffer>; cases: Int32Array<ArrayBuffer>; firsts: Int32Array<ArrayBuffer>; ends: Int32Array<ArrayBuffer>; activities: Int32Array<ArrayBuffer> } {
    const rows = Math.min(most, this.size - from), to = from + rows;
    const ends = this.ends.subarray(from, to + 1);
    return { rows, numbers: Int32Array.from({ length: rows }, (_, i) => from + i), cases: this.cases.subarray(from, to), firsts: this.firsts.subarray(from, to), ends, activities: this.store };
  }

  private equal(number: number, activities: ArrayLike<number>, length: number): boolean {
    const { store } = this;
    const start = this.ends[number]!;
    if (this.ends[number + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (store[start + i] !== activities[i]) return false;
    return true;
  }

  private add(activities: ArrayLike<number>, length: number, hash: number, slot: number, code: number): number {
    const number = this.size++;
    const start = this.ends[number]!, end = start + length;
    if (end > this.store.length) this.store = grown(this.store, Math.max(end, this.store.length * 2));
    if (number >= this.hashes.length) for (const column of ['hashes', 'cases', 'firsts'] as const) this[column] = grown(this[column], number * 2);
    if (number + 2 > this.ends.length) this.ends = grown(this.ends, this.ends.length * 2);
    for (let i = 0; i < length; i++) this.store[start + i] = activities[i]!;
    this.ends[number + 1] = end;
    this.hashes[number] = hash;
    this.firsts[number] = code;
    this.table[slot] = number;
    if (this.size * 2 > this.table.length) this.rehash();
    return number;
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

function grown(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}
