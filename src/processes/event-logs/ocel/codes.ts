import type { ColumnAppender } from '../../../platform/event-engine/index.ts';

/** Texts that are known at once, and characters of them: what bounds memory, however many different ones a file has. */
const MOST = 200_000;
const MOST_CHARACTERS = 16 << 20;
/** Texts that the engine takes at once. */
const HELD = 8192;

/**
 * Whole numbers in the place of texts that come again and again, written as (code, text) by an appender. A text may get a second code once more different ones
 * have come than are kept: whoever compares codes makes them one first (`oneCodeEach`).
 */
export class Codes {
  private readonly appender: ColumnAppender;
  private readonly most: number;
  private readonly known = new Map<string, number>();
  private characters = 0;
  private next = 0;
  private last: string | null = null;
  private lastCode = -1;
  private fresh: string[] = [];

  /** `most` texts are known at once. */
  constructor(appender: ColumnAppender, most = MOST) {
    this.appender = appender;
    this.most = most;
  }

  of(text: string): number {
    // What an event or object is told to have comes one after the other.
    if (text === this.last) return this.lastCode;
    this.last = text;
    this.lastCode = this.known.get(text) ?? this.add(text);
    return this.lastCode;
  }

  close(): void {
    this.flush();
    this.appender.close();
  }

  private add(text: string): number {
    if (this.known.size >= this.most || this.characters >= MOST_CHARACTERS) {
      this.known.clear();
      this.characters = 0;
    }
    const code = this.next++;
    this.known.set(text, code);
    this.characters += text.length;
    this.fresh.push(text);
    if (this.fresh.length >= HELD) this.flush();
    return code;
  }

  private flush(): void {
    const { fresh } = this;
    if (fresh.length === 0) return;
    const first = this.next - fresh.length;
    this.appender.append(fresh.length, [{ name: 'code', data: Int32Array.from(fresh, (_, i) => first + i) }, { name: 'text', data: fresh }]);
    this.fresh = [];
  }
}
