import { z } from 'zod';
import type { AnyKind, Kind } from './model.ts';

/** One fault of a body: where in it, what failed, the value and what was wanted. */
export interface BodyFault {
  readonly path: readonly (string | number)[];
  readonly detail: string;
  readonly value?: string;
  readonly wanted: string;
  /** The fault is the field's name, not its value. */
  readonly unknownField?: boolean;
}

/**
 * A raw body as its kind stores it, or every fault that it has.
 * @example readBody(termKind, { name: 'Pick' }) // { faults: [{ path: ['meaning'], detail: 'meaning is missing', wanted: 'text' }] }
 */
export function readBody<B>(kind: Kind<B>, raw: unknown): { body: B } | { faults: BodyFault[] } {
  const unstorable = unstorableText(raw, []);
  if (unstorable !== undefined) return { faults: [{ path: unstorable, detail: `${pathOf(unstorable)} is not valid`, wanted: 'text without zero bytes and halves of characters' }] };
  const parsed = kind.schema.safeParse(raw, { error: wantedOf, reportInput: true });
  return parsed.success ? { body: parsed.data } : { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, raw)) };
}

/** Where a text is that no database could keep. */
function unstorableText(raw: unknown, path: readonly (string | number)[]): readonly (string | number)[] | undefined {
  if (typeof raw === 'string') return raw.includes('\u0000') || /\p{Cs}/u.test(raw) ? path : undefined;
  if (raw === null || typeof raw !== 'object') return undefined;
  for (const [key, value] of Object.entries(raw)) {
    const found = unstorableText(value, [...path, Array.isArray(raw) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function faultsOf(issue: z.core.$ZodIssue, raw: unknown): BodyFault[] {
  const path = issue.path.map((p) => (typeof p === 'number' ? p : String(p)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], detail: `${pathOf([...path, key])} is not a field`, value: key, wanted: nearest(key, issue.message), unknownField: true }));
  if (issue.code === 'invalid_union') {
    const branch = likeliest(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, raw));
  }
  const value = at(raw, path);
  if (value === undefined) return [{ path, detail: `${pathOf(path)} is missing`, wanted: issue.message }];
  const quotes = issue.code === 'invalid_type' && issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? ', in quotes' : '';
  return [{ path, detail: `${pathOf(path)} is not valid`, value: show(value), wanted: `${issue.message}${quotes}` }];
}

/** The branch of a union that was meant: its faults lie inside the value, and no field of it is unknown. */
function likeliest(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const inside = branches.filter((b) => b.length > 0 && b.every((i) => i.path.length > 0 && i.code !== 'unrecognized_keys'));
  return inside.length === 1 ? inside[0] : undefined;
}

function pathOf(path: readonly (string | number)[]): string {
  return path.length === 0 ? 'The record' : path.map((p, i) => (typeof p === 'number' ? `[${p + 1}]` : i === 0 ? p : `.${p}`)).join('');
}

function at(raw: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' || !Object.hasOwn(value, key) ? undefined : (value as Record<string | number, unknown>)[key]), raw);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

const types: Record<string, string> = { string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'fields with values', record: 'fields with values' };

/** What was wanted, for checks that do not say it themselves. */
function wantedOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': return types[issue.expected] ?? issue.expected;
    case 'invalid_value': return issue.values.length === 1 ? String(issue.values[0]) : `one of: ${issue.values.join(', ')}`;
    case 'too_small': return `${issue.origin === 'array' ? 'at least ' : ''}${issue.minimum}${issue.origin === 'array' ? ' of them' : issue.inclusive === false ? ' or more, not equal' : ' or more'}`;
    case 'too_big': return `${issue.origin === 'array' ? 'at most ' : ''}${issue.maximum}${issue.origin === 'array' ? ' of them' : ' or less'}`;
    case 'unrecognized_keys': return fieldsOf(issue.inst).join(', ');
    default: return 'another value';
  }
}

function fieldsOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function nearest(key: string, fields: string): string {
  const all = fields.split(', ');
  const best = all.map((field) => ({ field, away: edits(key.toLowerCase(), field.toLowerCase()) })).sort((a, b) => a.away - b.away)[0];
  return best !== undefined && best.away <= 2 ? best.field : `one of: ${fields}`;
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Words for a kind and an id: `service erp`; the one record of a single kind is named by its kind alone. */
export function recordWords(kind: AnyKind, id: string): string {
  return kind.shape === 'single' ? kind.name : `${kind.name.replace('-', ' ')} ${id}`;
}
