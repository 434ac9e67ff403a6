/**
 * Every code that a problem can carry: HTTP status, exit code of the command line (2 bad use or input, 3 something broke) and title.
 * The list in docs/errors.md is generated from it. Alphabetical.
 */
export const codes = {
  'bad-input': { status: 422, exit: 2, title: 'The input is not valid' },
  'cancelled': { status: 409, exit: 3, title: 'The work was cancelled' },
  'changed-meanwhile': { status: 409, exit: 1, title: 'Somebody changed this record meanwhile' },
  'internal': { status: 500, exit: 3, title: 'Something broke on our side' },
  'not-allowed': { status: 403, exit: 2, title: 'You may not do this' },
  'not-found': { status: 404, exit: 2, title: 'There is no such record' },
  'schema-too-new': { status: 500, exit: 2, title: 'The database is newer than this program' },
  'sign-in-needed': { status: 401, exit: 2, title: 'Sign in first' },
  'too-large': { status: 413, exit: 2, title: 'The input is too large' },
} as const satisfies Record<string, { status: number; exit: 1 | 2 | 3; title: string }>;

export type ProblemCode = keyof typeof codes;
