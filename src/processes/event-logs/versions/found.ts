import type { Unreadable } from '../csv/index.ts';
import type { OcelFinding } from '../ocel/index.ts';
import type { XesReport } from '../xes/index.ts';

/** Something that a file has and the log has not, or not as it stood there, beside rows that were refused. */
export interface Found extends Omit<OcelFinding, 'code'> {
  readonly code: string;
}

const found = (code: string, what: string, count: number, outcome: Found['outcome'] = 'left out'): Found => ({ code, outcome, what, count, example: null, place: null });

/**
 * What of an XES file is not in the log, beside events that were rejected; without an example where the column is one of `hidden`.
 * @example foundOfXes({ ...report, nestedDropped: 2 }, []) // [{ code: 'attribute-nested', outcome: 'left out', what: 'attributes inside other attributes and lists', count: 2, … }]
 */
export function foundOfXes(r: XesReport, hidden: readonly string[]): Found[] {
  const values = r.unreadable.examples.map(({ key, type, count, value }) => ({ ...found('value-unreadable', `values of “${key}” that are no ${type}`, count), example: hidden.includes(`@${key}`) ? null : value.slice(0, 200) }));
  return [
    ...values,
    found('attribute-nested', 'attributes inside other attributes and lists', r.nestedDropped),
    found('attribute-list', 'lists and containers', r.listsDropped),
    found('attribute-incomplete', 'attributes without a key or a value', r.incompleteAttributes),
    found('attribute-of-log', 'attributes of the log itself', r.logAttributes),
    found('trace-empty', 'traces without an event that could be read', r.emptyTraces),
    found('element-unknown', 'elements that XES does not have', r.unknownElements),
    found('key-repeated', 'keys that came again in one event or trace, the last value taken', r.repeatedKeys, 'changed'),
    found('trace-repeated', 'traces with the name of an earlier one, taken as one case', r.repeatedCases, 'changed'),
  ].filter((f) => f.count > 0);
}

/**
 * The same of values and starts that could not be read; without an example where the column is one of `hidden`.
 * @example foundInColumns([{ column: 'cost', type: 'number', count: 2, example: 'n/a' }], 0, [])[0]!.what // 'values of “cost” that are no number'
 */
export function foundInColumns(unreadable: readonly Unreadable[], startsDropped: number, hidden: readonly string[]): Found[] {
  const values = unreadable.map(({ column, type, count, example }) => ({ ...found('value-unreadable', `values of “${column}” that are ${NO[type]}`, count), example: hidden.includes(`@${column}`) ? null : example.slice(0, 200) }));
  return startsDropped === 0 ? values : [...values, found('start-dropped', 'starts in no known format, or after their end', startsDropped)];
}

const NO: Readonly<Record<Unreadable['type'], string>> = { text: 'no text', number: 'no number', integer: 'no whole number', boolean: 'neither true nor false', time: 'no time' };
