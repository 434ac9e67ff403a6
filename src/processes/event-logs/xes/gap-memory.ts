import type { Target } from './targets.ts';

/** What the bytes between two values open and close. */
export const END_EVENT = 0, END_TRACE = 1, START_TRACE = 2, START_EVENT = 3;

/** What a gap opens and closes and where the value after it goes. */
export interface GapMeaning {
  /** Structure met on the way, and how many line ends precede each. */
  readonly ops: Uint8Array;
  readonly opLines: Uint32Array;
  readonly lines: number;
  readonly target: Target;
  readonly hashed: boolean;
  /** Whether the value is a date and nothing else. */
  readonly dated: boolean;
  /** Whether it ends in an event. */
  readonly inEvent: boolean;
}

/** The bytes from the end of one self-closed attribute to the opening quote of the next one's value, and what they mean. */
export interface Gap extends GapMeaning {
  readonly start: number;
  readonly length: number;
  /** Length of the last date met, 0 before the first. */
  dateLength: number;
  /** Gaps that have followed this one, the latest first. */
  readonly next: Gap[];
}

const MOST_GAPS = 8192, MOST_FOLLOWERS = 24, LONGEST = 1024;
const latin1 = new TextDecoder('latin1');

/**
 * XES is written by machines: what stands between two values repeats for the whole file. A gap read once by the full parser is
 * remembered with its meaning, and recognised by comparing bytes. Its meaning depends only on its bytes and on standing in a trace or an
 * event of the usual tag name, so recognising never changes the result.
 */
export class GapMemory {
  bytes = new Uint8Array(1 << 16);
  view = new DataView(this.bytes.buffer);
  private used = 0;
  private readonly known = new Map<string, Gap>();
  /** Where nothing is known of what came before. */
  readonly afterTrace: Gap[] = [];
  readonly afterEvent: Gap[] = [];

  /** The gap of these bytes, met before or new, as the latest of `followers`; null where memory is full or the gap too long. */
  learn(followers: Gap[], fromEvent: boolean, window: Uint8Array, from: number, to: number, meaning: GapMeaning): Gap | null {
    if (to - from > LONGEST) return null;
    const id = `${fromEvent ? 'e' : 't'}${latin1.decode(window.subarray(from, to))}`;
    let gap = this.known.get(id);
    if (gap === undefined) {
      if (this.known.size >= MOST_GAPS) return null;
      gap = { ...meaning, start: this.store(window, from, to), length: to - from, dateLength: 0, next: [] };
      this.known.set(id, gap);
    }
    if (!followers.includes(gap)) followers.unshift(gap);
    if (followers.length > MOST_FOLLOWERS) followers.pop();
    return gap;
  }

  /** Whether the window shows the gap's bytes at `at`; the caller has seen to it that the window is long enough. */
  matches(gap: Gap, window: DataView, at: number): boolean {
    const { view } = this;
    const { start, length } = gap;
    const words = length & ~7;
    let i = 0;
    // Eight bytes at a time: in UTF-8 without NUL and DEL none are a double that is not equal to itself, or equal to another one.
    for (; i < words; i += 8) if (window.getFloat64(at + i, true) !== view.getFloat64(start + i, true)) return false;
    if (i === length) return true;
    // The last eight bytes, some of them for the second time.
    if (length >= 8) return window.getFloat64(at + length - 8, true) === view.getFloat64(start + length - 8, true);
    for (; i < length; i++) if (window.getUint8(at + i) !== view.getUint8(start + i)) return false;
    return true;
  }

  private store(window: Uint8Array, from: number, to: number): number {
    const start = this.used;
    if (start + to - from > this.bytes.length) this.grow();
    this.bytes.set(window.subarray(from, to), start);
    this.used += to - from;
    return start;
  }

  private grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }
}
