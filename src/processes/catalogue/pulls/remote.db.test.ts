import { execFile, execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Postgres, postgresUser, startPostgres } from '../../../platform/postgres/index.ts';
import { withRemote } from './remote.ts';

const run = promisify(execFile);
const openssl = (() => { try { execFileSync('openssl', ['version']); return true; } catch { return false; } })();

let dir: string, server: Postgres | undefined, port: number;

/** A free port of this machine. */
async function freePort(): Promise<number> {
  const listening = createServer().listen(0, '127.0.0.1');
  await new Promise((r) => { listening.once('listening', r); });
  const { port: free } = listening.address() as AddressInfo;
  await new Promise((r) => { listening.close(r); });
  return free;
}

/** An authority of our own, and a certificate of it for a name and an address. */
async function certificates(): Promise<void> {
  const at = (name: string) => join(dir, 'tls', name);
  await mkdir(join(dir, 'tls'), { mode: 0o711 });
  const authority = (name: string) => run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-addext', 'basicConstraints=critical,CA:TRUE', '-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)]);
  await Promise.all([authority('ours'), authority('others')]);
  await run('openssl', ['req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=db.example.test', '-keyout', at('server.key'), '-out', at('server.csr')]);
  await writeFile(at('names'), 'subjectAltName=DNS:db.example.test,IP:127.0.0.1\n');
  await run('openssl', ['x509', '-req', '-in', at('server.csr'), '-CA', at('ours.crt'), '-CAkey', at('ours.key'), '-CAcreateserial', '-days', '2', '-extfile', at('names'), '-out', at('server.crt')]);
}

/** A PostgreSQL server that speaks over the network, and to all but its administrator with TLS only. */
async function tlsServer(): Promise<Postgres> {
  const user = await postgresUser();
  await writeFile(join(dir, 'tls', 'hba'), 'hostnossl all postgres 127.0.0.1/32 scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\n');
  for (const file of ['server.key', 'server.crt', 'hba']) {
    await chmod(join(dir, 'tls', file), 0o600);
    if (user.switched) await chown(join(dir, 'tls', file), user.uid, user.gid);
  }
  port = await freePort();
  const settings = { fsync: 'off', ssl: 'on', ssl_cert_file: join(dir, 'tls', 'server.crt'), ssl_key_file: join(dir, 'tls', 'server.key'), hba_file: join(dir, 'tls', 'hba'), listen_addresses: '127.0.0.1', port: String(port) };
  return startPostgres({ dataDir: join(dir, 'data'), settings, tied: true });
}

beforeAll(async () => {
  if (!openssl) return;
  dir = await mkdtemp(join(tmpdir(), 'hymnsheet-tls-'));
  // As root, PostgreSQL's own user has to pass through.
  await chmod(dir, 0o711);
  await certificates();
  server = await tlsServer();
}, 120_000);
afterAll(async () => {
  if (!openssl) return;
  await server?.stop();
  await rm(dir, { recursive: true, force: true });
});

type Over = { readonly host?: string; readonly tls?: 'verify' | 'encrypt' | 'none'; readonly authority?: 'ours' | 'others' | null };

/** Whether the connection as the server sees it is encrypted, asked as a pull asks. */
async function encrypted({ host = 'db.example.test', tls = 'verify', authority = 'ours' }: Over): Promise<string | null | undefined> {
  const [, user = '', password = ''] = /\/\/([^:@]+):([^@]+)@/.exec(server!.connectionString)!.map(decodeURIComponent);
  const ca = authority === null ? {} : { ca: await readFile(join(dir, 'tls', `${authority}.crt`), 'utf8') };
  return withRemote({ host, port, database: user, user, tls, ...ca }, '127.0.0.1', password, AbortSignal.timeout(20_000), async (remote) => {
    for await (const { rows } of remote.rows('select ssl::text from pg_stat_ssl where pid = pg_backend_pid() and pid > $1::int', '0')) return rows[0]?.[0];
    return undefined;
  });
}

describe.skipIf(!openssl)(`a server with TLS${openssl ? '' : ' (skipped: there is no openssl to make certificates with)'}`, () => {
  test('is let in where its certificate is of a known authority and for its name or address', async () => {
    expect([await encrypted({}), await encrypted({ host: '127.0.0.1' })]).toEqual(['true', 'true']);
  });

  test.each<[string, Over]>([
    ['another name', { host: 'other.example.test' }], ['another address', { host: '127.0.0.2' }], ['an authority that nobody knows', { authority: null }], ['another authority', { authority: 'others' }],
  ])('is refused with %s, before a password is sent', async (_, over) => {
    await expect(encrypted(over)).rejects.toMatchObject({ code: 'source-unreachable', wanted: expect.stringContaining('a certificate for') });
  });

  test('may be whoever it is where only encryption is asked for, and is refused where none is', async () => {
    expect(await encrypted({ host: 'other.example.test', tls: 'encrypt', authority: null })).toBe('true');
    await expect(encrypted({ tls: 'none' })).rejects.toMatchObject({ code: 'source-refused', detail: expect.stringContaining('does not let') });
  });

  test('is refused once it speaks without TLS, where TLS is asked for: nothing is said in the clear', async () => {
    await server!.stop();
    const { chunks, close, at } = await plainServer();
    port = at;
    try {
      for (const tls of ['verify', 'encrypt'] as const) await expect(encrypted({ tls })).rejects.toMatchObject({ code: 'source-unreachable', wanted: expect.stringContaining('a server with TLS switched on') });
      // A request for TLS is eight bytes; a name or a password would be more.
      expect(chunks.map((c) => c.length)).toEqual([8, 8]);
    } finally {
      await close();
    }
  });
});

/** A server that answers a request for TLS with no, as PostgreSQL without it does, and keeps what it was sent. */
async function plainServer(): Promise<{ chunks: Buffer[]; at: number; close: () => Promise<unknown> }> {
  const chunks: Buffer[] = [];
  const listening = createServer((socket) => { socket.on('error', () => {}); socket.on('data', (chunk) => { chunks.push(chunk); socket.write('N'); }); }).listen(0, '127.0.0.1');
  await new Promise((r) => { listening.once('listening', r); });
  return { chunks, at: (listening.address() as AddressInfo).port, close: () => new Promise((r) => { listening.close(r); }) };
}
