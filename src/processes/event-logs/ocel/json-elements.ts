import { problem } from '../../../platform/errors/index.ts';

/** An element is held in memory as a whole; none of a real log is near this. */
const LONGEST = 64 << 20;
/** Lists and objects in each other; OCEL 2.0 has four. */
const DEEPEST = 100;
const QUOTE = 34, BACKSLASH = 92, COMMA = 44, COLON = 58, OPEN = 123, CLOSE = 125, OPEN_LIST = 91, CLOSE_LIST = 93, LINE = 10;

/** A part of a JSON document: the value of a top-level key or, where that is a list, one of its elements. */
export interface JsonElement {
  readonly key: string;
  /** Its place in the list; null where the value is no list. */
  readonly index: number | null;
  readonly value: unknown;
  /** Line that it begins on. */
  readonly line: number;
}

type Wanted = 'document' | 'key' | 'key or end' | 'colon' | 'value' | 'element' | 'element or end' | 'comma' | 'comma in list' | 'nothing';

const WANTED: Readonly<Record<Wanted, string>> = {
  'document': '{', 'key': 'a name in quotes', 'key or end': 'a name in quotes or }', 'colon': ':', 'value': 'a value', 'element': 'a value', 'element or end': 'a value or ]', 'comma': ', or }', 'comma in list': ', or ]', 'nothing': 'nothing more',
};

/** Cuts a JSON document into the elements of its top-level lists, so that it is never in memory as a whole. */
export class JsonElements {
  private readonly file: string;
  private readonly take: (element: JsonElement) => void;
  private readonly onKey: (key: string) => void;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private wanted: Wanted = 'document';
  private key = '';
  private index: number | null = null;
  private line = 1;
  /** Bytes of the value under way, from earlier chunks; its first line, and how deep in it we are. */
  private held: Uint8Array[] = [];
  private size = 0;
  private startLine = 1;
  private inside: 'none' | 'string' | 'nested' | 'bare' = 'none';
  private depth = 0;
  private quoted = false;
  private escaped = false;

  constructor(file: string, take: (element: JsonElement) => void, onKey: (key: string) => void = () => {}) {
    this.file = file;
    this.take = take;
    this.onKey = onKey;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    for (let i = 0; i < chunk.length; ) {
      if (this.inside === 'none') {
        if (this.between(chunk[i]!)) from = i;
        i++;
      } else {
        const end = this.endOfValue(chunk, i);
        if (end < 0) break;
        this.settle(chunk.subarray(from, end));
        i = end;
      }
    }
    if (this.inside !== 'none') this.hold(chunk.slice(from));
  }

  end(): void {
    if (this.wanted !== 'nothing' || this.inside !== 'none') throw this.broken('The JSON ends too early', null, this.inside === 'none' ? WANTED[this.wanted] : 'the rest of it', this.line);
  }

  /** A byte between values; true where a value begins with it. */
  private between(b: number): boolean {
    if (b === LINE) this.line++;
    if (b === 32 || b === LINE || b === 13 || b === 9) return false;
    const { wanted } = this;
    if (wanted === 'document' && b === OPEN) this.wanted = 'key or end';
    else if (wanted === 'colon' && b === COLON) this.wanted = 'value';
    else if (wanted === 'comma' && b === COMMA) this.wanted = 'key';
    else if (wanted === 'comma in list' && b === COMMA) this.wanted = 'element';
    else if ((wanted === 'comma' || wanted === 'key or end') && b === CLOSE) this.wanted = 'nothing';
    else if ((wanted === 'comma in list' || wanted === 'element or end') && b === CLOSE_LIST) this.leaveList();
    else if (wanted === 'value' && b === OPEN_LIST) this.enterList();
    else if (wanted === 'value' || wanted === 'element' || wanted === 'element or end' || ((wanted === 'key' || wanted === 'key or end') && b === QUOTE)) return this.begin(b);
    else throw this.broken('The JSON is broken', String.fromCharCode(b), WANTED[wanted], this.line);
    return false;
  }

  private enterList(): void {
    this.index = 0;
    this.wanted = 'element or end';
  }

  private leaveList(): void {
    this.index = null;
    this.wanted = 'comma';
  }

  private begin(b: number): boolean {
    if (b === COMMA || b === COLON || b === CLOSE || b === CLOSE_LIST) throw this.broken('The JSON is broken', String.fromCharCode(b), WANTED[this.wanted], this.line);
    this.inside = b === QUOTE ? 'string' : b === OPEN || b === OPEN_LIST ? 'nested' : 'bare';
    this.depth = this.inside === 'nested' ? 1 : 0;
    this.quoted = this.inside === 'string';
    this.escaped = false;
    this.startLine = this.line;
    return true;
  }

  /** Where the value under way ends, after its last byte; -1 where the chunk ends before. */
  private endOfValue(chunk: Uint8Array, start: number): number {
    if (this.inside === 'bare') return this.endOfBare(chunk, start);
    const { length } = chunk;
    let { depth, quoted } = this, i = start;
    if (this.escaped && i < length) {
      this.escaped = false;
      i++;
    }
    while (i < length) {
      if (quoted) {
        let b = 0;
        while (i < length && (b = chunk[i]!) !== QUOTE && b !== BACKSLASH) i++;
        if (i >= length) break;
        if (b === QUOTE) {
          quoted = false;
          i++;
          if (depth === 0) return i;
        } else if (i + 1 < length) i += 2;
        else {
          this.escaped = true;
          break;
        }
      } else {
        const b = chunk[i++]!;
        // Most of what stands between texts is none of these.
        if (b === QUOTE) quoted = true;
        else if (b === LINE) this.line++;
        else if (b < OPEN_LIST) continue;
        else if (b === OPEN || b === OPEN_LIST) {
          if (++depth > DEEPEST) throw this.broken('An element of the JSON is nested too deeply', `${depth} lists and objects in each other`, `at most ${DEEPEST}`, this.line);
        }
        else if ((b === CLOSE || b === CLOSE_LIST) && --depth === 0) return i;
      }
    }
    this.depth = depth;
    this.quoted = quoted;
    return -1;
  }

  private endOfBare(chunk: Uint8Array, start: number): number {
    for (let i = start; i < chunk.length; i++) {
      const b = chunk[i]!;
      if (b === COMMA || b === CLOSE || b === CLOSE_LIST || b <= 32) return i;
    }
    return -1;
  }

  private hold(part: Uint8Array): void {
    this.size += part.length;
    if (this.size > LONGEST) throw problem('too-large', { detail: 'A single element of the JSON is too large', value: `more than ${this.size} bytes`, wanted: `at most ${LONGEST} bytes each`, at: { file: this.file, line: this.startLine } });
    this.held.push(part);
  }

  private settle(last: Uint8Array): void {
    const bytes = this.held.length === 0 ? last : Buffer.concat([...this.held, last]);
    this.held = [];
    this.size = 0;
    this.inside = 'none';
    const value = this.parsed(bytes);
    if (this.wanted === 'key' || this.wanted === 'key or end') {
      this.key = value as string;
      this.onKey(this.key);
      this.wanted = 'colon';
      return;
    }
    this.take({ key: this.key, index: this.index, value, line: this.startLine });
    if (this.index === null) this.wanted = 'comma';
    else {
      this.index++;
      this.wanted = 'comma in list';
    }
  }

  private parsed(bytes: Uint8Array): unknown {
    let text: string;
    try {
      text = this.decoder.decode(bytes);
    } catch (error) {
      throw problem('bad-input', { detail: 'The JSON is not UTF-8', wanted: 'UTF-8', at: { file: this.file, line: this.startLine } }, error);
    }
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw this.broken(`The JSON is broken: ${(error as Error).message}`, text.slice(0, 80), 'a sound JSON value', this.startLine);
    }
  }

  private broken(detail: string, value: string | null, wanted: string, line: number): Error {
    return problem('bad-input', { detail, ...(value === null ? {} : { value }), wanted, at: { file: this.file, line } });
  }
}
