import { QUOTE, GT, SLASH, VALUE_STOP } from './bytes.ts';
import type { XesCollector } from './collector.ts';
import { HASH_PRIME, HASH_SEED, hashBytes } from './dictionary.ts';
import { END_EVENT, END_TRACE, type Gap, GapMemory, START_EVENT, START_TRACE } from './gap-memory.ts';
import { CONTAINER, kindOf, LIST, localName } from './model.ts';
import type { Target } from './targets.ts';
import { isInstant, isText, ValueReader } from './values.ts';
import { XmlBytes } from './xml-bytes.ts';

/** What an element is to XES, from its local name; attributes are 0 to 7 as in `KINDS`. */
const LOG = 10, TRACE = 11, EVENT = 12, GLOBAL = 13, CLASSIFIER = 14, EXTENSION = 15, VALUES = 16, UNKNOWN = 17;
const ELEMENTS: Record<string, number> = { log: LOG, trace: TRACE, event: EVENT, global: GLOBAL, classifier: CLASSIFIER, extension: EXTENSION, values: VALUES };
/** Where the position stands. */
const IN_PROLOG = 0, IN_LOG = 1, IN_TRACE = 2, IN_EVENT = 3, IN_ATTRIBUTE = 4, IN_LOG_ATTRIBUTE = 5, IN_GLOBAL_EVENT = 6, IN_GLOBAL_TRACE = 7, IN_OTHER = 8;

/**
 * The quick XES reader: a byte tokenizer with a memory of what machine-written logs repeat. What it says is what the reference reader
 * says, which a differential test over random documents and chunk splits watches.
 */
export class XesScanner extends XmlBytes {
  private readonly collector: XesCollector;
  private readonly values: ValueReader;
  private readonly memory = new GapMemory();
  private readonly element: number[] = [];
  private readonly context: number[] = [IN_PROLOG];
  private readonly targets: (Map<string, Target>)[] = [];
  private keyName = -1;
  private valueName = -1;

  // Tag names that the shortcut knows: those of the first trace and the first event.
  private traceName = -1;
  private eventName = -1;
  /** Where the gap being learnt began, counted from the start of the document; −1 where none is. */
  private gapFrom = -1;
  private gapLine = 0;
  private gapInEvent = false;
  private lastGap: Gap | null = null;
  private learning = false;
  private readonly ops: number[] = [];
  private readonly opLines: number[] = [];

  constructor(collector: XesCollector, file?: string) {
    super(file);
    this.collector = collector;
    this.values = new ValueReader(collector);
    this.keyName = this.names.intern('key');
    this.valueName = this.names.intern('value');
  }

  protected override startElement(name: number, selfClosed: boolean, end: number): void {
    const element = this.elementOf(name);
    const inside = this.openElement(element, name, end);
    this.context[this.depth] = inside;
    if (selfClosed) this.leave(inside, name);
  }

  protected override endElement(): void {
    this.leave(this.context[this.depth]!, this.open[this.depth]!);
  }

  protected override textMet(): void {
    this.learning = false;
  }

  /** After a tag the position is clean where it stands directly in a trace or an event. */
  protected override afterTag(): void {
    if (this.gapFrom >= 0 && this.learning) return;
    const context = this.context[this.depth]!;
    if (context === IN_TRACE || context === IN_EVENT) this.cleanHere(context === IN_EVENT);
    else this.gapFrom = -1;
  }

  private cleanHere(inEvent: boolean): void {
    const usual = this.open[2] === this.traceName && (!inEvent || this.open[3] === this.eventName);
    this.gapFrom = usual ? this.base + this.pos : -1;
    this.gapLine = this.line;
    this.gapInEvent = inEvent;
    this.learning = usual;
    if (this.ops.length > 0) this.dropOps();
  }

  // Setting the length of an array is slow enough to show, so only where there is something to drop.
  private dropOps(): void {
    this.ops.length = 0;
    this.opLines.length = 0;
  }

  private elementOf(name: number): number {
    const known = this.element[name];
    if (known !== undefined) return known;
    const local = localName(this.names.text(name));
    const kind = kindOf(local);
    const element = kind >= 0 ? kind : (ELEMENTS[local] ?? UNKNOWN);
    // Names of attributes share the numbering, so the array may have holes before this one.
    while (this.element.length < name) this.element.push(undefined as never);
    this.element[name] = element;
    return element;
  }

  /** What a start tag means where it stands; the context inside it. */
  private openElement(element: number, name: number, end: number): number {
    const { collector } = this;
    const around = this.context[this.depth - 1]!;
    if (around === IN_PROLOG) {
      if (element !== LOG) throw this.refuse('The file is XML but not an XES log', `<${this.names.text(name)}>`, 'a root element <log>');
      return IN_LOG;
    }
    if (element === EVENT && around !== IN_TRACE) {
      collector.orphanEvent(this.line);
      return this.forget(IN_OTHER);
    }
    if (around === IN_TRACE || around === IN_EVENT) return this.openInTrace(element, name, end, around === IN_EVENT);
    if (around === IN_LOG) return this.openInLog(element, name);
    if (element <= CONTAINER) {
      if (around === IN_ATTRIBUTE) collector.report.nestedDropped++;
      else if (around === IN_LOG_ATTRIBUTE) collector.report.logAttributes++;
      else if (around !== IN_OTHER) collector.global(around === IN_GLOBAL_EVENT ? 'event' : 'trace', this.attr('key') ?? '');
    }
    return around === IN_ATTRIBUTE || around === IN_LOG_ATTRIBUTE ? around : IN_OTHER;
  }

  private openInLog(element: number, name: number): number {
    const { collector } = this;
    switch (element) {
      case TRACE:
        collector.startTrace(this.line);
        this.noteStructure(START_TRACE);
        if (this.traceName < 0) this.traceName = name;
        if (this.traceName !== name) this.learning = false;
        return IN_TRACE;
      case GLOBAL:
        return this.attr('scope') === 'event' ? IN_GLOBAL_EVENT : this.attr('scope') === 'trace' ? IN_GLOBAL_TRACE : IN_OTHER;
      case CLASSIFIER:
        collector.classifier({ name: this.attr('name') ?? '', keys: this.attr('keys') ?? '', scope: this.attr('scope') === 'trace' ? 'trace' : 'event' });
        return IN_OTHER;
      case EXTENSION:
        collector.extension(this.attr('name') ?? '', this.attr('prefix') ?? '', this.attr('uri') ?? '');
        return IN_OTHER;
      default:
        if (element <= CONTAINER) {
          collector.report.logAttributes++;
          return IN_LOG_ATTRIBUTE;
        }
        collector.report.unknownElements++;
        return IN_OTHER;
    }
  }

  private openInTrace(element: number, name: number, end: number, inEvent: boolean): number {
    if (element <= CONTAINER) {
      this.takeAttribute(element, end, inEvent);
      return IN_ATTRIBUTE;
    }
    if (element === EVENT) {
      this.collector.startEvent(this.line);
      this.noteStructure(START_EVENT);
      if (this.eventName < 0) this.eventName = name;
      if (this.eventName !== name) this.learning = false;
      return IN_EVENT;
    }
    this.collector.report.unknownElements++;
    return this.forget(IN_OTHER);
  }

  /** An attribute directly in a trace or event, read in full. */
  private takeAttribute(kind: number, end: number, inEvent: boolean): void {
    const { collector, buf } = this;
    const key = this.indexOf(this.keyName), value = this.indexOf(this.valueName);
    if (kind === LIST || kind === CONTAINER) {
      collector.report.listsDropped++;
      this.forget(0);
      return;
    }
    if (key < 0 || value < 0) {
      collector.report.incompleteAttributes++;
      this.forget(0);
      return;
    }
    const target = this.targetOf(inEvent, kind, this.attrText(key));
    this.learnGap(key, value, target, inEvent);
    const raw = this.attrRaw[value]!;
    const from = raw ? 0 : this.attrFrom[value]!;
    const to = raw ? this.settle(this.attrFrom[value]!, this.attrTo[value]!) : this.attrTo[value]!;
    const bytes = raw ? this.scratch : buf;
    this.values.put(target, bytes, from, to, isText(target.role) ? hashBytes(bytes, from, to) : 0, this.line);
    // A self-closed attribute leaves the position clean behind the gap just met; any other end forgets what came before.
    this.learning = false;
    if (buf[end - 2] !== SLASH) this.lastGap = null;
  }

  private targetOf(inEvent: boolean, kind: number, key: string): Target {
    const slot = kind * 2 + (inEvent ? 1 : 0);
    const targets = (this.targets[slot] ??= new Map<string, Target>());
    let target = targets.get(key);
    if (target === undefined) {
      target = this.collector.target(inEvent ? 'events' : 'cases', kind, key);
      targets.set(key, target);
    }
    return target;
  }

  /** An element ends: `inside` is the context that it opened. */
  private leave(inside: number, name: number): void {
    if (inside === IN_EVENT) {
      this.collector.endEvent();
      this.noteStructure(END_EVENT);
      if (name !== this.eventName) this.learning = false;
    } else if (inside === IN_TRACE) {
      this.collector.endTrace();
      this.noteStructure(END_TRACE);
      if (name !== this.traceName) this.learning = false;
    }
  }

  private noteStructure(op: number): void {
    this.ops.push(op);
    this.opLines.push(this.line - this.gapLine);
  }

  private forget<T>(context: T): T {
    this.learning = false;
    this.lastGap = null;
    return context;
  }

  private learnGap(key: number, value: number, target: Target, inEvent: boolean): void {
    const plain = this.learning && this.gapFrom >= this.base && key === 0 && value === 1 && !this.attrRaw[key]! && this.attrQuote[value] === QUOTE;
    if (!plain) {
      this.lastGap = null;
      return;
    }
    const from = this.gapFrom - this.base, to = this.attrFrom[value]!;
    const lines = this.line - this.gapLine + this.linesBefore(to);
    const hashed = isText(target.role) || target.part >= 0;
    this.lastGap = this.memory.learn(this.followers(), this.gapInEvent, this.buf, from, to, { ops: Uint8Array.from(this.ops), opLines: Uint32Array.from(this.opLines), lines, target, hashed, dated: isInstant(target.role) && target.part < 0, inEvent });
  }

  private linesBefore(to: number): number {
    let lines = 0;
    for (let i = this.pos; i < to; i++) if (this.buf[i] === 10 || (this.buf[i] === 13 && this.buf[i + 1] !== 10)) lines++;
    return lines;
  }

  private followers(): Gap[] {
    if (this.lastGap !== null) return this.lastGap.next;
    return this.gapInEvent ? this.memory.afterEvent : this.memory.afterTrace;
  }

  private indexOf(name: number): number {
    for (let i = 0; i < this.count; i++) if (this.attrName[i] === name) return i;
    return -1;
  }

  private attr(name: string): string | null {
    for (let i = 0; i < this.count; i++) if (this.names.text(this.attrName[i]!) === name) return this.attrText(i);
    return null;
  }

  /** Takes attributes whose gap is known, one after another, as long as they come. */
  protected override shortcut(): void {
    if (this.gapFrom !== this.base + this.pos) return;
    const { buf, view, len } = this;
    for (;;) {
      const gap = this.recognise(this.followers(), view, this.pos, len);
      if (gap === null) return;
      const from = this.pos + gap.length;
      let q = from, hash = HASH_SEED;
      // Dates of one log are all of one length: where the quote stands there, reading the date proves the bytes before it.
      const dated = gap.dateLength > 0 && from + gap.dateLength + 2 < len && buf[from + gap.dateLength] === QUOTE && this.values.isInstant(buf, from, from + gap.dateLength);
      if (dated) q += gap.dateLength;
      else if (gap.hashed) for (let c = 0; q < len && VALUE_STOP[(c = buf[q]!)] === 0; q++) hash = Math.imul(hash ^ c, HASH_PRIME);
      else while (q < len && VALUE_STOP[buf[q]!] === 0) q++;
      // Anything but a plain value in a self-closed tag, all of it in the window, is for the full parser.
      if (q + 2 >= len || buf[q] !== QUOTE || buf[q + 1] !== SLASH || buf[q + 2] !== GT) return;
      if (gap.ops.length > 0) this.replay(gap);
      this.line += gap.lines;
      if (dated) this.values.putRead(gap.target);
      else {
        this.values.put(gap.target, buf, from, q, hash, this.line);
        if (gap.dated) gap.dateLength = q - from;
      }
      this.pos = q + 3;
      this.lastGap = gap;
      this.gapFrom = this.base + this.pos;
      this.gapLine = this.line;
      this.gapInEvent = gap.inEvent;
      this.learning = true;
      if (this.ops.length > 0) this.dropOps();
    }
  }

  private recognise(followers: Gap[], view: DataView, at: number, len: number): Gap | null {
    for (let i = 0; i < followers.length; i++) {
      const gap = followers[i]!;
      if (at + gap.length >= len || !this.memory.matches(gap, view, at)) continue;
      if (i > 0) {
        // A loop beats copyWithin for the few that there are.
        for (let j = i; j > 0; j--) followers[j] = followers[j - 1]!;
        followers[0] = gap;
      }
      return gap;
    }
    return null;
  }

  /** Opens and closes what the gap does. */
  private replay(gap: Gap): void {
    const { ops, opLines } = gap;
    for (let i = 0; i < ops.length; i++) {
      switch (ops[i]) {
        case END_EVENT:
          this.collector.endEvent();
          this.depth = 2;
          break;
        case START_EVENT:
          this.collector.startEvent(this.line + opLines[i]!);
          this.enterUsual(3, this.eventName, IN_EVENT);
          break;
        case END_TRACE:
          this.collector.endTrace();
          this.depth = 1;
          break;
        default:
          this.collector.startTrace(this.line + opLines[i]!);
          this.enterUsual(2, this.traceName, IN_TRACE);
      }
    }
  }

  private enterUsual(depth: number, name: number, context: number): void {
    this.depth = depth;
    this.open[depth] = name;
    this.context[depth] = context;
  }
}
