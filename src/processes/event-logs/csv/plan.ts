import { isZone } from '../../../maths/time/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { CsvMapping } from '../schemas.ts';
import { type ColumnType, guessMapping } from './guess.ts';
import type { CsvSample } from './sample.ts';
import { statedFormat, type TimeFormat, timeFormats } from './time-formats.ts';

export interface PlannedTime {
  readonly column: number;
  /** More than one where the sample cannot tell; the whole file then decides. */
  readonly formats: readonly TimeFormat[];
}

export interface PlannedAttribute {
  readonly column: number;
  readonly name: string;
  readonly type: ColumnType;
  readonly of: 'case' | 'event';
  readonly formats: readonly TimeFormat[];
  /** The type is our guess from the sample, and gives way where the file says otherwise. */
  readonly guessed: boolean;
  readonly personal: boolean;
}

/** A mapping settled against the columns of one file: what is read from which column, by position. */
export interface CsvPlan {
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly missing: readonly string[];
  readonly zone: string;
  readonly case: number;
  readonly activity: readonly number[];
  readonly time: PlannedTime;
  readonly start: PlannedTime | null;
  readonly lifecycle: number | null;
  readonly resource: number | null;
  readonly instance: number | null;
  readonly attributes: readonly PlannedAttribute[];
  /** Names in the dictionary whose values are personal. */
  readonly personal: readonly string[];
}

/**
 * Settles a mapping against a file's columns. Parts left out are guessed; the attributes are then every other column,
 * with the types that `known` has for their names.
 * Throws a Problem naming a column that does not exist, a time format that cannot be read, or a time column whose values fit none.
 */
export function planCsv(sample: CsvSample, mapping: CsvMapping, name: string, known: ReadonlyMap<string, ColumnType> = new Map()): CsvPlan {
  if (mapping.zone !== undefined && !isZone(mapping.zone)) throw problem('bad-input', { detail: 'There is no such time zone', value: mapping.zone, wanted: 'an IANA name such as Europe/London, or UTC' });
  const at = (column: string): number => {
    const i = sample.columns.indexOf(column);
    if (i < 0) throw problem('bad-input', { detail: 'There is no such column', value: column, wanted: `one of: ${sample.columns.slice(0, 50).join(', ')}`, at: { file: name, line: 1 } });
    return i;
  };
  const optional = (column: string | undefined) => (column === undefined ? null : at(column));
  const missing = ['', ...(mapping.nullText === undefined ? [] : [mapping.nullText])];
  const texts = (column: number) => sample.rows.map((r) => r[column] ?? '').filter((v) => !missing.includes(v));
  const timeOf = (column: string): PlannedTime => {
    const i = at(column);
    if (mapping.timeFormat !== undefined) return { column: i, formats: [statedFormat(mapping.timeFormat)] };
    const formats = timeFormats([...new Set(texts(i))]);
    if (formats.length > 0) return { column: i, formats };
    const likely = mostCommonFormats(texts(i));
    if (likely.length > 0) return { column: i, formats: likely };
    throw problem('bad-input', { detail: `The times in “${column}” fit no format that is known`, value: texts(i)[0] ?? '', wanted: 'a time column, or its format named, as %d/%m/%Y %H:%M', at: { file: name, line: 2, column: i + 1 } });
  };
  const roles = [mapping.case, ...[mapping.activity].flat(), mapping.time, mapping.start, mapping.lifecycle, mapping.resource, mapping.instance].filter((c) => c !== undefined);
  const personal = mapping.personal ?? (mapping.resource === undefined ? [] : [mapping.resource]);
  const attributes = attributesOf(sample, mapping, roles, personal, at, texts, known);
  const dictionary = (column: string): string[] => [
    ...(column === mapping.case ? ['case'] : []), ...([mapping.activity].flat().includes(column) ? ['activity'] : []), ...(column === mapping.resource ? ['resource'] : []),
    ...(column === mapping.lifecycle ? ['lifecycle'] : []), ...(column === mapping.instance ? ['instance'] : []), ...attributes.filter((a) => sample.columns[a.column] === column).map((a) => `@${a.name}`),
  ];
  return {
    columns: sample.columns, delimiter: sample.delimiter, missing, zone: mapping.zone ?? 'UTC',
    case: at(mapping.case), activity: [mapping.activity].flat().map(at), time: timeOf(mapping.time), start: mapping.start === undefined ? null : timeOf(mapping.start),
    lifecycle: optional(mapping.lifecycle), resource: optional(mapping.resource), instance: optional(mapping.instance), attributes,
    personal: personal.flatMap((c) => (at(c), dictionary(c))),
  };
}

type Wanted = NonNullable<CsvMapping['attributes']>[number];

function attributesOf(sample: CsvSample, mapping: CsvMapping, roles: readonly string[], personal: readonly string[], at: (c: string) => number, texts: (c: number) => string[], known: ReadonlyMap<string, ColumnType>): PlannedAttribute[] {
  const wanted: readonly Wanted[] = mapping.attributes ?? guessMapping(sample).columns.filter((c) => !roles.includes(c.name)).map((c) => ({ column: c.name, type: c.type, of: c.name.startsWith('case:') ? 'case' as const : 'event' as const }));
  const ids: readonly Wanted[] = mapping.eventId !== undefined && !roles.includes(mapping.eventId) && !wanted.some((w) => w.column === mapping.eventId) ? [{ column: mapping.eventId, type: 'text' as const, of: 'event' as const }] : [];
  const all = [...wanted, ...ids];
  const ofCase = mapping.caseAttributes ?? [];
  for (const column of ofCase) refuseOther(sample.columns[at(column)]!, all);
  return all.map((w) => {
    const column = at(w.column);
    const hidden = personal.includes(w.column);
    const name = w.name ?? w.column.replace(/^case:(?=.)/, '');
    // A log that is added to has settled its types already.
    const settled = mapping.attributes === undefined ? known.get(name) : undefined;
    const wantedType = settled ?? w.type;
    const seen = wantedType === 'time' ? [...new Set(texts(column))] : [];
    // Stated, and nothing there to tell it by: it stays a time.
    const formats = seen.length > 0 ? timeFormats(seen) : wantedType === 'time' && (settled ?? mapping.attributes) !== undefined ? ['iso'] : [];
    // What must be found again or hidden stays the text that it was.
    const type = hidden || w.column === mapping.eventId || (wantedType === 'time' && formats.length === 0) ? 'text' : wantedType;
    return { column, name, type, of: ofCase.includes(w.column) ? 'case' as const : w.of, formats, guessed: mapping.attributes === undefined && settled === undefined, personal: hidden };
  });
}

/** What is the activity or the time cannot be an attribute of the case as well. */
function refuseOther(column: string, attributes: readonly Wanted[]): void {
  if (attributes.some((a) => a.column === column)) return;
  throw problem('bad-input', { detail: 'This column is no attribute, which could belong to the case', value: column, wanted: attributes.length === 0 ? 'no attribute of the case: every column has another part' : `one of: ${attributes.map((a) => a.column).slice(0, 50).join(', ')}`, at: { path: 'caseAttributes' } });
}

/** Formats of the times that do fit one, where only some are broken. */
function mostCommonFormats(texts: readonly string[]): TimeFormat[] {
  const counts = new Map<string, { n: number; formats: TimeFormat[] }>();
  for (const text of texts.slice(0, 200)) {
    const formats = timeFormats([text]);
    if (formats.length === 0) continue;
    const key = formats.join('\n');
    counts.set(key, { n: (counts.get(key)?.n ?? 0) + 1, formats });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.formats ?? [];
}
