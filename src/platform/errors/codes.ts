/**
 * Every code that a problem can carry: HTTP status, exit code of the command line (2 bad use or input, 3 something broke) and title.
 * The list in docs/errors.md is generated from it. Alphabetical.
 */
export const codes = {
  'address-not-allowed': { status: 422, exit: 2, title: 'The address may not be reached' },
  'bad-input': { status: 422, exit: 2, title: 'The input is not valid' },
  'busy': { status: 503, exit: 3, title: 'Too much is asked at once' },
  'cancelled': { status: 409, exit: 3, title: 'The work was cancelled' },
  'changed-meanwhile': { status: 409, exit: 1, title: 'Somebody changed this record meanwhile' },
  'cross-origin': { status: 403, exit: 2, title: 'The request came from another site' },
  'database-unreachable': { status: 503, exit: 3, title: 'The database cannot be reached' },
  'internal': { status: 500, exit: 3, title: 'Something broke on our side' },
  'key-used': { status: 409, exit: 2, title: 'The key stands for something else' },
  'link-not-valid': { status: 410, exit: 2, title: 'The link is used up, too old, or not ours' },
  'log-damaged': { status: 500, exit: 3, title: 'A part of an event log is missing or damaged' },
  'no-embedded-postgres': { status: 500, exit: 2, title: 'There is no embedded PostgreSQL here' },
  'not-allowed': { status: 403, exit: 2, title: 'You may not do this' },
  'not-found': { status: 404, exit: 2, title: 'There is no such record' },
  'out-of-memory': { status: 422, exit: 3, title: 'The work needs more memory than it may use' },
  'postgres-failed': { status: 500, exit: 3, title: 'PostgreSQL failed' },
  'postgres-incomplete': { status: 500, exit: 3, title: 'The records are incomplete' },
  'postgres-owner': { status: 500, exit: 2, title: 'The records belong to another user' },
  'postgres-user': { status: 500, exit: 2, title: 'There is no user to run PostgreSQL as' },
  'postgres-version': { status: 500, exit: 2, title: 'The records were made by another version of PostgreSQL' },
  'rows-destroyed': { status: 410, exit: 2, title: 'The rows are no more' },
  'schema-too-new': { status: 500, exit: 2, title: 'The database is newer than this program' },
  'secret-unreadable': { status: 500, exit: 2, title: 'A secret cannot be read' },
  'sign-in-failed': { status: 401, exit: 2, title: 'The sign-in failed' },
  'sign-in-needed': { status: 401, exit: 2, title: 'Sign in first' },
  'source-refused': { status: 422, exit: 2, title: 'The source refuses' },
  'source-unreachable': { status: 422, exit: 3, title: 'The source cannot be reached' },
  'too-few-people': { status: 422, exit: 2, title: 'The answer would be about too few people' },
  'too-large': { status: 413, exit: 2, title: 'The input is too large' },
  'too-long': { status: 422, exit: 2, title: 'The work would take too long' },
  'too-many-attempts': { status: 429, exit: 2, title: 'Too many attempts' },
  'workspace-copied': { status: 409, exit: 2, title: 'The workspace is a copy of another' },
  'workspace-in-use': { status: 409, exit: 2, title: 'The workspace is in use' },
} as const satisfies Record<string, { status: number; exit: 1 | 2 | 3; title: string }>;

export type ProblemCode = keyof typeof codes;
