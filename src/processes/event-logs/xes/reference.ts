import { SaxesParser, type SaxesTag } from 'saxes';
import { problem, type Place } from '../../../platform/errors/index.ts';
import type { XesCollector } from './collector.ts';
import { ROLE_ACTIVITY, ROLE_BOOLEAN, ROLE_CASE, ROLE_DOUBLE, ROLE_INSTANT, ROLE_INTEGER, ROLE_OPTIONAL_TEXT, ROLE_TEXT, ROLE_TIME, type Target } from './targets.ts';
import { hashBytes } from './dictionary.ts';
import { kindOf, localName } from './model.ts';

type Where = 'log' | 'trace' | 'event' | 'attribute' | 'log attribute' | 'global event' | 'global trace' | 'other';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?$/;

/**
 * The plain XES reader on `saxes`: slower, written for being right at a glance. The quick reader is tested against it.
 * Takes a document as UTF-8 in chunks; throws a Problem where it is not well-formed XML or not an XES log.
 */
export class XesReference {
  private readonly parser = new SaxesParser({ forceXMLVersion: true, defaultXMLVersion: '1.0' });
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly collector: XesCollector;
  private readonly file: string | undefined;
  private readonly stack: Where[] = [];
  private tagLine = 1;

  constructor(collector: XesCollector, file?: string) {
    this.collector = collector;
    this.file = file;
    const { parser } = this;
    parser.on('error', (error) => {
      throw problem('bad-input', { detail: `The file is not well-formed XML: ${error.message}`, wanted: 'an XES log as XML', at: this.place(parser.line) });
    });
    parser.on('doctype', () => {
      throw problem('bad-input', { detail: 'The file has a document type declaration, which could define entities', value: '<!DOCTYPE', wanted: 'an XES log without one', at: this.place(parser.line) });
    });
    // The character after the name has been read by now; a line end there is not before the tag.
    parser.on('opentagstart', () => (this.tagLine = parser.line - (parser.columnIndex === 0 ? 1 : 0)));
    parser.on('opentag', (tag) => this.stack.push(this.opened(tag)));
    parser.on('closetag', () => this.closed(this.stack.pop()!));
  }

  push(chunk: Uint8Array): void {
    this.parser.write(this.decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    this.parser.write(this.decoder.decode());
    this.parser.close();
  }

  lineAtEnd(): number {
    return this.parser.line;
  }

  private opened(tag: SaxesTag): Where {
    const { collector } = this;
    // Without namespace processing, attributes are plain strings.
    const attributes = tag.attributes as Record<string, string>;
    const name = localName(tag.name), around = this.stack.at(-1), isAttribute = kindOf(name) >= 0;
    if (around === undefined) {
      if (name !== 'log') throw problem('bad-input', { detail: 'The file is XML but not an XES log', value: `<${tag.name}>`, wanted: 'a root element <log>', at: this.place(this.tagLine) });
      return 'log';
    }
    if (name === 'event' && around !== 'trace') {
      collector.orphanEvent(this.tagLine);
      return 'other';
    }
    if (around === 'log') return this.inLog(name, isAttribute, attributes);
    if (around === 'trace' && name === 'event') {
      collector.startEvent(this.tagLine);
      return 'event';
    }
    if (around === 'trace' || around === 'event') {
      if (isAttribute) this.attribute(name, attributes, around);
      else collector.report.unknownElements++;
      return isAttribute ? 'attribute' : 'other';
    }
    if (isAttribute && around === 'attribute') collector.report.nestedDropped++;
    if (isAttribute && around === 'log attribute') collector.report.logAttributes++;
    if (isAttribute && around === 'global event') collector.global('event', attributes['key'] ?? '');
    if (isAttribute && around === 'global trace') collector.global('trace', attributes['key'] ?? '');
    return around === 'attribute' || around === 'log attribute' ? around : 'other';
  }

  private inLog(name: string, isAttribute: boolean, a: Record<string, string>): Where {
    const { collector } = this;
    if (isAttribute) {
      collector.report.logAttributes++;
      return 'log attribute';
    }
    if (name === 'trace') {
      collector.startTrace(this.tagLine);
      return 'trace';
    }
    if (name === 'global') return a['scope'] === 'event' ? 'global event' : a['scope'] === 'trace' ? 'global trace' : 'other';
    if (name === 'classifier') collector.classifier({ name: a['name'] ?? '', keys: a['keys'] ?? '', scope: a['scope'] === 'trace' ? 'trace' : 'event' });
    else if (name === 'extension') collector.extension(a['name'] ?? '', a['prefix'] ?? '', a['uri'] ?? '');
    else collector.report.unknownElements++;
    return 'other';
  }

  private closed(what: Where): void {
    if (what === 'event') this.collector.endEvent();
    if (what === 'trace') this.collector.endTrace();
  }

  private attribute(name: string, attributes: Record<string, string>, around: 'trace' | 'event'): void {
    const { collector } = this;
    const { key, value } = attributes;
    if (name === 'list' || name === 'container') {
      collector.report.listsDropped++;
      return;
    }
    if (key === undefined || value === undefined) {
      collector.report.incompleteAttributes++;
      return;
    }
    const target = collector.target(around === 'event' ? 'events' : 'cases', kindOf(name), key);
    if (target.part >= 0) this.asBytes(value, (b, hash) => collector.putPart(target, b, 0, b.length, hash));
    if (!this.typed(target, value)) collector.putUnreadable(target, this.tagLine, value);
  }

  private typed(t: Target, value: string): boolean {
    const { collector } = this;
    const trimmed = value.trim();
    switch (t.role) {
      case ROLE_TEXT: case ROLE_OPTIONAL_TEXT: case ROLE_ACTIVITY: case ROLE_CASE:
        this.asBytes(value, (b, hash) => collector.putText(t, b, 0, b.length, hash));
        return true;
      case ROLE_TIME: case ROLE_INSTANT:
        return this.instant(t, value);
      case ROLE_INTEGER: {
        if (!/^[+-]?\d{1,40}$/.test(trimmed)) return false;
        const big = BigInt(trimmed.replace('+', ''));
        if (big !== BigInt.asIntN(64, big)) return false;
        collector.putBigInteger(t, big);
        return true;
      }
      case ROLE_DOUBLE: {
        if (!/^[+-]?((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|INF)$/.test(trimmed)) return false;
        collector.putDouble(t, Number(trimmed.replace('INF', 'Infinity')));
        return true;
      }
      case ROLE_BOOLEAN:
        if (!/^(true|false|0|1)$/i.test(trimmed)) return false;
        collector.putBoolean(t, /^(true|1)$/i.test(trimmed));
        return true;
      default:
        return true;
    }
  }

  private instant(t: Target, value: string): boolean {
    const m = INSTANT.exec(value.replace(/^[\0- ]+|[\0- ]+$/g, ''));
    if (m === null) return false;
    const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
    const [hour, minute, second] = [Number(m[4] ?? 0), Number(m[5] ?? 0), Number(m[6] ?? 0)];
    const micros = Number((m[7] ?? '').slice(0, 6).padEnd(6, '0'));
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false;
    if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second + micros > 0)) return false;
    const hasOffset = m[8] !== undefined || m[9] !== undefined;
    const offset = m[9] === undefined ? 0 : (m[9] === '-' ? -1 : 1) * (Number(m[10]) * 60 + Number(m[11] ?? 0));
    if (Math.abs(offset) > 840 || Number(m[11] ?? 0) > 59) return false;
    this.collector.putInstant(t, date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset * 60, micros, hasOffset, offset);
    return true;
  }

  private asBytes(value: string, use: (bytes: Uint8Array, hash: number) => void): void {
    const bytes = new TextEncoder().encode(value);
    use(bytes, hashBytes(bytes, 0, bytes.length));
  }

  private place(line: number): Place {
    return this.file === undefined ? { line } : { file: this.file, line };
  }
}
