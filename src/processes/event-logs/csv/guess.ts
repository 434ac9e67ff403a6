import { countsPeople, isPersonName } from '../person-names.ts';
import type { CsvMapping } from '../schemas.ts';
import type { CsvSample } from './sample.ts';
import { mostlyTimeFormats, timeFormats, type TimeFormat } from './time-formats.ts';

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'time';

/** What a column seems to hold. */
export interface ColumnGuess {
  readonly name: string;
  readonly type: ColumnType;
  readonly formats: readonly TimeFormat[];
  readonly examples: readonly string[];
  /** Values that differ, among those of the sample that are not missing. */
  readonly distinct: number;
  readonly present: number;
}

/** A mapping to be shown and confirmed, with what a person should check, a sentence each. */
export interface MappingGuess {
  readonly mapping: CsvMapping;
  readonly columns: readonly ColumnGuess[];
  readonly doubts: readonly string[];
}

const MISSING = ['?', 'NULL', 'null', 'N/A', 'NA', '\\N', 'NaN', 'nan', 'None', '-'];

const NAMES: Readonly<Record<'case' | 'activity' | 'time' | 'start' | 'lifecycle' | 'resource', readonly RegExp[]>> = {
  case: [/^case:concept:name$/i, /^case[ _-]?id$/i, /^case$/i, /^(trace|process|instance|order|incident|ticket|claim|application|request|document|po)[ _-]?(id|no|nr|num|number|key)$/i, /^(trace|order|incident|ticket|claim|application|invoice|patient)$/i, /^case/i, /^number$/i, /(^|[ _-])id$/i, /id$/i],
  activity: [/^concept:name$/i, /^activity([ _-]?name)?$/i, /^activity/i, /^(event|task|step|action|operation)([ _-]?(name|type))?$/i, /(state|status|stage)$/i, /(activity|action|event|task|step)/i],
  time: [/^time:timestamp$/i, /^(complete|completion|end|finish)([ _-]?(time|timestamp|date))?$/i, /^time[ _-]?stamp$/i, /^(event[ _-]?)?(time|date|datetime)$/i, /(updated|modified|changed)([ _-]?(at|on|time))?$/i, /time[ _-]?stamp/i, /(time|date|_at)$/i],
  start: [/^start([ _-]?(time|timestamp|date|_at))?$/i, /^time:start$/i, /^start_timestamp$/i, /^(begin|began|started)([ _-]?(at|time))?$/i],
  lifecycle: [/^lifecycle:transition$/i, /^lifecycle/i, /^transition$/i],
  resource: [/^org:resource$/i, /^resource$/i, /^(user|agent|worker|employee|operator|performer)([ _-]?(name|id))?$/i, /^(sys_)?updated_by$/i, /^assigned_to$/i],
};

/**
 * Guesses how the columns of a delimited file become events: which is the case, the activity and the time, the types of the others. What is
 * `stated` stands.
 * @example guessMapping(sampleCsv(head, { name: 'log.csv', whole: true })).mapping.time // 'sys_updated_at'
 */
export function guessMapping(sample: CsvSample, stated: Partial<CsvMapping> = {}): MappingGuess {
  const candidates = nullTexts(sample);
  // A text that a case or an activity is called may not be taken for nothing: its events would be lost by a guess.
  const kept: string[] = [];
  for (const nullText of [...candidates, undefined]) {
    const guess = guessWith(sample, nullText, stated);
    const called = nullText === undefined ? undefined : [guess.mapping.case, ...[stated.activity ?? guess.mapping.activity].flat()].find((name) => holds(sample, name, nullText));
    if (called === undefined) return { ...guess, doubts: [...guess.doubts, ...kept] };
    kept.push(`“${nullText}” is taken as a value because “${called}” holds it: name it as the missing text if it means that.`);
  }
  throw new Error('a guess without a text for missing values always stands');
}

function holds(sample: CsvSample, column: string, text: string): boolean {
  const i = sample.columns.indexOf(column);
  return i >= 0 && sample.rows.some((r) => r[i] === text);
}

function guessWith(sample: CsvSample, nullText: string | undefined, stated: Partial<CsvMapping>): MappingGuess {
  const described = (lenient: boolean) => sample.columns.map((name, i) => describe(name, sample.rows.map((r) => r[i] ?? '').filter((v) => v !== '' && v !== nullText), lenient));
  const strictly = described(false);
  // Where no column is a time in all its rows, one that is in most of them is it, whatever it is called; its other rows are then rejected by name.
  const columns = strictly.some((c) => c.formats.length > 0) ? strictly : described(true);
  const taken = new Set<string>((Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((role) => stated[role] ?? []));
  const take = (role: keyof typeof NAMES, fit: (c: ColumnGuess) => number): ColumnGuess | undefined => {
    const said = columns.find((c) => c.name === stated[role]);
    const best = said ?? ranked(columns.filter((c) => !taken.has(c.name)), role, fit)[0];
    if (best !== undefined) taken.add(best.name);
    return best;
  };
  const named = (c: ColumnGuess, role: keyof typeof NAMES) => NAMES[role].some((p) => p.test(c.name));
  const start = take('start', (c) => (named(c, 'start') && c.formats.length > 0 ? 1 : -1));
  let time = take('time', (c) => (c.formats.length === 0 ? -1 : c.present / Math.max(1, sample.rows.length)));
  const onlyStart = time === undefined && start !== undefined;
  if (onlyStart) time = start;
  const id = take('case', (c) => (named(c, 'activity') && !named(c, 'case') ? caseFit(c) / 10 : caseFit(c)));
  const activity = take('activity', (c) => activityFit(c, named(c, 'activity')));
  const lifecycle = take('lifecycle', (c) => (named(c, 'lifecycle') ? 1 : -1));
  const resource = take('resource', (c) => (named(c, 'resource') && c.type === 'text' ? 1 : -1));
  const format = time === undefined ? undefined : chosenFormat(time.formats, sample, id, time);
  const people = columns.filter((c) => !taken.has(c.name) && isPersonName(c.name) && (c.type === 'text' || (c.type === 'integer' && !countsPeople(c.name)))).map((c) => c.name);
  const mapping: CsvMapping = {
    case: id?.name ?? '', activity: activity?.name ?? '', time: time?.name ?? '',
    ...(start === undefined || onlyStart ? {} : { start: start.name }),
    ...(lifecycle === undefined ? {} : { lifecycle: lifecycle.name }),
    ...(resource === undefined ? {} : { resource: resource.name }),
    ...(format === undefined ? {} : { timeFormat: format }),
    // Without others the resource is the one, and nothing need be said.
    ...(people.length === 0 ? {} : { personal: [...(resource === undefined ? [] : [resource.name]), ...people] }),
    delimiter: sample.delimiter,
    ...(nullText === undefined ? {} : { nullText }),
    attributes: columns.filter((c) => !taken.has(c.name)).map((c) => ({ column: c.name, type: c.type, of: c.name.startsWith('case:') ? 'case' as const : 'event' as const })),
  };
  return { mapping, columns, doubts: doubts(mapping, columns, time) };
}

function describe(name: string, values: readonly string[], lenient: boolean): ColumnGuess {
  const distinct = new Set(values);
  const some = [...distinct].slice(0, 500);
  const strict = timeFormats(some);
  const called = [...NAMES.time, ...NAMES.start].some((p) => p.test(name));
  const formats = strict.length === 0 && (called || lenient) ? mostlyTimeFormats(some.slice(0, 100)) : strict;
  return { name, type: typeOf(distinct, strict), formats, examples: [...distinct].slice(0, 5), distinct: distinct.size, present: values.length };
}

function typeOf(distinct: ReadonlySet<string>, formats: readonly TimeFormat[]): ColumnType {
  const all = (pattern: RegExp) => [...distinct].every((v) => pattern.test(v));
  if (distinct.size === 0) return 'text';
  if (all(/^(true|false)$/i)) return 'boolean';
  // A leading zero is part of a name, not of a number.
  if (all(/^-?(0|[1-9]\d{0,14})$/)) return 'integer';
  if (all(/^-?(0|[1-9]\d*)?(\.\d+)?([eE][+-]?\d{1,3})?$/)) return 'number';
  return formats[0] === 'iso' || formats.length === 1 ? 'time' : 'text';
}

function ranked(columns: readonly ColumnGuess[], role: keyof typeof NAMES, fit: (c: ColumnGuess) => number): ColumnGuess[] {
  const score = (c: ColumnGuess): number => {
    const byName = NAMES[role].findIndex((p) => p.test(c.name));
    const f = fit(c);
    return f < 0 ? -1 : f + (byName < 0 ? 0 : 10 - byName);
  };
  return columns.map((c) => ({ c, s: score(c) })).filter(({ s }) => s > 0).sort((a, b) => b.s - a.s).map(({ c }) => c);
}

/** A case id is always there, and repeats, but takes many values. */
function caseFit(c: ColumnGuess): number {
  // Of an empty column called so the rows are rejected, which says more than that none was found.
  if (c.present === 0) return NAMES.case.slice(0, 3).some((p) => p.test(c.name)) ? 0.1 : -1;
  if (c.type === 'boolean' || c.type === 'number' || (c.formats.length > 0 && c.type === 'time')) return -1;
  const share = c.distinct / c.present;
  return share > 0.95 ? 0.1 : share * 2;
}

/** In so few rows a column that is called like an activity may well hold only one. */
const TINY = 10;

/** An activity is a text of few values. */
function activityFit(c: ColumnGuess, named: boolean): number {
  if (c.present === 0 || c.type === 'number' || c.type === 'time' || (c.distinct < 2 && !(named && c.present <= TINY))) return -1;
  return (c.type === 'text' ? 1 : 0.2) * (c.distinct <= Math.max(60, c.present / 4) ? 1 : 0.1);
}

/** Texts of the sample that may mean missing, the most frequent first. */
function nullTexts(sample: CsvSample): string[] {
  const counts = MISSING.map((text) => ({ text, n: sample.rows.reduce((sum, r) => sum + r.filter((v) => v === text).length, 0) }));
  return counts.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n).map(({ text }) => text);
}

/** Of several formats the one under which times run forward within cases. */
function chosenFormat(formats: readonly TimeFormat[], sample: CsvSample, id: ColumnGuess | undefined, time: ColumnGuess): TimeFormat | undefined {
  if (formats.length < 2 || id === undefined) return formats[0];
  const [c, t] = [sample.columns.indexOf(id.name), sample.columns.indexOf(time.name)];
  const backward = (format: TimeFormat): number => {
    const last = new Map<string, number>();
    let steps = 0;
    for (const row of sample.rows) {
      const at = roughTime(row[t] ?? '', format);
      if (at < (last.get(row[c] ?? '') ?? -Infinity)) steps++;
      last.set(row[c] ?? '', at);
    }
    return steps;
  };
  return [...formats].sort((a, b) => backward(a) - backward(b))[0];
}

function roughTime(text: string, format: TimeFormat): number {
  const [a = 0, b = 0, year = 0, ...rest] = text.split(/\D+/).map(Number);
  const [month, day] = format.startsWith('%m') ? [a, b] : [b, a];
  return Date.UTC(year, month - 1, day, rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0);
}

/** How a doubt begins that says that a column was not found. */
export const noColumn = 'No column looks like';

function doubts(mapping: CsvMapping, columns: readonly ColumnGuess[], time: ColumnGuess | undefined): string[] {
  const out: string[] = [];
  for (const [role, name] of [['case', mapping.case], ['activity', mapping.activity], ['time', mapping.time]]) {
    if (name === '') out.push(`${noColumn} the ${role}: choose one.`);
  }
  if (time !== undefined && time.formats.length > 1) out.push(`“${time.examples[0]}” in “${time.name}” can be read with the day or the month first: check that ${mapping.timeFormat} is meant.`);
  if (time !== undefined && time.examples.every((v) => !/([zZ]|UTC|GMT|[+-]\d\d:?\d\d)\s*$/.test(v)) && !time.formats[0]?.startsWith('epoch')) out.push(`The times in “${time.name}” carry no zone: say which one they are in.`);
  const id = columns.find((c) => c.name === mapping.case);
  if (id !== undefined && id.present > 1 && id.distinct === id.present) out.push(`Each row of the sample has its own “${id.name}”: a case should have several events.`);
  return out;
}
