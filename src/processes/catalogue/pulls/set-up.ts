import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { allowedRanges, reachable } from '../../../platform/network/index.ts';
import { currentRecord, type RegisterChanges } from '../../../platform/register/index.ts';
import { dropSecret, openSecret, putSecret, type SecretBox } from '../../../platform/secrets/index.ts';
import { defineWrite, type Ctx } from '../../../platform/write/index.ts';
import { makeFolders } from '../../event-logs/versions/index.ts';
import { eventLogKind, type EventLogRecord } from '../../log-register/index.ts';
import { delimited } from '../delimited.ts';
import { eventsDir } from '../places.ts';
import { beginning, mayBeCursor, samePlace, typeOf, valueText, wholeMapping, type PulledColumn } from './model.ts';
import { aboutPull, type PullParts } from './pulls.ts';
import { withRemote, type Remote } from './remote.ts';
import { addPull, changePull, endRunOf, pullById, type Pull } from './store.ts';
import type { changePullInput, Connection, Definition, newPullInput, previewInput, previewSchema } from './schemas.ts';

/** Rows that a preview reads, and how long it may take, in milliseconds. */
const [sampleRows, patience] = [200, 60_000];

type Preview = z.input<typeof previewSchema>;

/** Tries a connection and, where there is a query, shows its first rows and a guess of its columns; nothing is kept. */
export async function preview(parts: PullParts, ctx: Ctx, input: z.output<typeof previewInput>): Promise<Preview> {
  const password = await passwordFor(parts, ctx, input);
  const began = performance.now();
  return connected(ctx, input.connection, password, async (remote) => {
    const seconds = (performance.now() - began) / 1000;
    const base = { server: remote.version, encrypted: remote.encrypted, seconds, doubts: doubtsOf(remote) };
    if (input.query === undefined) return { ...base, columns: [], guess: null, sample: [] };
    const { columns, rows } = await head(remote, input.query, input.column, input.from);
    const seen = rows.length === 0 ? { guess: null, doubts: ['The query gives no row yet, so that nothing can be guessed.'] } : await guessed(parts, columns, rows);
    const named = (row: readonly string[]) => Object.fromEntries(columns.map((c, i) => [c.name, row[i] === '' ? null : (row[i] ?? null)]));
    return {
      ...base, doubts: [...base.doubts, ...seen.doubts], guess: seen.guess, sample: rows.slice(0, 20).map(named),
      columns: columns.map((c, i) => ({ name: c.name, type: typeOf(c), cursor: mayBeCursor(c), examples: [...new Set(rows.map((r) => r[i] ?? '').filter((v) => v !== ''))].slice(0, 3) })),
    };
  });
}

function doubtsOf({ superuser, encrypted }: Remote): string[] {
  return [
    ...(superuser ? ['This user is a superuser of that database. Nothing is changed, but a user that may only read these tables is safer.'] : []),
    ...(encrypted ? [] : ['The connection is not encrypted: the password and the rows can be read on the way.']),
  ];
}

async function connected<T>({ db }: Ctx, connection: Connection, password: string, work: (remote: Remote) => Promise<T>): Promise<T> {
  const address = await reachable(connection.host, await allowedRanges(db));
  const late = AbortSignal.timeout(patience);
  return withRemote(connection, address, password, late, work).catch((error: unknown) => {
    throw late.aborted ? problem('source-unreachable', { detail: `The database at ${connection.host}:${connection.port} did not answer within ${patience / 1000} seconds`, wanted: 'a query whose first rows come sooner: an index on the cursor column' }, error) : error;
  });
}

/** The password typed in, or the stored one where it goes to the same place as before. */
async function passwordFor({ box }: PullParts, { db }: Ctx, { password, pull: id, connection }: Pick<z.output<typeof previewInput>, 'password' | 'pull' | 'connection'>): Promise<string> {
  if (password !== undefined) return password;
  const pull = id === undefined ? undefined : await pullById(db, id);
  if (pull === undefined || !samePlace(pull.definition.connection, connection)) throw problem('bad-input', { detail: 'The password is needed: the stored one is only for the connection that it was stored with', wanted: 'the password of this user', at: { path: 'password' } });
  return openSecret(db, box, pull.secret, aboutPull(pull.id));
}

/** The first rows of a query. Which column is the cursor may not be known yet: then the values that stand for the beginning are tried in turn. */
async function head(remote: Remote, query: string, column: string | undefined, from: string | undefined): Promise<{ columns: readonly PulledColumn[]; rows: string[][] }> {
  const starts = from === undefined ? ['-infinity', '-9223372036854775808', '-2147483648', '-32768'] : [from];
  const { columns, rows } = await firstThat(starts, (start) => remote.attempt(async () => {
    for await (const piece of remote.rows(query, start)) return piece;
    throw new Error('a query has columns also where it has no rows');
  }));
  if (columns.length < 3) throw problem('bad-input', { detail: 'The query gives too few columns', value: columns.map((c) => c.name).join(', '), wanted: 'at least a case, an activity and a time' });
  const twice = columns.find((c, i) => columns.findIndex((o) => o.name === c.name) !== i);
  if (twice !== undefined) throw problem('bad-input', { detail: 'The query gives two columns of one name', value: twice.name, wanted: 'names of their own, with “as”' });
  if (column !== undefined) cursorOf(columns, column);
  return { columns, rows: rows.slice(0, sampleRows).map((row) => row.map((v, i) => valueText(columns[i]!.oid, v))) };
}

async function firstThat<T>(starts: readonly string[], attempt: (start: string) => Promise<T>): Promise<T> {
  const [start = '', ...more] = starts;
  try {
    return await attempt(start);
  } catch (error) {
    if (more.length === 0 || !wrongStart(error)) throw error;
    return firstThat(more, attempt);
  }
}

/** The value does not fit the type of the cursor: of a number no time can be taken. */
function wrongStart(error: unknown): boolean {
  return ['22P02', '22007', '22008', '22003'].includes(String((error as { cause?: { code?: string } }).cause?.code));
}

function cursorOf(columns: readonly PulledColumn[], name: string): PulledColumn {
  const column = columns.find((c) => c.name === name);
  if (column === undefined) throw problem('bad-input', { detail: 'The query gives no column of the cursor’s name', value: name, wanted: `one of: ${columns.map((c) => c.name).join(', ')}`, at: { path: 'definition.cursor.column' } });
  if (!mayBeCursor(column)) throw problem('bad-input', { detail: 'This column cannot say how far the query has been read', value: name, wanted: 'a column that is a timestamp, a date or a whole number and only grows', at: { path: 'definition.cursor.column' } });
  return column;
}

/** What is guessed of the columns, as of a file with these rows. */
async function guessed({ dataDir, files }: PullParts, columns: readonly PulledColumn[], rows: readonly (readonly string[])[]): Promise<Pick<Preview, 'guess' | 'doubts'>> {
  const folder = await mkdtemp(join((await makeFolders(eventsDir(dataDir))).work, `preview-${process.pid}-`));
  try {
    const path = join(folder, 'rows.csv');
    await writeFile(path, [columns.map((c) => c.name), ...rows].map(delimited).join(''), { mode: 0o600 });
    const { guess, doubts } = await files.look(path, 'the query');
    if (guess === null) return { guess, doubts };
    const { delimiter: _, ...rest } = guess;
    return { guess: rest, doubts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The columns of a definition as they are now, checked whole: the connection, the query, the cursor, what the columns mean and where a first pull begins. */
async function confirmed(parts: PullParts, ctx: Ctx, definition: Definition, password: string): Promise<readonly PulledColumn[]> {
  return connected(ctx, definition.connection, password, async (remote) => {
    const { columns, rows } = await head(remote, definition.query, definition.cursor.column, definition.cursor.from);
    const mapping = wholeMapping(definition, columns);
    // The cursor's own beginning, as the first pull will ask for it.
    await remote.attempt(async () => { for await (const _ of remote.rows(definition.query, beginning(cursorOf(columns, definition.cursor.column), definition.cursor.from))) return; });
    if (rows.length > 0) await checkMapping(parts, definition, columns, rows, mapping);
    return columns;
  });
}

async function checkMapping({ dataDir, files }: PullParts, definition: Definition, columns: readonly PulledColumn[], rows: readonly (readonly string[])[], mapping: ReturnType<typeof wholeMapping>): Promise<void> {
  const folder = await mkdtemp(join((await makeFolders(eventsDir(dataDir))).work, `preview-${process.pid}-`));
  try {
    const path = join(folder, 'rows.csv');
    await writeFile(path, [columns.map((c) => c.name), ...rows].map(delimited).join(''), { mode: 0o600 });
    await files.check(path, 'the query', { format: 'csv', zone: definition.zone, mapping });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes pulls, changes them and takes them away. Each is tried before it is kept. */
export class PullSetUp {
  readonly #parts: PullParts;
  readonly #registers: Pick<RegisterChanges, 'put'>;

  constructor(parts: PullParts, registers: Pick<RegisterChanges, 'put'>) {
    this.#parts = parts;
    this.#registers = registers;
  }

  async create(ctx: Ctx, { id, definition, password }: z.output<typeof newPullInput>): Promise<void> {
    const columns = await confirmed(this.#parts, ctx, definition, password);
    await this.#logFor(ctx, definition, columns);
    await create(ctx, { id, definition, password, columns, box: this.#parts.box });
  }

  async change(ctx: Ctx, id: string, input: z.output<typeof changePullInput>): Promise<void> {
    const before = await mustPull(ctx, id);
    const password = await passwordFor(this.#parts, ctx, { password: input.password, pull: id, connection: input.definition.connection });
    const columns = await confirmed(this.#parts, ctx, input.definition, password);
    await this.#logFor(ctx, input.definition, columns);
    await change(ctx, { ...input, id, columns, before, box: this.#parts.box });
  }

  /** An event log that is fed is on record, like any other. */
  async #logFor(ctx: Ctx, definition: Definition, columns: readonly PulledColumn[]): Promise<void> {
    const { eventLog: id, process } = definition;
    if ((await currentRecord(ctx.db, eventLogKind, id)) !== undefined) return;
    const { delimiter: _, ...mapping } = wholeMapping(definition, columns);
    const body: EventLogRecord = { name: definition.name, ...(process === undefined ? {} : { process }), zone: definition.zone, mapping };
    await this.#registers.put(ctx, { kind: eventLogKind.name, id, body, expected: null });
  }
}

/** A pull that is there. @throws Problem `not-found` */
export async function mustPull({ db }: Pick<Ctx, 'db'>, id: string): Promise<Pull> {
  const pull = await pullById(db, id);
  if (pull === undefined) throw problem('not-found', { detail: 'There is no such pull', value: id, wanted: 'an id of GET /pulls' });
  return pull;
}

type Create = z.output<typeof newPullInput> & { readonly columns: readonly PulledColumn[]; readonly box: SecretBox };

const create = defineWrite<Create, void>({
  name: 'pull.create',
  input: z.custom<Create>(),
  sets: ['administrator'],
  run: async ({ tx, clock }, { id, definition, password, columns, box }) => {
    const at = clock.now();
    const secret = await putSecret(tx, box, { text: password, about: aboutPull(id), at });
    if (!(await addPull(tx, { id, definition, columns, secret }, at))) throw problem('changed-meanwhile', { detail: 'There is a pull of this id already, or there was one', value: id, wanted: 'another id' });
    return { result: undefined, audit: [{ action: 'pull.create', subjectKind: 'pull', subjectId: id, detail: { eventLog: definition.eventLog } }] };
  },
});

type Change = z.output<typeof changePullInput> & { readonly id: string; readonly columns: readonly PulledColumn[]; readonly before: Pull; readonly box: SecretBox };

const change = defineWrite<Change, void>({
  name: 'pull.change',
  input: z.custom<Change>(),
  sets: ['administrator'],
  run: async ({ tx, clock }, { id, definition, password, columns, before, revision, startAgain, box }) => {
    const at = clock.now();
    const secret = password === undefined ? before.secret : await putSecret(tx, box, { text: password, about: aboutPull(id), at });
    const cursor = columnOf(columns, definition);
    const other = columnOf(before.columns, before.definition);
    // A cursor is a place in one column of one log only.
    const again = startAgain || cursor?.name !== other?.name || cursor?.oid !== other?.oid || definition.eventLog !== before.eventLog;
    const to = { definition, columns, secret, failures: 0, ...(again ? { cursor: null } : {}), ...(before.state === 'active' ? { nextAt: at } : {}) };
    if (!(await changePull(tx, id, revision, to))) throw problem('changed-meanwhile', { detail: 'Somebody changed this pull meanwhile', value: id, wanted: 'a look at it as it is now' });
    if (password !== undefined) await dropSecret(tx, before.secret);
    return { result: undefined, audit: [{ action: 'pull.change', subjectKind: 'pull', subjectId: id, detail: { eventLog: definition.eventLog, password: password === undefined ? 'as it was' : 'new', again } }] };
  },
});

function columnOf(columns: readonly PulledColumn[], { cursor }: Definition): PulledColumn | undefined {
  return columns.find((c) => c.name === cursor.column);
}

/** A pull is no more; resolves with its run that was under way, which ends with it. */
export const removePull = defineWrite<{ id: string }, string | undefined>({
  name: 'pull.remove',
  input: z.object({ id: z.string() }),
  sets: ['administrator'],
  run: async ({ tx, clock }, { id }) => {
    const pull = await pullById(tx, id);
    if (pull === undefined || !(await changePull(tx, id, pull.revision, { state: 'removed', nextAt: null }))) throw problem('not-found', { detail: 'There is no such pull', value: id, wanted: 'an id of GET /pulls' });
    await dropSecret(tx, pull.secret);
    const run = await endRunOf(tx, id, clock.now());
    return { result: run, audit: [{ action: 'pull.remove', subjectKind: 'pull', subjectId: id, detail: run === undefined ? {} : { cancelled: run } }] };
  },
});
