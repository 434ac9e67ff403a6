import { AMP, APOSTROPHE, BANG, BRACKET, CR, DASH, EQUALS, GT, isName, isNonCharacter, LF, LT, QUESTION, QUOTE, SLASH, SPACE, SPACE_BYTE, TEXT_PLAIN, VALUE_STOP } from './bytes.ts';
import { ByteWindow } from './byte-window.ts';

const DEEPEST = 4096, MOST_ATTRIBUTES = 256;
const MARKUP = 0, COMMENT = 1, CDATA = 2;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A tokenizer of XML 1.0 in UTF-8 over a sliding window of bytes: whole tags at a time, text, comments and CDATA in pieces, so that
 * memory stays bounded whatever the length of lines. A subclass gets the tags. Document types are refused, so no entity can expand.
 */
export abstract class XmlBytes extends ByteWindow {
  /** Name ids of the open elements, the root at 1. */
  protected readonly open: number[] = [-1];
  protected depth = 0;

  /** The start tag just read: attribute name ids, value ranges, whether a value holds entities or white space to settle, its quote. */
  protected count = 0;
  protected readonly attrName: number[] = [];
  protected readonly attrFrom: number[] = [];
  protected readonly attrTo: number[] = [];
  protected readonly attrRaw: boolean[] = [];
  protected readonly attrQuote: number[] = [];
  /** No line can end inside the tag just read. */
  private onOneLine = true;
  private mode = MARKUP;
  private rootSeen = false;
  protected abstract startElement(name: number, selfClosed: boolean, end: number): void;
  protected abstract endElement(): void;
  protected abstract afterTag(): void;
  protected abstract textMet(): void;
  /** Reads ahead by other means where it can; leaves `pos` and `line` right. */
  protected abstract shortcut(): void;

  /** Reads the next bytes of the document. Throws a Problem where it is not well-formed. */
  push(chunk: Uint8Array): void {
    this.admit(chunk);
    this.run();
  }

  /** The document is over. */
  end(): void {
    this.final = true;
    this.run();
    if (this.mode !== MARKUP || this.pos < this.len) throw this.fail('the file ends in the middle of a tag, comment or text', this.len);
    if (this.depth > 0) throw this.fail(`the file ends inside <${this.names.text(this.open[this.depth]!)}>`, this.len);
    if (!this.rootSeen) throw this.fail('there is no element at all', this.len);
  }

  /** An attribute of the tag just read as a string. */
  protected attrText(i: number): string {
    const from = this.attrFrom[i]!, to = this.attrTo[i]!;
    return this.attrRaw[i]! ? decoder.decode(this.scratch.subarray(0, this.settle(from, to))) : decoder.decode(this.buf.subarray(from, to));
  }

  private run(): void {
    for (;;) {
      if (this.mode !== MARKUP) {
        if (!this.skipSpan()) return;
        continue;
      }
      this.shortcut();
      if (this.pos === this.len) return;
      if (!(this.buf[this.pos] === LT ? this.markup() : this.text())) return;
    }
  }

  /** Text up to the next tag; false where more bytes are needed. */
  private text(): boolean {
    const { buf, len } = this;
    let p = this.pos, blank = true;
    for (; p < len; p++) {
      const c = buf[p]!;
      if (SPACE_BYTE[c] === 1) {
        if (c === CR && p + 1 === len && !this.final) break;
        continue;
      }
      if (c === LT) break;
      blank = false;
      if (this.depth === 0) throw this.fail('there is text outside the root element', p);
      if (TEXT_PLAIN[c] === 1) continue;
      if (c === AMP) {
        const end = this.entityEnd(p, len);
        if (end < 0) break;
        this.entity(p, end);
        p = end;
      } else if (c === BRACKET) {
        if (p + 2 >= len && !this.final) break;
        if (buf[p + 1] === BRACKET && buf[p + 2] === GT) throw this.fail('“]]>” is not allowed in text', p);
      } else if (c === 0xef) {
        if (p + 2 >= len && !this.final) break;
        if (isNonCharacter(buf, p)) throw this.fail('a character is not allowed', p);
      } else throw this.fail('a control character is not allowed', p);
    }
    if (!blank) this.textMet();
    const moved = p > this.pos;
    this.advance(p);
    return moved;
  }

  private markup(): boolean {
    const { buf, len, pos } = this;
    if (pos + 1 >= len) return false;
    const c = buf[pos + 1]!;
    if (c === SLASH) return this.endTag();
    if (c === BANG) return this.declaration();
    if (c === QUESTION) return this.instruction();
    return this.startTag();
  }

  private startTag(): boolean {
    const { buf, len } = this;
    let p = this.nameEnd(this.pos + 1);
    if (p < 0) return false;
    const name = this.nameId(this.pos + 1, p);
    let selfClosed = false;
    this.count = 0;
    this.onOneLine = true;
    for (;;) {
      const before = p;
      p = this.spaceEnd(p);
      if (p === len) return false;
      if (buf[p] === GT) break;
      if (buf[p] === SLASH) {
        if (p + 1 === len) return false;
        if (buf[p + 1] !== GT) throw this.fail('“/” is not followed by “>” in a tag', p);
        selfClosed = true;
        p++;
        break;
      }
      if (p === before) throw this.fail('attributes are not parted by white space', p);
      p = this.attribute(p);
      if (p < 0) return false;
    }
    this.enter(name, selfClosed, p + 1);
    return true;
  }

  private enter(name: number, selfClosed: boolean, end: number): void {
    if (this.depth === 0) {
      if (this.rootSeen) throw this.fail('there is a second root element', this.pos);
      this.rootSeen = true;
    }
    if (this.depth >= DEEPEST) throw this.tooLarge('elements inside one another', DEEPEST);
    this.open[++this.depth] = name;
    this.startElement(name, selfClosed, end);
    if (selfClosed) this.depth--;
    if (this.onOneLine) this.pos = end;
    else this.advance(end);
    this.afterTag();
  }

  /** Where the white space inside a tag ends. */
  private spaceEnd(from: number): number {
    const { buf, len } = this;
    let p = from;
    for (; p < len && SPACE_BYTE[buf[p]!] === 1; p++) if (buf[p] !== SPACE) this.onOneLine = false;
    return p;
  }

  /** Reads one attribute; the position after it, or −1 where more bytes are needed. */
  private attribute(from: number): number {
    const { buf, len } = this;
    let p = this.nameEnd(from);
    if (p < 0) return -1;
    const name = this.nameId(from, p);
    p = this.spaceEnd(p);
    if (p === len) return -1;
    if (buf[p] !== EQUALS) throw this.fail('an attribute has no value', p);
    p = this.spaceEnd(p + 1);
    if (p === len) return -1;
    const quote = buf[p]!;
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.fail('an attribute value is not in quotes', p);
    const start = ++p;
    let raw = false;
    // Most values are plain to their end.
    if (quote === QUOTE) while (p < len && VALUE_STOP[buf[p]!] === 0) p++;
    for (; p < len && buf[p] !== quote; p++) {
      const c = buf[p]!;
      if (VALUE_STOP[c] === 0 || c === QUOTE) continue;
      if (c === LT) throw this.fail('“<” is not allowed in an attribute value', p);
      if (c === AMP) {
        const end = this.entityEnd(p, len);
        if (end < 0) return -1;
        this.entity(p, end);
        p = end;
      } else if (c === 0xef) {
        if (p + 2 < len && isNonCharacter(buf, p)) throw this.fail('a character is not allowed', p);
        continue;
      } else if (c !== 9 && c !== LF && c !== CR) throw this.fail('a control character is not allowed', p);
      raw = true;
    }
    if (p >= len) return -1;
    if (raw) this.onOneLine = false;
    this.keepAttribute(name, start, p, raw, quote);
    return p + 1;
  }

  private keepAttribute(name: number, from: number, to: number, raw: boolean, quote: number): void {
    const n = this.count;
    if (n === MOST_ATTRIBUTES) throw this.tooLarge('attributes in one tag', MOST_ATTRIBUTES);
    for (let i = 0; i < n; i++) if (this.attrName[i] === name) throw this.fail(`the attribute ${this.names.text(name)} is given twice`, from);
    this.attrName[n] = name;
    this.attrFrom[n] = from;
    this.attrTo[n] = to;
    this.attrRaw[n] = raw;
    this.attrQuote[n] = quote;
    this.count++;
  }

  private endTag(): boolean {
    const { buf, len } = this;
    const from = this.pos + 2;
    let p = this.nameEnd(from);
    if (p < 0) return false;
    const name = this.nameId(from, p);
    while (p < len && SPACE_BYTE[buf[p]!] === 1) p++;
    if (p === len) return false;
    if (buf[p] !== GT) throw this.fail('an end tag holds more than a name', p);
    if (this.depth === 0 || this.open[this.depth] !== name) {
      throw this.fail(`the end tag </${this.names.text(name)}> closes ${this.depth === 0 ? 'nothing' : `<${this.names.text(this.open[this.depth]!)}>`}`, this.pos);
    }
    this.endElement();
    this.depth--;
    this.advance(p + 1);
    this.afterTag();
    return true;
  }

  private declaration(): boolean {
    const { len, pos } = this;
    if (this.starts('<!--', pos)) return this.openSpan(COMMENT, 4);
    if (this.starts('<![CDATA[', pos)) {
      if (this.depth === 0) throw this.fail('there is text outside the root element', pos);
      this.textMet();
      return this.openSpan(CDATA, 9);
    }
    if (this.starts('<!DOCTYPE', pos)) throw this.refuse('The file has a document type declaration, which could define entities', '<!DOCTYPE', 'an XES log without one');
    if (len - pos < 9 && !this.final) return false;
    throw this.fail('“<!” begins neither a comment nor CDATA', pos);
  }

  private openSpan(mode: number, length: number): boolean {
    this.mode = mode;
    this.advance(this.pos + length);
    return true;
  }

  /** The inside of a comment or CDATA section; false where more bytes are needed. */
  private skipSpan(): boolean {
    const { buf, len } = this;
    const marker = this.mode === COMMENT ? DASH : BRACKET;
    for (let p = this.pos; p < len; p++) {
      const c = buf[p]!;
      if (c === marker || c === 0xef || c === CR) {
        if (p + 2 >= len) return this.waitAt(p);
        if (isNonCharacter(buf, p)) throw this.fail('a character is not allowed', p);
        if (c !== marker || buf[p + 1] !== marker) continue;
        if (buf[p + 2] === GT) {
          this.mode = MARKUP;
          this.advance(p + 3);
          return true;
        }
        if (this.mode === COMMENT) throw this.fail('“--” is not allowed in a comment', p);
      } else if (c < 32 && c !== 9 && c !== LF) throw this.fail('a control character is not allowed', p);
    }
    return this.waitAt(len);
  }

  private waitAt(p: number): boolean {
    if (this.final) throw this.fail('the file ends inside a comment or CDATA section', p);
    this.advance(p);
    return false;
  }

  private instruction(): boolean {
    const { buf, len, pos } = this;
    let end = pos + 2;
    for (; end + 1 < len; end++) {
      const c = buf[end]!;
      if (c === QUESTION && buf[end + 1] === GT) break;
      if ((c < 32 && SPACE_BYTE[c] === 0) || isNonCharacter(buf, end)) throw this.fail('a character is not allowed', end);
    }
    if (end + 1 >= len) return false;
    const inside = decoder.decode(buf.subarray(pos + 2, end));
    const target = /^[^ \t\r\n?]*/.exec(inside)![0];
    if (!isName(target)) throw this.fail('a processing instruction has no name', pos);
    if (target.toLowerCase() === 'xml') this.xmlDeclaration(target, inside);
    this.advance(end + 2);
    return true;
  }

  private xmlDeclaration(target: string, inside: string): void {
    if (this.base + this.pos > 0 || target !== 'xml') throw this.fail('the XML declaration is not at the very start', this.pos);
    const form = /^xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.[0-9]+\1([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\3)?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(yes|no)\5)?[ \t\r\n]*$/;
    if (!form.test(inside)) throw this.fail('the XML declaration is malformed', this.pos);
  }
}
