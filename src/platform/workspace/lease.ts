import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { problem, type Problem } from '../errors/index.ts';

// Any two numbers, the same in every Hymnsheet: the advisory lock of "the one process that migrates, seals, schedules and writes event data".
const key = [4680, 1] as const;
const againMs = 100;

/** The right to be the one process that works on a database; PostgreSQL drops it when the process dies. */
export interface Lease {
  /** Whether it is held at this moment; false for a moment while PostgreSQL restarts. */
  readonly held: () => boolean;
  /** Aborted when another process took it: stop working at once. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}

/**
 * Takes the lease, waiting at most `waitMs` for another holder.
 * @throws Problem `workspace-in-use`, or `database-unreachable`
 */
export async function takeLease(connectionString: string, { waitMs = 5000 }: { waitMs?: number } = {}): Promise<Lease> {
  const lost = new AbortController();
  let over = false;
  let client: Client | undefined = await connectAndLock(connectionString, waitMs);
  if (client === undefined) throw inUse(connectionString);

  const keep = async (): Promise<void> => {
    while (!over && client !== undefined) {
      await ended(client);
      client = undefined;
      // While PostgreSQL is away nobody can hold it; when it is back, the first to ask does.
      while (!over && client === undefined) client = await again(connectionString, lost);
    }
  };
  const keeping = keep();
  return {
    held: () => client !== undefined,
    lost: lost.signal,
    release: async () => {
      over = true;
      await client?.end().catch(() => {});
      await keeping;
      // A lock won while this was closing.
      await client?.end().catch(() => {});
    },
  };

  async function again(target: string, signal: AbortController): Promise<Client | undefined> {
    try {
      const back = await connectAndLock(target, 5000);
      if (back !== undefined) return back;
      signal.abort(inUse(target));
      over = true;
    } catch {
      await sleep(againMs);
    }
    return undefined;
  }
}

async function connectAndLock(connectionString: string, waitMs: number): Promise<Client | undefined> {
  const client = new Client({ connectionString, application_name: 'hymnsheet lease', keepAlive: true, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    for (let waited = 0; ; waited += againMs) {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [...key]);
      if (rows[0]?.got === true) return client;
      if (waited >= waitMs) break;
      await sleep(againMs);
    }
  } catch (cause) {
    await client.end().catch(() => {});
    throw problem('database-unreachable', { detail: 'The database cannot be reached', value: `${withoutPassword(connectionString)}: ${reason(cause)}`, wanted: 'a PostgreSQL server that answers, and a role that may connect' }, cause);
  }
  await client.end().catch(() => {});
  return undefined;
}

/** node-postgres may have seen the end before anybody listened. */
async function ended(client: Client): Promise<void> {
  const end = new Promise<void>((done) => {
    client.once('end', () => done());
  });
  const alive = await client.query('select 1').then(() => true, () => false);
  if (alive) await end;
}

function inUse(connectionString: string): Problem {
  return problem('workspace-in-use', { detail: 'Another Hymnsheet works on this database', value: withoutPassword(connectionString), wanted: 'one server for a workspace; stop the other one, or give another database' });
}

/**
 * A connection string that can be shown.
 * @example withoutPassword('postgresql://anna:s3cret@db.example:5432/ops') // 'postgresql://anna@db.example:5432/ops'
 */
export function withoutPassword(connectionString: string): string {
  try {
    const url = new URL(connectionString);
    url.password = '';
    url.searchParams.delete('password');
    return url.href;
  } catch {
    return 'DATABASE_URL';
  }
}

function reason(cause: unknown): string {
  const error = cause as Error & { errors?: Error[] };
  return (error.errors?.[0] ?? error).message;
}
