import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { killServer, startServer, stopServer, temporaryData, type Running } from '../harness/whole-server.ts';
import { deskLog, deskMapping } from './desk.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes, each asserted where it is read
type Answer = any;

async function call({ url, token }: Running, method: string, path: string, body?: object): Promise<Answer> {
  const form = body instanceof FormData;
  const response = await fetch(`${url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, ...(form || body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }) });
  return response.json();
}

async function until(ask: () => Promise<Answer>, wanted: (found: Answer) => boolean): Promise<Answer> {
  for (let i = 0; ; i += 1) {
    const found = await ask();
    if (wanted(found)) return found;
    if (i > 900) throw new Error(`still ${JSON.stringify(found)}`);
    await sleep(100);
  }
}

test('after kill -9 what was under way is marked as interrupted, what was done is still there, and the same can be asked again', { timeout: 300_000 }, async () => {
  const data = await temporaryData();
  let server = await startServer(data.dataDir);
  data.onTimeOut(() => server);
  try {
    const file = new FormData();
    file.append('file', new Blob([deskLog({ people: 3, rate: 1, weeks: 9, seed: 5 }).csv]), 'desk.csv');
    const upload = await call(server, 'POST', '/uploads', file);
    const { id } = await call(server, 'POST', '/imports', { upload: upload.id, eventLog: 'desk', name: 'Desk', zone: 'UTC', mapping: deskMapping });
    await until(() => call(server, 'GET', `/imports/${id}`), (run) => run.state === 'done');
    const path = '/event-logs/desk/simulations';
    const get = (run: { id: string }) => call(server, 'GET', `${path}/${run.id}`);
    const short = await call(server, 'POST', path, { changes: [{ kind: 'arrivals', factor: 1.1 }], replications: 2 });
    const done = await until(() => get(short), (run) => run.state === 'done');
    const long = { changes: [{ kind: 'arrivals', factor: 1.2 }], replications: 1000, weeks: 26 };
    const [running, waiting] = [await call(server, 'POST', path, long), await call(server, 'POST', path, long)];
    await until(() => get(running), (run) => run.progress.step === 'simulating');
    await killServer(server, data.dataDir, false);
    server = await startServer(data.dataDir);
    for (const run of [running, waiting]) expect(await get(run)).toMatchObject({ state: 'interrupted', result: null, says: ['20% more cases come'], problem: { code: 'cancelled', detail: expect.stringContaining('The server stopped') } });
    expect(await get(short)).toEqual(done);
    const again = await call(server, 'POST', path, { changes: [{ kind: 'arrivals', factor: 1.1 }], replications: 2 });
    expect((await until(() => get(again), (run) => run.state === 'done')).result).toEqual(done.result);
    // An orderly stop says the same of what it stops.
    const stopped = await call(server, 'POST', path, long);
    await until(() => get(stopped), (run) => run.state === 'running');
    await stopServer(server);
    server = await startServer(data.dataDir);
    expect(await get(stopped)).toMatchObject({ state: 'interrupted' });
  } finally {
    await stopServer(server);
  }
});
