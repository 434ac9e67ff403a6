import { isZone, toInstant } from '../../../maths/time/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { zoneUnsaid } from '../zone-unsaid.ts';
import { ActivityClassifier, classifierKeys } from './classifier.ts';
import type { Column, ColumnTable } from './column-table.ts';
import type { ByteDictionary } from './dictionary.ts';
import { KINDS, type XesBatch, type XesClassifier, type XesOptions, type XesRejection, type XesReport, type XesTable } from './model.ts';
import { type CollectorSizes, ROLE_ACTIVITY, ROLE_CASE, ROLE_OPTIONAL_TEXT, ROLE_TIME, type Target, Targets } from './targets.ts';

const BATCH_BYTES = 16 << 20, REJECTIONS_AT_ONCE = 4096, MOST_DECLARATIONS = 10_000;
const EARLIEST = Date.UTC(1685, 0, 1) / 1000, LATEST = Date.UTC(2255, 0, 1) / 1000;

/** The report of a reader that has read nothing yet. */
export function emptyReport(): XesReport {
  return {
    traces: 0, events: 0, staged: { events: 0, cases: 0 }, rejected: { events: 0, entries: 0 }, emptyTraces: 0, repeatedCases: 0, nestedDropped: 0, listsDropped: 0,
    incompleteAttributes: 0, repeatedKeys: 0, unreadable: { count: 0, examples: [] }, logAttributes: 0, unknownElements: 0, zoneless: { times: 0, gaps: 0, ambiguous: 0 },
    extensions: [], classifiers: [], globals: { event: [], trace: [] }, lateCases: [], restarted: [],
  };
}

/**
 * The meaning of an XES log: traces and events become rows of two column tables, or rejections. It is told of elements and values by a
 * reader and hands over batches; both readers share it, so that they can differ only in how they read XML and values.
 */
export class XesCollector {
  readonly report = emptyReport();
  private readonly events: ColumnTable;
  private readonly cases: ColumnTable;
  private readonly targets: Targets;
  private readonly emit: (batch: XesBatch) => void;
  private readonly options: XesOptions;
  private readonly file: string;
  private rejected: XesRejection[] = [];

  private readonly caseNames: ByteDictionary;
  private readonly activities: ByteDictionary;
  private readonly eventRow: Column;
  private readonly eventCase: Column;
  private readonly eventActivity: Column;
  private readonly eventOffset: Column;
  private readonly caseCode: Column;

  private classified: ActivityClassifier | null = null;

  private traceLine = 0;
  private traceRow = 0;
  private traceEvents = 0;
  private traceRejected = 0;
  private nameLength = -1;
  private nameHash = 0;
  private name = new Uint8Array(256);
  private traceCode = -1;
  private traceProvisional = 0;
  private provisional = 0;

  private eventLine = 0;
  private ordinal = 0;
  private hasActivity = false;
  private hasTime = false;
  private badTime: string | null = null;

  constructor(options: XesOptions, emit: (batch: XesBatch) => void, sizes: CollectorSizes = {}, file = 'the log') {
    // Asking for zone data takes 20 ms in a fresh process; most logs need none.
    if (options.zone !== null && options.zone !== 'UTC' && !isZone(options.zone)) throw problem('bad-input', { detail: 'There is no such time zone', value: options.zone, wanted: 'an IANA name such as Europe/Paris, or UTC' });
    this.options = options;
    this.file = file;
    this.emit = emit;
    this.targets = new Targets(sizes);
    this.events = this.targets.events;
    this.cases = this.targets.cases;
    this.caseNames = this.targets.dictionary('case');
    this.activities = this.targets.dictionary('activity');
    this.eventRow = this.events.column('row', 'bigint', null);
    this.eventCase = this.events.column('case', 'code', null);
    this.eventActivity = this.events.column('activity', 'code', this.activities);
    this.events.column('time', 'timestamp', null);
    this.eventOffset = this.events.column('offset', 'smallint', null);
    this.caseCode = this.cases.column('case', 'code', null);
  }

  /** Where values of this key and kind go; the same object for the same arguments. */
  target(scope: XesTable, kind: number, key: string): Target {
    this.settleClassifier();
    return this.targets.of(scope, kind, key, this.classified?.keys ?? null);
  }

  extension(name: string, prefix: string, uri: string): void {
    this.report.extensions.push(this.bounded({ name, prefix, uri }, this.report.extensions));
  }

  classifier(classifier: XesClassifier): void {
    this.report.classifiers.push(this.bounded(classifier, this.report.classifiers));
  }

  global(scope: 'event' | 'trace', key: string): void {
    this.report.globals[scope].push(this.bounded(key, this.report.globals[scope]));
  }

  startTrace(line: number): void {
    this.settleClassifier();
    this.report.traces++;
    this.traceLine = line;
    this.traceRow = this.events.row;
    this.traceEvents = 0;
    this.traceRejected = 0;
    this.nameLength = -1;
    this.traceCode = -1;
    this.traceProvisional = 0;
  }

  endTrace(): void {
    const { report } = this;
    if (this.nameLength <= 0) return this.rejectTrace();
    if (this.traceEvents === 0) {
      if (this.traceRejected === 0) report.emptyTraces++;
      this.cases.truncate(this.cases.row);
      return;
    }
    const code = this.resolveCase();
    if (this.traceProvisional < 0) report.lateCases.push({ provisional: this.traceProvisional, code });
    this.eventCase.i32.fill(code, this.traceRow, this.events.row);
    this.caseCode.i32[this.cases.row] = code;
    this.caseCode.mark(this.cases.row);
    report.staged.events += this.traceEvents;
    if (this.cases.commit()) this.flush('cases', this.cases);
  }

  startEvent(line: number): void {
    this.report.events++;
    this.eventLine = line;
    this.hasActivity = false;
    this.hasTime = false;
    this.badTime = null;
    this.classified?.begin();
  }

  endEvent(): void {
    const ordinal = this.ordinal++;
    if (this.classified !== null) this.classify(this.classified);
    if (!this.hasActivity || !this.hasTime) return this.rejectEvent();
    const { events } = this;
    const row = events.row;
    this.eventRow.setInteger(row, ordinal);
    this.eventRow.mark(row);
    this.eventCase.mark(row);
    this.traceEvents++;
    if (events.commit()) this.flushEvents();
  }

  /** An event that stands outside every trace. */
  orphanEvent(line: number): void {
    this.report.events++;
    this.ordinal++;
    this.reject({ line, what: 'event', reason: 'The event is outside every trace', value: null, events: 1 });
  }

  /** Text of any role that takes text, as valid UTF-8 with its hash. */
  putText(t: Target, b: Uint8Array, from: number, to: number, hash: number): void {
    switch (t.role) {
      case ROLE_CASE:
        this.keepName(b, from, to, hash);
        return;
      case ROLE_ACTIVITY:
        if (this.hasActivity) this.report.repeatedKeys++;
        this.hasActivity = to > from;
        if (to > from) this.setCode(this.eventActivity, this.events.row, this.activities.internBytes(b, from, to, hash));
        return;
      case ROLE_OPTIONAL_TEXT:
        // An empty resource, state or instance is a missing one.
        if (to === from) return;
        break;
    }
    const row = t.table.row;
    if (this.setCode(t.column!, row, t.dictionary!.internBytes(b, from, to, hash))) this.report.repeatedKeys++;
  }

  /** A value that takes part in the classifier, as text. */
  putPart(t: Target, b: Uint8Array, from: number, to: number, hash: number): void {
    this.classified!.put(t.part, b, from, to, hash);
  }

  /** A date: seconds since 1970 in UTC with the offset in minutes, or of the wall clock where there is none. */
  putInstant(t: Target, seconds: number, micros: number, hasOffset: boolean, offset: number): void {
    const { column } = t;
    const row = t.table.row;
    // Microseconds of a time of an event are counted in doubles, which hold them for the years from 1685 to 2254.
    if (t.role === ROLE_TIME && (seconds >= LATEST || seconds < EARLIEST)) {
      if (!this.hasTime) this.badTime = new Date(seconds * 1000).toISOString();
      return;
    }
    if (column!.mark(row)) this.report.repeatedKeys++;
    column!.setMicros(row, hasOffset ? seconds : this.inZone(seconds), micros);
    if (t.role !== ROLE_TIME) return;
    this.hasTime = true;
    this.badTime = null;
    if (hasOffset) {
      this.eventOffset.i16[row] = offset;
      this.eventOffset.mark(row);
    } else this.eventOffset.clear(row);
  }

  putInteger(t: Target, value: number): void {
    const row = t.table.row;
    if (t.column!.mark(row)) this.report.repeatedKeys++;
    t.column!.setInteger(row, value);
  }

  putBigInteger(t: Target, value: bigint): void {
    const row = t.table.row;
    if (t.column!.mark(row)) this.report.repeatedKeys++;
    t.column!.i64[row] = value;
  }

  putDouble(t: Target, value: number): void {
    const row = t.table.row;
    if (t.column!.mark(row)) this.report.repeatedKeys++;
    t.column!.f64[row] = value;
  }

  putBoolean(t: Target, value: boolean): void {
    const row = t.table.row;
    if (t.column!.mark(row)) this.report.repeatedKeys++;
    t.column!.u8[row] = value ? 1 : 0;
  }

  /** A value that its type does not allow: missing, counted; for the time of an event, the reason of its rejection. */
  putUnreadable(t: Target, line: number, value: string): void {
    if (t.role === ROLE_TIME) {
      if (!this.hasTime) this.badTime = value;
      return;
    }
    const { unreadable } = this.report;
    unreadable.count++;
    const type = KINDS[t.kind]!;
    const known = unreadable.examples.find((u) => u.key === t.key && u.type === type);
    if (known === undefined) unreadable.examples.push({ count: 1, line, key: t.key, type, value: value.slice(0, 200) });
    else known.count++;
  }

  /** Hands over what is left; the report is complete afterwards. */
  finish(): XesReport {
    this.settleClassifier();
    this.flush('events', this.events);
    this.flush('cases', this.cases);
    this.report.restarted = [...this.targets.restarted];
    return this.report;
  }

  /** A header has no end of its own, memory has. */
  private bounded<T>(item: T, list: readonly T[]): T {
    if (list.length >= MOST_DECLARATIONS) throw problem('too-large', { detail: 'The log declares too many extensions, classifiers or globals', wanted: `at most ${MOST_DECLARATIONS} of each` });
    return item;
  }

  private settleClassifier(): void {
    if (this.options.classifier === null || this.classified !== null) return;
    this.classified = new ActivityClassifier(classifierKeys(this.options.classifier, this.report.classifiers, this.report.globals.event));
  }

  private classify(classified: ActivityClassifier): void {
    const activity = classified.activity();
    if (activity === '') return;
    this.setCode(this.eventActivity, this.events.row, this.activities.intern(activity));
    this.hasActivity = true;
  }

  private setCode(column: Column, row: number, code: number): boolean {
    column.i32[row] = code;
    return column.mark(row);
  }

  private keepName(b: Uint8Array, from: number, to: number, hash: number): void {
    if (this.nameLength >= 0) this.report.repeatedKeys++;
    // Rows were handed over under the first name already.
    if (this.traceCode >= 0) return;
    this.nameLength = to - from;
    this.nameHash = hash;
    if (this.nameLength > this.name.length) this.name = new Uint8Array(this.nameLength * 2);
    // A loop beats subarray and set for names of a few bytes.
    for (let i = 0; i < this.nameLength; i++) this.name[i] = b[from + i]!;
  }

  private inZone(localSeconds: number): number {
    const { zoneless } = this.report;
    const { zone } = this.options;
    if (zone === null) throw zoneUnsaid({ value: new Date(localSeconds * 1000).toISOString().slice(0, -5), of: 'the log', file: this.file, line: this.eventLine });
    zoneless.times++;
    if (zone === 'UTC') return localSeconds;
    const { instant, kind } = toInstant(zone, localSeconds * 1000);
    if (kind === 'gap') zoneless.gaps++;
    if (kind === 'ambiguous') zoneless.ambiguous++;
    return instant / 1000;
  }

  private rejectEvent(): void {
    const activity = this.classified === null ? 'concept:name' : this.classified.keys.join(' + ');
    const reason = !this.hasActivity ? `The event has no ${activity}` : this.badTime !== null ? 'The time:timestamp of the event is not a date between the years 1685 and 2254' : 'The event has no time:timestamp';
    this.events.truncate(this.events.row);
    this.traceRejected++;
    this.reject({ line: this.eventLine, what: 'event', reason, value: this.hasActivity ? this.badTime : null, events: 1 });
  }

  private rejectTrace(): void {
    this.cases.truncate(this.cases.row);
    this.events.truncate(this.traceRow);
    if (this.traceProvisional < 0) this.report.lateCases.push({ provisional: this.traceProvisional, code: null });
    this.reject({ line: this.traceLine, what: 'trace', reason: 'The trace has no concept:name', value: null, events: this.traceEvents });
  }

  private reject(rejection: XesRejection): void {
    this.report.rejected.entries++;
    this.report.rejected.events += rejection.events;
    if (rejection.value !== null) rejection.value = rejection.value.slice(0, 200);
    this.rejected.push(rejection);
    if (this.rejected.length >= REJECTIONS_AT_ONCE) this.emit({ table: 'events', rows: 0, columns: [], dictionary: [], rejected: this.takeRejected() });
  }

  /** A full batch of events in the middle of a trace: its rows take the trace's code, or a provisional one until its name is known. */
  private flushEvents(): void {
    if (this.nameLength <= 0 && this.traceProvisional === 0) this.traceProvisional = -++this.provisional;
    this.eventCase.i32.fill(this.nameLength > 0 ? this.resolveCase() : this.traceProvisional, this.traceRow, this.events.row);
    this.flush('events', this.events);
    this.traceRow = 0;
  }

  /** The code of the open trace's name; a name met in an earlier trace joins that case. */
  private resolveCase(): number {
    if (this.traceCode >= 0) return this.traceCode;
    const known = this.caseNames.base + this.caseNames.size;
    this.traceCode = this.caseNames.internBytes(this.name, 0, this.nameLength, this.nameHash);
    if (this.traceCode < known) this.report.repeatedCases++;
    else this.report.staged.cases++;
    return this.traceCode;
  }

  private flush(name: XesTable, table: ColumnTable): void {
    const rows = table.row;
    // Wide logs get shorter batches, so that memory does not grow with the number of keys.
    const affordable = Math.max(2048, 2 ** Math.floor(Math.log2(BATCH_BYTES / (8 * table.columns.length))));
    const columns = table.take(Math.min(table.capacity, affordable));
    const dictionary = this.targets.takeDictionaries();
    if (rows > 0 || dictionary.length > 0 || this.rejected.length > 0) this.emit({ table: name, rows, columns, dictionary, rejected: this.takeRejected() });
  }

  private takeRejected(): XesRejection[] {
    const taken = this.rejected;
    this.rejected = [];
    return taken;
  }
}
