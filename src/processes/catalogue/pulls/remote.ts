import { isIP } from 'node:net';
import { Client, type ClientConfig, type QueryArrayResult } from 'pg';
import { Problem, problem, type ProblemDetail } from '../../../platform/errors/index.ts';
import type { PulledColumn } from './model.ts';
import type { Connection } from './schemas.ts';

/** Seconds that one statement may take on the database of others, and that a connection may take to come about. */
const limits = { statement: 300, connect: 10 };
/** Bytes of rows that are asked for at a time, and the most rows. */
const atOnce = { bytes: 4 * 2 ** 20, rows: 20_000, first: 10 };

// Every value as PostgreSQL writes it: what it means is for the mapping to say.
const asText = { getTypeParser: () => (text: string | Buffer) => String(text) } as unknown as NonNullable<ClientConfig['types']>;

/** A connection to the database of others, on which nothing can be changed. */
export interface Remote {
  readonly version: string;
  readonly encrypted: boolean;
  readonly superuser: boolean;
  /** The database's own time at the start of what is read, in UTC. */
  readonly now: string;
  /** The rows of a query whose `$1` has a value, in pieces of bounded size, as of one instant. */
  readonly rows: (query: string, value: string) => AsyncGenerator<{ readonly columns: readonly PulledColumn[]; readonly rows: readonly (readonly (string | null)[])[] }>;
  /** Does something and takes it back, so that something else can be tried after it; what failed says why. */
  readonly attempt: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Connects to `address`, which has been checked, and works with what is there in one read-only transaction.
 * @throws Problem `source-unreachable`, `source-refused`, `cancelled`
 */
export async function withRemote<T>(connection: Connection, address: string, password: string, signal: AbortSignal, work: (remote: Remote) => Promise<T>): Promise<T> {
  const client = new Client({
    host: address, port: connection.port, database: connection.database, user: connection.user, password: () => password, ssl: tlsOf(connection), types: asText, keepAlive: true, application_name: 'hymnsheet',
    connectionTimeoutMillis: limits.connect * 1000,
  });
  // Whoever waits for an answer hears of a lost connection.
  client.on('error', () => {});
  const stop = () => (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    return await work(await opened(client, connection));
  } catch (error) {
    throw signal.aborted ? problem('cancelled', { detail: 'The pull was cancelled' }, error) : said(error, connection);
  } finally {
    signal.removeEventListener('abort', stop);
    // A server that does not answer any more must not be waited for.
    await Promise.race([client.end().catch(() => {}), new Promise((r) => { setTimeout(r, 2000).unref(); })]);
    stop();
  }
}

function tlsOf({ tls, host, ca }: Connection): ClientConfig['ssl'] {
  if (tls === 'none') return false;
  // The address is connected to, the name is what the certificate must be for.
  return { rejectUnauthorized: tls === 'verify', ...(isIP(host) === 0 ? { servername: host } : { host }), ...(ca === undefined ? {} : { ca }) };
}

async function opened(client: Client, connection: Connection): Promise<Remote> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(`set local statement_timeout = '${limits.statement}s'; set local lock_timeout = '10s'; set local idle_in_transaction_session_timeout = '600s'; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1`);
  await leaveEarly(client);
  const { rows: [known] } = await client.query<{ version: string; superuser: string; now: string }>(`select current_setting('server_version') as version, current_setting('is_superuser') as superuser, localtimestamp::text as now`);
  return { version: `PostgreSQL ${known!.version}`, encrypted: connection.tls !== 'none', superuser: known!.superuser === 'on', now: known!.now, rows: (query, value) => rowsOf(client, query, value), attempt: (work) => attempt(client, connection, work) };
}

/** A query that nobody waits for any more ends by itself, where the server can tell: from PostgreSQL 14, on most systems. */
async function leaveEarly(client: Client): Promise<void> {
  await client.query('savepoint leave');
  await client.query(`set local client_connection_check_interval = '2s'`).catch(() => client.query('rollback to savepoint leave'));
}

async function attempt<T>(client: Client, connection: Connection, work: () => Promise<T>): Promise<T> {
  await client.query('savepoint attempt');
  try {
    return await work();
  } catch (error) {
    throw said(error, connection);
  } finally {
    await client.query('rollback to savepoint attempt').catch(() => {});
  }
}

async function* rowsOf(client: Client, query: string, value: string): ReturnType<Remote['rows']> {
  // The extended protocol takes one statement only, and a cursor only a query: nothing else fits in here. A comment at its end must not swallow what follows.
  await client.query({ text: `declare hymnsheet_pull no scroll cursor for ${query.trim().replace(/;\s*$/, '')}\n`, values: [value] });
  for (let ask = atOnce.first; ;) {
    const { rows, fields } = await client.query({ text: `fetch forward ${ask} from hymnsheet_pull`, rowMode: 'array' }) as unknown as QueryArrayResult<(string | null)[]>;
    yield { columns: fields.map((f) => ({ name: f.name, oid: f.dataTypeID })), rows };
    if (rows.length < ask) return;
    const bytes = rows.reduce((n, row) => row.reduce((m, v) => m + (v?.length ?? 0) + 8, n), 0);
    ask = Math.max(1, Math.min(atOnce.rows, Math.floor((atOnce.bytes * rows.length) / bytes)));
  }
}

interface Said { readonly code?: string; readonly message: string; readonly position?: string; readonly hint?: string; readonly errors?: readonly Said[] }

const certificate = /^(?:DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|ERR_TLS|HOSTNAME_MISMATCH|ERR_SSL)/;
const away = /^(?:E(?:CONN|HOST|NET|TIMED|PIPE|AI_)|08|57P)/;

/** What a database, or the way to it, said, as a problem. */
function said(error: unknown, { host, port, user, database, tls }: Connection): Problem {
  if (error instanceof Problem) return error;
  const { code = '', message, position, hint } = ((error as Said).errors?.[0] ?? error) as Said;
  const refused = (detail: ProblemDetail) => problem('source-refused', detail, error);
  const unreachable = (wanted: string) => problem('source-unreachable', { detail: `The database at ${host}:${port} cannot be reached`, value: message, wanted }, error);
  if (certificate.test(code) || /SSL|TLS|certificate/i.test(message) && tls !== 'none' && code === '') return unreachable(/does not support SSL/.test(message) ? 'a server with TLS switched on, or a connection without encryption' : `a certificate for ${host} that can be checked, or its authority’s certificate beside the connection`);
  if (away.test(code) || /^(?:Connection terminated|timeout expired|connect )/.test(message)) return unreachable('a PostgreSQL server that runs, a way to it through firewalls, and its right host and port');
  if (code.startsWith('28')) return refused({ detail: `The database at ${host}:${port} does not let ${user} in`, value: message, wanted: 'the right user and password, and leave to connect from this server (pg_hba.conf)' });
  if (code === '3D000') return refused({ detail: `There is no such database at ${host}:${port}`, value: database, wanted: 'the name of a database that is there' });
  if (code === '53300') return unreachable('a connection that is free');
  if (code === '57014') return refused({ detail: `The query took longer than ${limits.statement} seconds for one piece of its rows`, wanted: 'an index on the cursor column, so that the rows come in its order without sorting all of them' });
  if (code === '08P01' && /parameters/.test(message)) return refused({ detail: 'The query has no place for the cursor, or more than that one', value: message, wanted: '$1 where the last value of the cursor goes, and no $2' });
  if (code === '42601' && /multiple commands/.test(message)) return refused({ detail: 'The query is more than one statement', wanted: 'one SELECT' });
  return refused({ detail: `The database refuses the query: ${message}`, ...(position === undefined ? {} : { value: `at character ${Math.max(1, Number(position) - declared)}` }), wanted: hint ?? 'a SELECT that this user may run, with $1 where the last value of the cursor goes' });
}

const declared = 'declare hymnsheet_pull no scroll cursor for '.length;
