import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeAll, afterAll, expect, test, vi } from 'vitest';
import { testDatabase, testServer, type TestDatabase } from '../../../test/harness/database.ts';
import { openWorkspace, liveServer, takeLease, withoutPassword, type OpenWorkspace, type Workspace } from './index.ts';

// Each test starts servers of its own, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
const opened: Workspace[] = [];
const folders: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ empty: true });
});
afterAll(() => database.drop());
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hs-open-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return join(folder, 'data');
}

async function open(options: OpenWorkspace): Promise<Workspace> {
  const workspace = await openWorkspace(options);
  opened.push(workspace);
  return workspace;
}

async function ask(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  return client.query(sql).then((r) => r.rows as Record<string, unknown>[]).finally(() => client.end());
}

/** The sessions that hold an advisory lock in the test's database. */
async function holders(): Promise<number[]> {
  const rows = await ask(testServer().admin, `select l.pid from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and l.granted and d.datname = '${new URL(database.connectionString).pathname.slice(1)}'`);
  return rows.map((r) => Number(r['pid']));
}

test('a workspace with the embedded server opens, is refused to a second, closes, and opens again', async () => {
  const dataDir = await temporary();
  const first = await open({ dataDir });
  expect(first).toMatchObject({ dataDir, secret: expect.stringMatching(/^[\w-]{43}$/), postgres: { adopted: false } });
  expect(first.lease.held()).toBe(true);
  await first.announce({ url: 'http://127.0.0.1:4680', token: 't' });
  expect(await liveServer(dataDir)).toMatchObject({ pid: process.pid });
  await expect(openWorkspace({ dataDir })).rejects.toMatchObject({ code: 'workspace-in-use', exit: 2, value: `process ${process.pid} at http://127.0.0.1:4680`, at: { file: dataDir } });
  expect(await ask(first.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.close();
  await first.close();
  expect((await readdir(dataDir)).sort()).toEqual(['logs', 'postgres', 'secret.key', 'workspace.json']);
  expect(await readdir(join(dataDir, 'postgres/cluster'))).not.toContain('postmaster.pid');
  const again = await open({ dataDir });
  expect(again).toMatchObject({ id: first.id, secret: first.secret, connectionString: first.connectionString });
});

test('the lease survives a restart of the embedded server', async () => {
  const workspace = await open({ dataDir: await temporary() });
  process.kill(workspace.postgres?.pid() ?? 0, 'SIGKILL');
  for (let waited = 0; workspace.lease.held() && waited < 20_000; waited += 10) await sleep(10);
  expect(workspace.lease.held()).toBe(false);
  for (let waited = 0; !workspace.lease.held() && waited < 20_000; waited += 50) await sleep(50);
  expect(workspace.lease.held()).toBe(true);
  expect(workspace.lease.lost.aborted).toBe(false);
});

test('with a server of yours, one process holds the lease and the other is told whose database it is', async () => {
  const first = await open({ dataDir: await temporary(), databaseUrl: database.connectionString });
  expect(first.postgres).toBeUndefined();
  const dataDir = await temporary();
  const begun = Date.now();
  const refused = await openWorkspace({ dataDir, databaseUrl: database.connectionString, leaseWaitMs: 300 }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'workspace-in-use', exit: 2, value: withoutPassword(database.connectionString) });
  expect(Date.now() - begun).toBeGreaterThanOrEqual(300);
  expect(await readdir(dataDir)).not.toContain('lock');
  await first.close();
  await open({ dataDir, databaseUrl: database.connectionString });
});

test('one that waits gets the lease when the holder lets go', async () => {
  const first = await takeLease(database.connectionString);
  const second = takeLease(database.connectionString, { waitMs: 10_000 });
  await sleep(200);
  await first.release();
  expect(first.held()).toBe(false);
  const lease = await second;
  expect(lease.held()).toBe(true);
  await lease.release();
});

test('a lease that another took while the connection was down is lost for good', async () => {
  const lease = await takeLease(database.connectionString);
  const [holder] = await holders();
  const thief = new Client({ connectionString: database.connectionString });
  await thief.connect();
  const stolen = thief.query('select pg_advisory_lock(4680, 1)');
  await sleep(100);
  await ask(testServer().admin, `select pg_terminate_backend(${holder})`);
  await stolen;
  for (let waited = 0; !lease.lost.aborted && waited < 20_000; waited += 50) await sleep(50);
  expect(lease.lost.reason).toMatchObject({ code: 'workspace-in-use' });
  expect(lease.held()).toBe(false);
  await lease.release();
  await thief.end();
});

test('a database that does not answer is named, without its password', async () => {
  const refused = await openWorkspace({ dataDir: await temporary(), databaseUrl: 'postgresql://anna:s3cret@127.0.0.1:1/ops' }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'database-unreachable', value: expect.stringMatching(/^postgresql:\/\/anna@127\.0\.0\.1:1\/ops: .*ECONNREFUSED/) });
  expect(JSON.stringify(refused)).not.toContain('s3cret');
  expect(withoutPassword('postgresql://anna:s3cret@db.example:5432/ops')).toBe('postgresql://anna@db.example:5432/ops');
});

test.runIf(process.getuid?.() === 0)('a throw-away workspace below a private folder leaves nothing elsewhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-open-'));
  folders.push(folder);
  const workspace = await open({ dataDir: join(folder, 'data'), throwAway: true });
  const home = workspace.postgres?.home ?? '';
  expect(home).toMatch(/^\/var\/lib\/hymnsheet\/data-/);
  expect(existsSync(home)).toBe(true);
  await workspace.close();
  expect([existsSync(home), existsSync(`${home}.workspace`)]).toEqual([false, false]);
});

test('a workspace whose process was killed opens again and adopts its server', async () => {
  const dataDir = await temporary();
  const source = `import { openWorkspace } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const w = await openWorkspace({ dataDir: ${JSON.stringify(dataDir)} });
    await w.announce({ url: 'http://127.0.0.1:1', token: 't' });
    process.kill(process.pid, 'SIGKILL');`;
  await new Promise<void>((done) => {
    execFile(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], () => done());
  });
  expect((await readdir(dataDir)).sort()).toEqual(['lock', 'logs', 'postgres', 'secret.key', 'server.json', 'workspace.json']);
  expect(await liveServer(dataDir)).toBeUndefined();
  const workspace = await open({ dataDir });
  expect(workspace.postgres?.adopted).toBe(true);
});
