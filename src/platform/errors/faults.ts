import { z } from 'zod';

/** One fault of a document: where in it, what failed, the value and what was wanted. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly detail: string;
  readonly value?: string;
  readonly wanted: string;
  /** The fault is the field's name, not its value. */
  readonly unknownField?: boolean;
}

/**
 * A document as its schema reads it, or every fault that it has, in plain words; `whole` is what the document is called, and what stands in a
 * field for a password is not said again.
 * @example readDocument(z.strictObject({ n: z.number() }), { n: '1' }, 'The body') // { faults: [{ path: ['n'], detail: 'n is not valid', value: '1', wanted: 'a number' }] }
 */
export function readDocument<T>(schema: z.ZodType<T>, raw: unknown, whole: string): { data: T } | { faults: Fault[] } {
  const parsed = schema.safeParse(raw, { error: wantedOf, reportInput: true });
  return parsed.success ? { data: parsed.data } : { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, raw, whole)) };
}

function faultsOf(issue: z.core.$ZodIssue, raw: unknown, whole: string): Fault[] {
  const path = issue.path.map((p) => (typeof p === 'number' ? p : String(p)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], detail: `${placeName([...path, key], whole)} is not a field`, value: key, wanted: nearest(key, issue.message), unknownField: true }));
  if (issue.code === 'invalid_key') return [{ path, detail: `${placeName(path, whole)} has a name that is not valid`, value: String(path.at(-1)), wanted: issue.issues[0]?.message ?? issue.message, unknownField: true }];
  if (issue.code === 'invalid_union') {
    const branch = likeliest(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, raw, whole));
  }
  const value = at(raw, path);
  if (value === undefined || (value === null && path.length === 0)) return [{ path, detail: `${placeName(path, whole)} is missing`, wanted: issue.message }];
  const quotes = issue.code === 'invalid_type' && issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? ', in quotes' : '';
  return [{ path, detail: `${placeName(path, whole)} is not valid`, ...(path.some((p) => secret.test(String(p))) ? {} : { value: show(value) }), wanted: `${issue.message}${quotes}` }];
}

const secret = /password|secret|token/i;

/** The branch of a union that was meant: its faults lie inside the value, and no field of it is unknown. */
function likeliest(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const inside = branches.filter((b) => b.length > 0 && b.every((i) => i.path.length > 0 && i.code !== 'unrecognized_keys'));
  return inside.length === 1 ? inside[0] : undefined;
}

/**
 * A place in a document, as people count: from one.
 * @example placeName(['events', 2, 'time'], 'The body') // 'events[3].time'
 */
export function placeName(path: readonly (string | number)[], whole: string): string {
  return path.length === 0 ? whole : path.map((p, i) => (typeof p === 'number' ? `[${p + 1}]` : i === 0 ? p : `.${p}`)).join('');
}

function at(raw: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' || !Object.hasOwn(value, key) ? undefined : (value as Record<string | number, unknown>)[key]), raw);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, (key, inner: unknown) => (secret.test(key) ? '…' : inner)) ?? String(value));
}

const types: Record<string, string> = { string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'fields with values', record: 'fields with values', null: 'null' };
const formats: Record<string, string> = { uuid: 'an id as the server gives them, as 123e4567-e89b-42d3-a456-426614174000', datetime: 'an instant with its offset, as 2026-03-02T09:00:00Z', date: 'a day, as 2026-03-02', email: 'an e-mail address', url: 'an address, as https://example.org' };

/** What was wanted, for checks that do not say it themselves. */
function wantedOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': return types[issue.expected] ?? issue.expected;
    case 'invalid_value': return oneOf(issue.values);
    case 'invalid_format': return formats[issue.format] ?? 'a text of another form';
    case 'too_small': return limit('at least', issue.origin, issue.minimum, issue.inclusive === false ? ' or more, not equal' : ' or more');
    case 'too_big': return limit('at most', issue.origin, issue.maximum, issue.inclusive === false ? ' or less, not equal' : ' or less');
    case 'unrecognized_keys': return fieldsOf(issue.inst).join(', ');
    case 'invalid_union': return eitherOf(issue);
    default: return 'another value';
  }
}

function limit(most: string, origin: string, n: number | bigint, ofNumber: string): string {
  if (origin === 'string') return `${most} ${n} ${n === 1 ? 'character' : 'characters'}`;
  return origin === 'array' ? `${most} ${n} of them` : `${n}${ofNumber}`;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of: ${values.map(String).join(', ')}`;
}

/** What any branch of a union wanted of the whole value, or of the field that tells the branches apart. */
function eitherOf({ errors, discriminator, inst }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const known = discriminator !== undefined && inst instanceof z.ZodDiscriminatedUnion ? inst.options.flatMap((o) => kindsOf(o, discriminator)) : [];
  if (known.length > 0) return oneOf(known);
  const whole = errors.flatMap((branch) => branch.filter((i) => i.path.length === 0 && i.code !== 'unrecognized_keys').map((i) => i.message));
  return whole.length === 0 ? 'another value' : [...new Set(whole)].join(' or ');
}

function kindsOf(option: unknown, discriminator: string): unknown[] {
  const field: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
  return field instanceof z.ZodLiteral ? [...field.values] : [];
}

function fieldsOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function nearest(key: string, fields: string): string {
  const all = fields.split(', ');
  const best = all.map((field) => ({ field, away: edits(key.toLowerCase(), field.toLowerCase()) })).sort((a, b) => a.away - b.away)[0];
  return best !== undefined && best.away <= (key.length > 5 ? 2 : 1) ? best.field : `one of: ${fields}`;
}

/** Slips of the pen: a letter too many, too few, another, or two in the wrong order (optimal string alignment distance). */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
