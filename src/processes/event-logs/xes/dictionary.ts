const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** The hash that callers of `internBytes` hand in: FNV-1a over the bytes, 32 bits. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** FNV-1a of a byte range, as the scanner works it out while it looks for the closing quote. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let h = HASH_SEED;
  for (let i = from; i < to; i++) h = Math.imul(h ^ bytes[i]!, HASH_PRIME);
  return h;
}

/**
 * Text to dense codes from 0 in order of first appearance, looked up by UTF-8 bytes so that a value met before costs no string.
 * @example const d = new ByteDictionary(); d.intern('a'); d.intern('b'); d.intern('a') // 0
 */
export class ByteDictionary {
  /** Values held now; codes run from `base` to `base + size`. */
  size = 0;
  base = 0;
  private table = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(512);
  private ends = new Int32Array(513);
  private arena = new Uint8Array(8192);
  private fresh: string[] = [];

  /** The code of a byte range of valid UTF-8 whose hash is `hash`. */
  internBytes(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.table.length - 1;
    const length = to - from;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = this.table[slot]!;
      if (code < 0) return this.add(bytes, from, to, hash, slot);
      if (this.hashes[code] === hash && this.equal(code, bytes, from, length)) return this.base + code;
      slot = (slot + 1) & mask;
    }
  }

  /** The code of a string. */
  intern(text: string): number {
    const bytes = encoder.encode(text);
    return this.internBytes(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
  }

  /** The values added since the last call, in order of their codes. */
  takeFresh(): string[] {
    const taken = this.fresh;
    this.fresh = [];
    return taken;
  }

  /** Bytes of memory that grow with the values held. */
  get bytes(): number {
    return this.arena.length + this.ends.length * 8 + this.table.length * 4;
  }

  /** Forgets all values, to bound memory: codes go on, so a value met again gets a second code and whoever joins the codes must settle that. */
  restart(): void {
    this.base += this.size;
    this.size = 0;
    this.table = new Int32Array(1024).fill(-1);
    this.hashes = new Int32Array(512);
    this.ends = new Int32Array(513);
    this.arena = new Uint8Array(8192);
  }

  /** The text of a code; throws a RangeError for one never given out. */
  text(given: number): string {
    const code = given - this.base;
    if (code < 0 || code >= this.size) throw new RangeError(`No value has code ${given}: wanted ${this.base} to ${this.base + this.size - 1}`);
    return decoder.decode(this.arena.subarray(this.ends[code]!, this.ends[code + 1]!));
  }

  private equal(code: number, bytes: Uint8Array, from: number, length: number): boolean {
    const start = this.ends[code]!;
    if (this.ends[code + 1]! - start !== length) return false;
    const arena = this.arena;
    for (let i = 0; i < length; i++) if (arena[start + i] !== bytes[from + i]) return false;
    return true;
  }

  private add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const code = this.size++;
    const start = this.ends[code]!;
    const end = start + (to - from);
    if (code + 2 > this.ends.length) this.ends = grown(this.ends, new Int32Array(this.ends.length * 2));
    if (code >= this.hashes.length) this.hashes = grown(this.hashes, new Int32Array(this.hashes.length * 2));
    if (end > this.arena.length) this.arena = grown(this.arena, new Uint8Array(Math.max(end, this.arena.length * 2)));
    this.arena.set(bytes.subarray(from, to), start);
    this.ends[code + 1] = end;
    this.hashes[code] = hash;
    this.table[slot] = code;
    this.fresh.push(decoder.decode(bytes.subarray(from, to)));
    if (this.size * 2 > this.table.length) this.rehash();
    return this.base + code;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let code = 0; code < this.size; code++) {
      const hash = this.hashes[code]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.table = table;
  }
}

function grown<T extends Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
