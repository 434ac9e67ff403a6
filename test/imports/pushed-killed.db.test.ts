import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { drawInteger, seededRandom } from '../../src/maths/random/index.ts';
import { killServer, startServer, stopServer, temporaryData, type Running } from '../harness/whole-server.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes, each asserted where it is read
type Answer = any;

/** An answer that came whole; status 0 where the server died first, and then nothing was promised. */
async function call({ url, token }: Running, method: string, path: string, body?: object, key = ''): Promise<{ status: number; body: Answer }> {
  const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key === '' ? {} : { 'idempotency-key': key }) };
  try {
    const response = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: null };
  }
}

test('a batch that was acknowledged is in the log after kill -9 of the server or of everything, once, however often it is sent', { timeout: 300_000 }, async () => {
  const data = await temporaryData();
  const { dataDir } = data;
  const random = seededRandom(20_261_125);
  let server = await startServer(dataDir);
  data.onTimeOut(() => server);
  const events = (n: number) => ({ events: [{ case: `c${n % 7}`, activity: 'Step', time: new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString(), resource: `clerk ${n % 3}` }] });
  const push = (n: number) => call(server, 'POST', '/event-logs/calls/events', events(n), `batch-${n}`);
  let sent = 0;
  try {
    const mapping = { case: 'case', activity: 'activity', time: 'time' };
    expect((await call(server, 'PUT', '/event-log-mappings/calls', { body: { name: 'Calls', file: 'logs/calls.csv', format: 'csv', zone: 'UTC', mapping }, expected: null })).status).toBe(200);
    for (const withPostgres of [false, true]) {
      const promised: string[] = [];
      const killing = sleep(1500 + drawInteger(random, 1500)).then(() => killServer(server, dataDir, withPostgres));
      for (let status = 202; status === 202; sent += 1) {
        ({ status } = await push(sent));
        if (status === 202) promised.push(`batch-${sent}`);
      }
      await killing;
      server = await startServer(dataDir);
      expect(promised.length).toBeGreaterThan(0);
      for (const key of promised) expect((await call(server, 'GET', `/event-logs/calls/batches/${key}`)).status, `${key} after the restart`).toBe(200);
    }
    // Whoever does not know what became of a batch sends it again.
    for (let n = 0; n < sent; n += 1) expect((await push(n)).status).toBe(202);
    for (let i = 0; (await call(server, 'GET', '/event-logs/calls/batches?state=waiting')).body.total > 0; i += 1) {
      expect(i, 'batches wait for a minute and a half').toBeLessThan(900);
      await sleep(100);
    }
    expect((await call(server, 'GET', '/event-logs/calls/batches?state=failed')).body.total).toBe(0);
    expect((await call(server, 'GET', '/event-logs/calls')).body.events).toBe(sent);
  } finally {
    await stopServer(server);
  }
});
