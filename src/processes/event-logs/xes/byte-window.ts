import { problem } from '../../../platform/errors/index.ts';
import { AMP, countLines, CR, entityChar, isName, LF, NAME_BYTE, SEMICOLON } from './bytes.ts';
import { ByteDictionary, hashBytes } from './dictionary.ts';

const LONGEST_CONSTRUCT = 16 << 20, MOST_NAMES = 65_536, LONGEST_ENTITY = 64;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** A sliding window over the bytes of a document: what has been pushed and not yet taken, where in the document it is, and its names. */
export abstract class ByteWindow {
  protected buf = new Uint8Array(1 << 19);
  protected view = new DataView(this.buf.buffer);
  protected len = 0;
  protected pos = 0;
  /** Bytes before the window. */
  protected base = 0;
  /** Line at `pos`, from 1. */
  protected line = 1;
  protected readonly names = new ByteDictionary();
  /** Where `settle` puts its outcome. */
  protected scratch = new Uint8Array(256);
  /** No more bytes will come. */
  protected final = false;
  private readonly file: string | undefined;

  constructor(file?: string) {
    this.file = file;
  }

  /** The line that the bytes pushed so far end in, from 1. */
  lineAtEnd(): number {
    return this.line + countLines(this.buf, this.pos, this.len);
  }

  protected fail(what: string, at: number): Error {
    const line = this.line + countLines(this.buf, this.pos, Math.min(at, this.len));
    return problem('bad-input', { detail: `The file is not well-formed XML: ${what}`, wanted: 'an XES log as XML', at: { ...(this.file === undefined ? {} : { file: this.file }), line } });
  }

  protected refuse(detail: string, value: string, wanted: string): Error {
    return problem('bad-input', { detail, value, wanted, at: { ...(this.file === undefined ? {} : { file: this.file }), line: this.line } });
  }

  /** An attribute's value with entities and white space settled, in `scratch`; its length. */
  protected settle(from: number, to: number): number {
    if (this.scratch.length < to - from) this.scratch = new Uint8Array((to - from) * 2);
    const { buf, scratch } = this;
    let n = 0;
    for (let p = from; p < to; p++) {
      const c = buf[p]!;
      if (c === AMP) {
        const end = this.entityEnd(p, to);
        n += encoder.encodeInto(String.fromCodePoint(this.entity(p, end)), scratch.subarray(n)).written;
        p = end;
      } else if (c === CR) {
        if (buf[p + 1] !== LF) scratch[n++] = 32;
      } else scratch[n++] = c === 9 || c === LF ? 32 : c;
    }
    return n;
  }

  /** The id of a name met as bytes; checked against the rules for names when new. */
  protected nameId(from: number, to: number): number {
    const known = this.names.size;
    const id = this.names.internBytes(this.buf, from, to, hashBytes(this.buf, from, to));
    if (id < known) return id;
    this.names.takeFresh();
    if (!isName(this.names.text(id))) throw this.fail('a name has a character that is not allowed', from);
    if (id >= MOST_NAMES) throw this.tooLarge('different names of elements and attributes', MOST_NAMES);
    return id;
  }

  /** Takes in further bytes, dropping those before `pos`. */
  protected admit(chunk: Uint8Array): void {
    const rest = this.len - this.pos;
    if (rest > LONGEST_CONSTRUCT) throw this.tooLarge('bytes in one tag', LONGEST_CONSTRUCT);
    const needed = rest + chunk.length;
    if (needed > this.buf.length) {
      const wider = new Uint8Array(Math.max(needed, this.buf.length * 2));
      wider.set(this.buf.subarray(this.pos, this.len));
      this.buf = wider;
      this.view = new DataView(wider.buffer);
    } else if (this.pos > 0) this.buf.copyWithin(0, this.pos, this.len);
    this.buf.set(chunk, rest);
    this.base += this.pos;
    this.pos = 0;
    this.len = needed;
  }

  protected nameEnd(from: number): number {
    const { buf, len } = this;
    let p = from;
    while (p < len && NAME_BYTE[buf[p]!] === 1) p++;
    if (p === len) return -1;
    if (p === from) throw this.fail('a name was wanted', p);
    return p;
  }

  /** Where the entity that begins at `p` ends (its semicolon), or −1 where more bytes are needed. */
  protected entityEnd(p: number, to: number): number {
    const stop = Math.min(to, p + LONGEST_ENTITY);
    for (let i = p + 1; i < stop; i++) if (this.buf[i] === SEMICOLON) return i;
    if (stop === to && !this.final) return -1;
    throw this.fail('“&” begins no entity', p);
  }

  protected entity(p: number, end: number): number {
    const c = entityChar(decoder.decode(this.buf.subarray(p + 1, end)));
    if (typeof c === 'string') throw this.fail(c, p);
    return c;
  }

  protected starts(text: string, at: number): boolean {
    if (this.len - at < text.length) return false;
    for (let i = 0; i < text.length; i++) if (this.buf[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** Moves on to `to`, counting the lines passed. */
  protected advance(to: number): void {
    this.line += countLines(this.buf, this.pos, to);
    this.pos = to;
  }

  protected tooLarge(what: string, most: number): Error {
    return problem('too-large', { detail: `There are too many ${what}`, wanted: `at most ${most}`, at: { ...(this.file === undefined ? {} : { file: this.file }), line: this.line } });
  }
}
