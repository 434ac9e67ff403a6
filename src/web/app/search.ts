/** The query of an address as pages read it: a name said twice is a list. */
export type Search = Record<string, string | string[] | undefined>;

/**
 * Reads the query of an address.
 * @example parseSearch('?activity=A&activity=B&view=map') // { activity: ['A', 'B'], view: 'map' }
 */
export function parseSearch(text: string): Search {
  const found: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

/**
 * Writes the query of an address, without what is empty.
 * @example stringifySearch({ activity: ['A', 'B'], variant: 2, view: undefined }) // '?activity=A&activity=B&variant=2'
 */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) for (const v of [value].flat()) if (v !== undefined && v !== null && v !== '') query.append(name, String(v));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** One text out of an address, or nothing. */
export function text(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : undefined;
}

/** Every text that an address gives under one name. */
export function texts(value: unknown): string[] | undefined {
  const all = [value].flat().filter((v): v is string => typeof v === 'string' && v !== '');
  return all.length === 0 ? undefined : all;
}

/** A number of zero or more out of an address, or nothing. */
export function amount(value: unknown): number | undefined {
  const n = Number(text(value) ?? (typeof value === 'number' ? value : Number.NaN));
  return Number.isFinite(n) && n >= 0 ? n : undefined;
}

/** Every number of zero or more that an address gives under one name. */
export function amounts(value: unknown): number[] | undefined {
  const all = [value].flat().map(amount).filter((n) => n !== undefined);
  return all.length === 0 ? undefined : all;
}

/** One of `choices` out of an address, or nothing. */
export function choice<const T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((c) => c === text(value));
}

/** What an address may say; undefined takes a field off. */
export type Said<T> = { [K in keyof T]?: T[K] | undefined };

/** `fields` without those that are undefined: what an address need not say. */
export function said<T extends Record<string, unknown>>(fields: T): Said<T> {
  return exact(fields);
}

/** `fields` without those that are undefined, for callers that take no undefined. */
export function exact<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
