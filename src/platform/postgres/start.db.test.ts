import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { canEnter, isAlive, postgresUser, startPostgres, type Postgres, type StartPostgres, type SupervisorEvent } from './index.ts';

// Each test starts servers of its own, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const root = process.getuid?.() === 0;
const running: Postgres[] = [];
const folders: string[] = [];
const quick = { fsync: 'off' };

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function temporary(mode = root ? 0o711 : 0o700): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hs pg ü-'));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

async function started(dataDir: string, more: Partial<StartPostgres> = {}): Promise<Postgres> {
  const server = await startPostgres({ dataDir, settings: quick, ...more });
  running.push(server);
  return server;
}

async function ask(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  return client.query(sql).then((r) => r.rows as Record<string, unknown>[]).finally(() => client.end());
}

async function until(what: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<void> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (await what()) return;
    await sleep(50);
  }
  throw new Error('it did not happen in time');
}

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('a new workspace', () => {
  test('is private, UTF-8, without TCP, and its role is no superuser', async () => {
    const dataDir = await temporary();
    const server = await started(dataDir);
    expect(server).toMatchObject({ adopted: false, home: join(dataDir, 'postgres') });
    const [facts] = await ask(server.connectionString, `select rolsuper, rolcreatedb, rolcreaterole, current_user::text as who, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as tcp, current_setting('data_checksums') as checksums, pg_get_userbyid(datdba) as owner from pg_roles, pg_database where rolname = current_user and datname = current_database()`);
    expect(facts).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, who: 'hymnsheet', encoding: 'UTF8', tcp: '', checksums: 'on', owner: 'hymnsheet' });
    for (const private700 of ['postgres', 'postgres/cluster', 'postgres/socket', 'logs']) expect(await modeOf(join(dataDir, private700))).toBe(0o700);
    for (const private600 of ['postgres/passwords.json', 'postgres/hba.conf', 'logs/postgres.log']) expect(await modeOf(join(dataDir, private600))).toBe(0o600);
    expect(await readFile(join(dataDir, 'logs/postgres.log'), 'utf8')).toContain('ready to accept connections');
    expect((await stat(join(dataDir, 'postgres/cluster'))).uid).not.toBe(0);
  });

  test('refuses a wrong password and never logs the right one', async () => {
    const dataDir = await temporary();
    const server = await started(dataDir);
    await expect(ask(server.connectionString.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
    const { admin, app } = JSON.parse(await readFile(join(server.home, 'passwords.json'), 'utf8')) as { admin: string; app: string };
    const log = await readFile(join(dataDir, 'logs/postgres.log'), 'utf8');
    expect(log.includes(app) || log.includes(admin)).toBe(false);
    expect(app).not.toBe(admin);
  });

  test('uses TCP on this machine alone, with a password, where the path is too long for a socket', async () => {
    const dataDir = join(await temporary(), 'd'.repeat(100));
    await mkdir(dataDir, { mode: 0o711 });
    const server = await started(dataDir);
    expect(server.connectionString).toMatch(/@127\.0\.0\.1:\d+\/hymnsheet$/);
    expect(await ask(server.connectionString, `select current_setting('listen_addresses') as tcp`)).toEqual([{ tcp: '127.0.0.1' }]);
    await expect(ask(server.connectionString.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
    const pid = server.pid() ?? 0;
    process.kill(pid, 'SIGKILL');
    await until(async () => server.pid() !== pid && (await ask(server.connectionString, 'select 1').then(() => true, () => false)));
  });
});

describe('one folder, one server', () => {
  test('a server that its parent left is adopted, and stopped by the adopter', async () => {
    const dataDir = await temporary();
    const first = await startPostgres({ dataDir, settings: quick });
    await first.release();
    const second = await started(dataDir);
    expect(second).toMatchObject({ adopted: true, connectionString: first.connectionString });
    expect(second.pid()).toBe(first.pid());
    await second.stop();
    expect(await isAlive(first.pid() ?? 0)).toBe(false);
    expect(await readdir(join(dataDir, 'postgres/cluster'))).not.toContain('postmaster.pid');
    expect(await readFile(join(dataDir, 'logs/postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/);
  });

  test('four starts at once on a new folder make one server', async () => {
    const dataDir = await temporary();
    const servers = await Promise.all(Array.from({ length: 4 }, () => started(dataDir)));
    expect(new Set(servers.map((s) => s.pid())).size).toBe(1);
    expect(servers.filter((s) => !s.adopted)).toHaveLength(1);
    expect((await readdir(dataDir)).sort()).toEqual(['logs', 'postgres']);
  });

  test('it is started again when it is killed, with the same connection string, and keeps what was committed', async () => {
    const dataDir = await temporary();
    const events: SupervisorEvent['kind'][] = [];
    const server = await started(dataDir, { settings: {}, onEvent: (e) => events.push(e.kind) });
    await ask(server.connectionString, 'create table kept as select 7 as n');
    for (let round = 0; round < 3; round += 1) {
      const pid = server.pid() ?? 0;
      process.kill(pid, 'SIGKILL');
      await until(() => server.pid() !== pid);
      await until(() => ask(server.connectionString, 'select n from kept').then((rows) => rows[0]?.['n'] === 7, () => false));
    }
    expect(events).toEqual(['started', 'died', 'restarted', 'died', 'restarted', 'died', 'restarted']);
  });

  test('an adopted server is started again when it is killed', async () => {
    const dataDir = await temporary();
    const first = await startPostgres({ dataDir, settings: quick });
    await first.release();
    const second = await started(dataDir);
    process.kill(first.pid() ?? 0, 'SIGKILL');
    await until(() => second.pid() !== first.pid());
    expect(await ask(second.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a busy child of a killed server does not keep the next one from starting', async () => {
    const server = await started(await temporary());
    const busy = new Client({ connectionString: server.connectionString });
    busy.on('error', () => {});
    await busy.connect();
    const [{ pid: busyPid } = { pid: 0 }] = (await busy.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
    busy.query('do $$ begin loop null; end loop; end $$').catch(() => {});
    await sleep(200);
    const before = server.pid() ?? 0;
    process.kill(before, 'SIGKILL');
    await until(() => server.pid() !== before);
    expect(await isAlive(busyPid)).toBe(false);
    expect(await ask(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test('a server tied to its process ends when that is killed', async () => {
  const dataDir = await temporary();
  const source = `import { startPostgres } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' }, tied: true });
    console.log(server.pid());
    if (process.argv[1] === 'kill') process.kill(process.pid, 'SIGKILL');
    process.exit(0);`;
  for (const end of ['kill', 'exit']) {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source, end]).catch((error: { stdout: string }) => error);
    const pid = Number(stdout);
    expect(pid).toBeGreaterThan(0);
    await until(async () => !(await isAlive(pid)));
  }
  const server = await started(dataDir, { tied: true });
  const before = server.pid() ?? 0;
  process.kill(before, 'SIGKILL');
  await until(() => server.pid() !== before);
  await server.stop();
  expect(await isAlive(server.pid() ?? 0)).toBe(false);
});

describe('what a crash leaves', () => {
  test('a process id given to a stranger does not stop the start', async () => {
    const dataDir = await temporary();
    const first = await startPostgres({ dataDir, settings: quick });
    await first.stop();
    await writeFile(join(dataDir, 'postgres/cluster/postmaster.pid'), `${process.pid}\n/elsewhere\n1\n5432\n/s\n\n1 2\nready\n`);
    const second = await started(dataDir);
    expect(second.adopted).toBe(false);
    expect(second.pid()).not.toBe(process.pid);
  });

  test('a half-made cluster of a killed start is cleared away', async () => {
    const dataDir = await temporary();
    await mkdir(join(dataDir, 'postgres.4194305.1.new', 'cluster'), { recursive: true });
    await started(dataDir);
    expect((await readdir(dataDir)).sort()).toEqual(['logs', 'postgres']);
  });

  test('a cluster that others can read is made private again', async () => {
    const dataDir = await temporary();
    await (await startPostgres({ dataDir, settings: quick })).stop();
    await chmod(join(dataDir, 'postgres/cluster'), 0o755);
    await started(dataDir);
    expect(await modeOf(join(dataDir, 'postgres/cluster'))).toBe(0o700);
  });
});

describe('refused, in one sentence', () => {
  test('another version of PostgreSQL, naming both', async () => {
    const dataDir = await temporary();
    const first = await startPostgres({ dataDir, settings: quick });
    await first.stop();
    await writeFile(join(dataDir, 'postgres/cluster/PG_VERSION'), '15\n');
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'postgres-version', message: expect.stringMatching(/PostgreSQL 15 .*PostgreSQL 18/) });
  });

  test('a folder without a database', async () => {
    const dataDir = await temporary();
    await mkdir(join(dataDir, 'postgres'));
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'postgres-incomplete', at: { file: join(dataDir, 'postgres') } });
  });

  test('a setting that PostgreSQL refuses, in the words of its log', async () => {
    const dataDir = await temporary();
    await expect(startPostgres({ dataDir, settings: { shared_buffers: 'plenty', fsync: 'off' } })).rejects.toMatchObject({ code: 'postgres-failed', value: expect.stringContaining('shared_buffers'), at: { file: join(dataDir, 'logs/postgres.log') } });
  });

  test.runIf(root)('records of another user', async () => {
    const dataDir = await temporary();
    await (await startPostgres({ dataDir, settings: quick })).stop();
    await chown(join(dataDir, 'postgres/cluster'), 0, 0);
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'postgres-owner', value: 'user id 0' });
  });
});

const passable = root && (await canEnter(await postgresUser(), import.meta.dirname));

describe.runIf(passable)('as an ordinary user', () => {
  test('everything lies in the data folder below a private home, and PostgreSQL runs as that user', async () => {
    const { uid, gid } = await postgresUser();
    const home = await temporary(0o700);
    await chown(home, uid, gid);
    const dataDir = join(home, 'data');
    const source = `import { startPostgres } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      import { readFile } from 'node:fs/promises';
      const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' } });
      const status = await readFile('/proc/' + server.pid() + '/status', 'utf8');
      await server.stop();
      console.log(JSON.stringify({ home: server.home, uid: Number(/^Uid:\\s+(\\d+)/m.exec(status)?.[1]) }));`;
    const { stdout } = await run(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', source], { uid, gid, cwd: '/', env: { PATH: process.env['PATH'], TMPDIR: home } });
    expect(JSON.parse(stdout)).toEqual({ home: join(dataDir, 'postgres'), uid });
    expect((await stat(join(dataDir, 'postgres/cluster'))).uid).toBe(uid);
    expect((await readdir(dataDir)).filter((name) => !name.startsWith('postgres-')).sort()).toEqual(['logs', 'postgres']);
  });
});

describe.runIf(root)('as root, below a folder that PostgreSQL cannot pass', () => {
  test('its part lies under /var/lib/hymnsheet, follows a move and refuses a copy', async () => {
    const home = await temporary(0o700);
    const dataDir = join(home, 'data');
    const first = await startPostgres({ dataDir, settings: quick });
    folders.push(first.home, `${first.home}.workspace`);
    expect(first.home).toMatch(/^\/var\/lib\/hymnsheet\/data-[0-9a-f]{8}$/);
    expect((await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim()).toBe(first.home);
    await ask(first.connectionString, 'create table kept as select 7 as n');
    await first.stop();

    const moved = join(home, 'moved');
    await rename(dataDir, moved);
    const second = await started(moved);
    expect(await ask(second.connectionString, 'select n from kept')).toEqual([{ n: 7 }]);

    const copy = join(home, 'copy');
    await cp(moved, copy, { recursive: true });
    await expect(startPostgres({ dataDir: copy })).rejects.toMatchObject({ code: 'workspace-copied', wanted: expect.stringContaining(moved) });
  });
});
