import { realpath, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { problem, type Problem } from '../errors/index.ts';
import { startPostgres, type Postgres, type SupervisorEvent } from '../postgres/index.ts';
import { defaultDataDir, prepareDataFolder } from './data-folder.ts';
import { takeLease, withoutPassword, type Lease } from './lease.ts';
import { takeLock, type Lock } from './lock.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { workspaceSecret } from './secret.ts';
import { announceServer, liveServer, withdrawServer, type LiveServer } from './server-file.ts';

export interface OpenWorkspace {
  /** Default: `./hymnsheet-data`, for root /var/lib/hymnsheet/default. */
  readonly dataDir?: string | undefined;
  /** A PostgreSQL server of yours (15 or newer); without it the embedded one runs for this workspace. */
  readonly databaseUrl?: string | undefined;
  /** HYMNSHEET_SECRET, when the key is not to lie in the data folder. */
  readonly secret?: string | undefined;
  /** How long to wait for another holder of the database's lease, in ms; default 5,000. */
  readonly leaseWaitMs?: number;
  /** The workspace is removed after use: its embedded server does not wait for the disk and ends with this process. */
  readonly throwAway?: boolean;
  readonly onPostgres?: (event: SupervisorEvent) => void;
}

export interface Workspace {
  readonly dataDir: string;
  /** The workspace's id; a copied folder keeps it. */
  readonly id: string;
  /** It holds a password: never log it. */
  readonly connectionString: string;
  readonly lease: Lease;
  readonly secret: string;
  /** The embedded server; undefined with `databaseUrl`. */
  readonly postgres: Postgres | undefined;
  /** Tells the commands of this user how this process's server is reached. */
  readonly announce: (server: Pick<LiveServer, 'url' | 'token'>) => Promise<void>;
  /** Withdraws the announcement, stops the embedded PostgreSQL, gives the lease and the folder back. Safe to call twice. */
  readonly close: () => Promise<void>;
}

const oldestMajor = 15;
const withoutWaiting = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Makes this process the one that works on a workspace: takes its folder, its database (starting the embedded one) and the lease.
 * @throws Problem `workspace-in-use` (exit 2) when another process does, or what stands in the way
 */
export async function openWorkspace(options: OpenWorkspace = {}): Promise<Workspace> {
  const dataDir = resolve(options.dataDir ?? defaultDataDir());
  const marker = await prepareDataFolder(dataDir);
  const closing: (() => Promise<void>)[] = [];
  const close = once(async () => {
    for (const step of closing.splice(0).toReversed()) await step();
  });
  try {
    const lock = await lockFolder(dataDir);
    closing.push(() => lock.release());
    const secret = await workspaceSecret(dataDir, options.secret);
    const { connectionString, postgres } = await openDatabase(dataDir, options);
    let leave = false;
    if (postgres !== undefined) closing.push(() => (leave ? postgres.release() : postgres.stop()));
    if (postgres !== undefined && options.throwAway === true) closing.splice(1, 0, () => removeElsewhere(dataDir, postgres.home));
    const lease = await takeLease(connectionString, { waitMs: options.leaseWaitMs ?? 5000 }).catch(async (error: unknown) => {
      // Whoever holds the lease works on this PostgreSQL: leave it running.
      leave = postgres?.adopted === true;
      throw error;
    });
    closing.push(() => lease.release(), () => withdrawServer(dataDir));
    return { dataDir, id: marker.id, connectionString, lease, secret, postgres, announce: (server) => announceServer(dataDir, server), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function lockFolder(dataDir: string): Promise<Lock> {
  const lock = await takeLock(join(dataDir, 'lock'));
  if (!('holder' in lock)) return lock;
  throw folderInUse(dataDir, lock.holder, await liveServer(dataDir).catch(() => undefined));
}

function folderInUse(dataDir: string, holder: ProcessIdentity, server: LiveServer | undefined): Problem {
  const where = server === undefined ? '' : ` at ${server.url}`;
  return problem('workspace-in-use', { detail: 'Hymnsheet already runs on this data', value: `process ${holder.pid}${where}`, wanted: 'one server for a workspace; use that one, stop it, or give another --data', at: { file: dataDir } });
}

async function openDatabase(dataDir: string, { databaseUrl, onPostgres, throwAway = false }: OpenWorkspace): Promise<{ connectionString: string; postgres: Postgres | undefined }> {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    await checkServer(databaseUrl);
    return { connectionString: databaseUrl, postgres: undefined };
  }
  const postgres = await startPostgres({ dataDir, tied: throwAway, settings: throwAway ? withoutWaiting : {}, ...(onPostgres === undefined ? {} : { onEvent: onPostgres }) });
  return { connectionString: postgres.connectionString, postgres };
}

/** What lies outside a throw-away data folder would otherwise stay for ever. */
async function removeElsewhere(dataDir: string, home: string): Promise<void> {
  if (home.startsWith(join(await realpath(dataDir), '/'))) return;
  for (const path of [home, `${home}.workspace`]) await rm(path, { recursive: true, force: true });
}

async function checkServer(connectionString: string): Promise<void> {
  const shown = withoutPassword(connectionString);
  const facts = await askServer(connectionString, shown);
  const major = Math.floor(facts.version / 10_000);
  if (major < oldestMajor) throw problem('postgres-version', { detail: `Your server is PostgreSQL ${major}`, value: shown, wanted: `PostgreSQL ${oldestMajor} or newer` });
  if (facts.encoding !== 'UTF8') throw problem('bad-input', { detail: 'Your database does not keep text as UTF-8', value: facts.encoding, wanted: "a database made with encoding 'UTF8'" });
}

async function askServer(connectionString: string, shown: string): Promise<{ version: number; encoding: string }> {
  try {
    const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`).finally(() => client.end());
    return rows[0] ?? { version: 0, encoding: '' };
  } catch (cause) {
    const error = cause as Error & { errors?: Error[] };
    throw problem('database-unreachable', { detail: 'The database of DATABASE_URL cannot be reached', value: `${shown}: ${(error.errors?.[0] ?? error).message}`, wanted: 'a PostgreSQL server that answers, and a role that may connect' }, cause);
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => (begun ??= work());
}
