import { codes, type ProblemCode } from './codes.ts';

/** A place in a file (line and column from 1) or in a document (path as `a.b[0]`). */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

export interface ProblemDetail {
  /** What failed, a sentence. */
  readonly detail: string;
  /** The value met, as text, cut to 200 characters. */
  readonly value?: string;
  /** What was wanted instead. */
  readonly wanted?: string;
  readonly at?: Place;
}

/** A failure that a person can act upon: what failed, the value, what was wanted; RFC 9457 over HTTP. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly exit: 1 | 2 | 3;
  readonly detail: string;
  readonly value: string | undefined;
  readonly wanted: string | undefined;
  readonly at: Place | undefined;
  /** Further failures found in the same pass, so that one run shows them all. */
  readonly errors: readonly ProblemDetail[];

  constructor(code: ProblemCode, first: ProblemDetail, errors: readonly ProblemDetail[] = [], cause?: unknown) {
    super(sentence(first), cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.code = code;
    const { title, status, exit } = codes[code];
    this.title = title;
    this.status = status;
    this.exit = exit;
    this.detail = first.detail;
    this.value = first.value === undefined ? undefined : cut(first.value);
    this.wanted = first.wanted;
    this.at = first.at;
    this.errors = errors;
  }

  /** The RFC 9457 document. */
  toJSON(): Record<string, unknown> {
    const { code, title, status, detail, value, wanted, at } = this;
    const errors = this.errors.length > 0 ? this.errors.map((e) => ({ ...e, ...(e.value === undefined ? {} : { value: cut(e.value) }) })) : undefined;
    return dropUndefined({ type: `https://hymnsheet.org/problems/${code}`, code, title, status, detail, value, wanted, at, errors });
  }
}

/**
 * A problem with one stable code.
 * @example problem('not-found', { detail: 'No service has this id', value: 'wms', wanted: 'one of: erp, mail' }).status // 404
 */
export function problem(code: ProblemCode, detail: ProblemDetail, cause?: unknown): Problem {
  return new Problem(code, detail, [], cause);
}

/** Several failures of one pass as one problem, the first one leading; throws a RangeError for an empty list. */
export function problems(code: ProblemCode, errors: readonly ProblemDetail[]): Problem {
  const [first] = errors;
  if (first === undefined) throw new RangeError('problems() needs at least one error');
  return new Problem(code, first, errors);
}

/** One failure as one line: `file:line:column: what failed: got “value”, wanted …`. */
export function sentence({ detail, value, wanted, at }: ProblemDetail): string {
  const place = at === undefined ? '' : [at.file, at.line, at.column].filter((p) => p !== undefined).join(':');
  const path = at?.path === undefined ? '' : ` (${at.path})`;
  const got = value === undefined ? '' : `: got “${cut(value)}”`;
  const want = wanted === undefined ? '' : `${got === '' ? ':' : ','} wanted ${wanted}`;
  return `${place === '' ? '' : `${place}: `}${detail}${path}${got}${want}`;
}

function cut(value: string): string {
  return value.length > 200 ? `${value.slice(0, 199)}…` : value;
}

function dropUndefined(o: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));
}
