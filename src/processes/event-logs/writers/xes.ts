import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { literal, type Stage, type StageType } from '../stage/model.ts';
import { decodedFrom, isoSql, type OutputColumn, outputColumns, STANDARD } from './columns.ts';

export interface XesWriteOptions extends RunOptions {
  readonly gzip?: boolean | undefined;
  readonly onEvents?: ((events: number) => void) | undefined;
}

const TAGS: Readonly<Record<StageType, string>> = { code: 'string', text: 'string', integer: 'int', double: 'float', boolean: 'boolean', timestamp: 'date' };
const EXTENSIONS = [['Concept', 'concept'], ['Time', 'time'], ['Lifecycle', 'lifecycle'], ['Organizational', 'org']] as const;

/**
 * Writes a staged log as XES 1.0: cases in the order of their codes, events of a case in file order, each time at its own offset.
 * Characters that XML cannot hold become U+FFFD.
 */
export async function writeXes(connection: EngineConnection, stage: Stage, path: string, { gzip = false, onEvents, signal }: XesWriteOptions = {}): Promise<number> {
  let events = 0;
  const counted = (n: number) => { events = n; onEvents?.(n); };
  const file = createWriteStream(path, { flush: true });
  const text = Readable.from(xesDocument(connection, stage, { onEvents: counted, signal }), { objectMode: false });
  const stop = signal === undefined ? {} : { signal };
  await (gzip ? pipeline(text, createGzip(), file, stop) : pipeline(text, file, stop));
  return events;
}

/** The text of a staged log as XES 1.0, piece by piece, as `writeXes` writes it. */
export async function* xesDocument(connection: EngineConnection, stage: Stage, options: TraceOptions = {}): AsyncGenerator<string> {
  yield xesHeader(stage);
  await prepareXes(connection, options);
  yield* xesTraces(connection, stage, options);
  yield XES_END;
}

export type TraceOptions = Pick<XesWriteOptions, 'onEvents' | 'signal'> & {
  /** So many events are put in order at once, with their text; one case at least. */
  readonly atOnce?: number;
};

const AT_ONCE = 100_000;

/** Makes the table of the log's texts as XML has them, each once; before `xesTraces`. */
export async function prepareXes(connection: EngineConnection, { signal }: RunOptions): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE xes_dictionary AS SELECT "column", code, ${escapedSql('value')} AS value FROM stage_dictionary`, [], { signal });
}

/** The cases of a staged log as XES traces, piece by piece: what stands between `xesHeader` and `XES_END`. Memory does not grow with the log. */
export async function* xesTraces(connection: EngineConnection, stage: Stage, { onEvents, signal, atOnce = AT_ONCE }: TraceOptions = {}): AsyncGenerator<string> {
  let events = 0;
  for (const cases of await caseRanges(connection, atOnce, signal)) {
    let open: number | null = null;
    for await (const rows of connection.stream<{ case: number; head: string; event: string }>(eventsSql(stage, cases), [], { signal })) {
      const parts: string[] = [];
      for (const { case: code, head, event } of rows) {
        if (code !== open) parts.push(open === null ? '' : '\t</trace>\n', '\t<trace>\n', head);
        open = code;
        parts.push(event);
      }
      events += rows.length;
      onEvents?.(events);
      yield parts.join('');
    }
    if (open !== null) yield '\t</trace>\n';
  }
}

/** Ranges of case codes with about so many events each. */
async function caseRanges(connection: EngineConnection, events: number, signal: AbortSignal | undefined): Promise<{ from: number; to: number }[]> {
  const counted = 'SELECT "case", sum(count(*)) OVER (ORDER BY "case") AS so_far FROM stage_events GROUP BY "case"';
  return connection.rows(`SELECT min("case") AS "from", max("case") AS "to" FROM (${counted}) GROUP BY (so_far - 1) // ${events} ORDER BY 1`, [], { signal });
}

/** What ends an XES document. */
export const XES_END = '</log>\n';

/** One row an event with its XML, and the XML of its case's attributes; the engine does the escaping, on all its threads. */
function eventsSql(stage: Stage, cases: { from: number; to: number }): string {
  const columns = outputColumns(stage);
  const ofEvent = columns.filter((c) => c.of !== 'case' && c.of !== 'case attribute');
  const ofCase = columns.filter((c) => c.of === 'case' || c.of === 'case attribute');
  const event = ['\'\t\t<event>\n\'', ...ofEvent.map((c) => attributeSql(c, c.name, '\t\t\t')), '\'\t\t</event>\n\''].join(' || ');
  const head = ofCase.map((c) => attributeSql(c, c.of === 'case' ? STANDARD.activity : caseKey(c.name), '\t\t')).join(' || ');
  return `SELECT e."case" AS "case", ${head} AS head, ${event} AS event ${decodedFrom(stage, { dictionary: 'xes_dictionary', cases })} ORDER BY e."case", e."row"`;
}

function caseKey(name: string): string {
  const key = name.slice('case:'.length);
  return key === STANDARD.activity ? `${key} (2)` : key;
}

function attributeSql(column: OutputColumn, key: string, indent: string): string {
  const open = `${indent}<${TAGS[column.type]} key="${escaped(key)}" value="`;
  return `coalesce(${literal(open)} || ${valueSql(column)} || '"/>\n', '')`;
}

function valueSql({ type, sql, of, coded }: OutputColumn): string {
  switch (type) {
    case 'timestamp': return `(${isoSql(sql, of === 'time' || of === 'start' ? 'e."offset"' : null)})`;
    case 'integer': case 'boolean': return `${sql}::VARCHAR`;
    // XML Schema writes infinities as INF; NaN has no use for a reader.
    case 'double': return `CASE WHEN isnan(${sql}) THEN NULL WHEN isinf(${sql}) THEN CASE WHEN ${sql} > 0 THEN 'INF' ELSE '-INF' END ELSE ${sql}::VARCHAR END`;
    default: return coded ? sql : escapedSql(sql);
  }
}

/** White space beside the blank is written as references: an attribute value would come back with blanks instead. */
function escapedSql(sql: string): string {
  const legal = `regexp_replace(${sql}, '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]', '\uFFFD', 'g')`;
  const pairs = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']] as const;
  const marked = pairs.reduce((inner, [from, to]) => `replace(${inner}, '${from}', '${to}')`, legal);
  return [[9, '&#9;'], [10, '&#10;'], [13, '&#13;']].reduce((inner, [from, to]) => `replace(${inner}, chr(${from}), '${to}')`, marked);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    // eslint-disable-next-line no-control-regex -- these are exactly what XML forbids
    .replaceAll(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD').replaceAll(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** What begins an XES document: the extensions, what every trace and event has, and the classifiers. */
export function xesHeader(stage: Stage): string {
  const { lifecycle } = stage.columns;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1.0" xes.features="" xmlns="http://www.xes-standard.org/">',
    ...EXTENSIONS.map(([name, prefix]) => `\t<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`),
    '\t<global scope="trace">', '\t\t<string key="concept:name" value=""/>', '\t</global>',
    '\t<global scope="event">', '\t\t<string key="concept:name" value=""/>', '\t\t<date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>', '\t</global>',
    '\t<classifier name="Activity" keys="concept:name"/>',
    ...(lifecycle ? ['\t<classifier name="Activity and lifecycle" keys="concept:name lifecycle:transition"/>'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
