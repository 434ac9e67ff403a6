import { filterQuery } from './filter-query.ts';
import type { z } from 'zod';

/** A filter as an address says it, without what it does not say: the same filter has the same names and values in the same order. */
export type SaidFilter = Readonly<Record<string, string | number | readonly (string | number)[]>>;

type Query = z.output<typeof filterQuery>;

/**
 * What a query says of a filter.
 * @example saidFilter(filterQuery.parse({ end: ['b', 'a', 'b'], top: '3' })) // { end: ['a', 'b'], top: 3 }
 */
export function saidFilter(query: Query): SaidFilter {
  const names = (Object.keys(filterQuery.shape) as (keyof Query)[]).toSorted();
  return Object.fromEntries(names.flatMap((name): [string, string | number | (string | number)[]][] => {
    const value: string | number | readonly (string | number)[] | undefined = query[name];
    if (value === undefined) return [];
    if (typeof value !== 'object') return [[name, value]];
    return value.length === 0 ? [] : [[name, [...new Set(value)].sort((a, b) => (a < b ? -1 : 1))]];
  }));
}

/** The query that says a filter. @throws ZodError for what is none. */
export function queryOf(filter: SaidFilter): Query {
  return filterQuery.parse(filter);
}

/**
 * A filter in one line, as the key of a claim names it; empty where it lets every case pass.
 * @example filterKey({ end: ['a', 'b'], top: 3 }) // 'end=a&end=b&top=3'
 */
export function filterKey(filter: SaidFilter): string {
  return new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => [value].flat().map((v): [string, string] => [name, String(v)]))).toString();
}

const quoted = (values: readonly unknown[], by: string) => values.map((v) => `“${String(v)}”`).join(` ${by} `);

const WORDS: Readonly<Record<string, (values: readonly (string | number)[]) => string>> = {
  from: ([v]) => `that began from ${v} on`, to: ([v]) => `that began before ${v}`, activeFrom: ([v]) => `not over before ${v}`, activeTo: ([v]) => `begun before ${v}`,
  completedFrom: ([v]) => `with their last event from ${v} on`, completedTo: ([v]) => `with their last event before ${v}`,
  activity: (v) => `with ${quoted(v, 'and')}`, without: (v) => `without ${quoted(v, 'and')}`, start: (v) => `that begin with ${quoted(v, 'or')}`, end: (v) => `that end with ${quoted(v, 'or')}`,
  directly: (v) => `in which one directly follows the other: ${quoted(v, 'and')}`, eventually: (v) => `in which one follows the other: ${quoted(v, 'and')}`,
  neverDirectly: (v) => `in which one never directly follows the other: ${quoted(v, 'and')}`, never: (v) => `in which one never follows the other: ${quoted(v, 'and')}`,
  variant: (v) => (v.length === 1 ? 'of one variant' : `of ${v.length} variants`), top: ([v]) => (v === 1 ? 'of the most frequent variant' : `of the ${v} most frequent variants`),
  minSeconds: ([v]) => `that lasted ${v} s or more`, maxSeconds: ([v]) => `that lasted ${v} s or less`,
  attribute: (v) => `with ${quoted(v, 'and')}`, attributeNot: (v) => `without ${quoted(v, 'and')}`,
};

/**
 * A filter in words: which cases pass.
 * @example filterWords({ end: ['a', 'b'], top: 3 }) // 'cases that end with “a” or “b”, of the 3 most frequent variants'
 */
export function filterWords(filter: SaidFilter): string {
  const said = Object.entries(filter).map(([name, value]) => WORDS[name]?.([value].flat()) ?? `${name} ${String(value)}`);
  return said.length === 0 ? 'all cases' : `cases ${said.join(', ')}`;
}
