import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, sessionOf } from '../../src/cli/session.ts';
import { openServer, type Server } from '../../src/server.ts';
import { testDatabase, type TestDatabase } from '../harness/database.ts';
import { ask, reverseProxy, type ReverseProxy } from './reverse-proxy.ts';

const publicUrl = 'https://ops.example';
const trusted = '127.0.0.2';
const ada = { name: 'Ada Verwey', email: 'ada@northgate.example', password: 'five lines and one note' };
// As many sign-ins as one address of the network may try in a minute.
const aMinute = 20;

// Only Linux lets a connection come from any address of 127.0.0.0/8.
const linux = process.platform === 'linux';
describe.skipIf(!linux)(`behind a reverse proxy${linux ? '' : ' (skipped: not Linux)'}`, () => {
  let folder: string;
  let database: TestDatabase;
  let server: Server;
  let proxy: ReverseProxy;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hymnsheet-proxy-'));
    database = await testDatabase();
    server = await openServer({ dataDir: join(folder, 'data'), databaseUrl: database.connectionString, port: 0, publicUrl, trustProxy: `${trusted}/32` });
    proxy = await reverseProxy(server.url, { from: trusted, host: 'ops.example' });
  });
  afterAll(async () => {
    proxy.close();
    await server.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const post = (path: string, body: object, headers: Record<string, string> = {}) => ask(`${proxy.url}/api/v1${path}`, { method: 'POST', body, headers });
  const cookieOf = (from: Awaited<ReturnType<typeof ask>>) => (from.headers['set-cookie'] ?? []).map((c) => c.split(';')[0]).join('; ');
  /** Sign-ins that fail before a password is looked at, and count for the address that they come from. */
  const knock = async (base: string, times: number, options: (i: number) => Parameters<typeof ask>[1]) => {
    const answers: number[] = [];
    for (let i = 0; i < times; i += 1) answers.push((await ask(`${base}/api/v1/auth/sign-in`, { method: 'POST', body: { email: `nobody${i}@example.org`, password: 'x' }, ...options(i) })).status);
    return answers;
  };
  const foreign = { origin: 'https://elsewhere.example' };

  test('links name the public address; sign-in, who am I, a write and sign-out work, and the cookie is for https alone', async () => {
    const { url } = await answer(sessionOf(server).api.POST('/auth/set-up-link'));
    expect(url).toMatch(/^https:\/\/ops\.example\/set-up#/);
    expect((await post('/auth/link/accept', { token: url.split('#')[1], ...ada }, { origin: publicUrl })).status).toBe(200);
    const signedIn = await post('/auth/sign-in', { email: ada.email, password: ada.password }, { origin: publicUrl });
    expect(signedIn.status).toBe(200);
    expect(signedIn.headers['set-cookie']?.join()).toMatch(/^__Secure-hymnsheet\.session_token=[^;]+;.*HttpOnly; Secure; SameSite=Lax$/);
    expect(signedIn.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    const cookie = cookieOf(signedIn);
    expect(JSON.parse((await ask(`${proxy.url}/api/v1/me`, { headers: { cookie } })).text)).toMatchObject({ signedIn: true, email: ada.email });
    expect((await post('/auth/set-up-link', {}, { cookie, origin: publicUrl })).status).toBe(201);
    expect((await post('/auth/sign-out', {}, { cookie, origin: publicUrl })).status).toBe(200);
    expect(JSON.parse((await ask(`${proxy.url}/api/v1/me`, { headers: { cookie } })).text)).toMatchObject({ signedIn: false });
  });

  test('a page comes with HSTS', async () => {
    expect((await ask(`${proxy.url}/healthz`)).headers['strict-transport-security']).toContain('max-age=');
  });

  test('what comes from another site is refused, whatever host it names', async () => {
    const cookie = cookieOf(await post('/auth/sign-in', { email: ada.email, password: ada.password }, { origin: publicUrl }));
    for (const headers of [foreign, { origin: 'http://ops.example' }, { origin: 'https://ops.example.evil.example' }, { ...foreign, host: 'elsewhere.example', 'x-forwarded-host': 'elsewhere.example' }, {}]) {
      const refused = await post('/auth/password', { current: ada.password, next: 'another five lines and a note' }, { cookie, ...headers });
      expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, 'cross-origin']);
    }
    expect((await post('/auth/sign-in', { email: ada.email, password: ada.password }, foreign)).status).toBe(403);
  });

  test('clients of the proxy are told apart, and what a client says of its own address is not believed', async () => {
    const from = (localAddress: string) => (i: number) => ({ localAddress, headers: { ...foreign, 'x-forwarded-for': `203.0.113.${i}` } });
    expect(await knock(proxy.url, aMinute + 1, from('127.0.0.10'))).toEqual([...Array.from({ length: aMinute }, () => 403), 429]);
    expect(await knock(proxy.url, 1, from('127.0.0.11'))).toEqual([403]);
  });

  test('who comes past the proxy is not believed at all', async () => {
    const spoofed = (i: number) => ({ localAddress: '127.0.0.12', headers: { ...foreign, 'x-forwarded-for': `203.0.113.${i}`, 'x-forwarded-proto': 'https', 'x-real-ip': `203.0.113.${i}`, forwarded: `for=203.0.113.${i}` } });
    expect(await knock(server.url, aMinute + 1, spoofed)).toEqual([...Array.from({ length: aMinute }, () => 403), 429]);
    // The address that was pretended to has all its tries.
    expect(await knock(server.url, 1, () => ({ localAddress: trusted, headers: { ...foreign, 'x-forwarded-for': '203.0.113.0' } }))).toEqual([403]);
  });
});
