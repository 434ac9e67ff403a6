import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { drawInteger, seededRandom } from '../../src/maths/random/index.ts';
import { killServer, startServer, stopServer, temporaryData, type Running } from '../harness/whole-server.ts';
import { sourceDatabase } from './source-database.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes, each asserted where it is read
type Answer = any;

/** Status 0 where the server died first. */
async function call({ url, token }: Running, method: string, path: string, body?: object): Promise<{ status: number; body: Answer }> {
  try {
    const response = await fetch(`${url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: null };
  }
}

async function settled(server: Running): Promise<Answer> {
  for (let i = 0; i < 1200; i += 1) {
    const { body } = await call(server, 'GET', '/pulls/ticks');
    if (body?.run !== null && !['queued', 'running'].includes(body?.run?.state)) return body;
    await sleep(50);
  }
  throw new Error('a pull is under way for a minute');
}

/**
 * Lets a table grow, pulls from it, and kills the server (by turns with its PostgreSQL) at a random moment of each pull. Many of the rows are equal in
 * every column but the cursor, and many in all, so that a row lost or taken in twice would show. Resolves with the rounds whose pull was cut short.
 */
export async function pullRounds({ rounds, seed, rows }: { readonly rounds: number; readonly seed: number; readonly rows: number }): Promise<number> {
  const [data, source, random] = [await temporaryData(), await sourceDatabase(), seededRandom(seed)];
  let server = await startServer(data.dataDir);
  data.onTimeOut(() => server);
  let [total, cut] = [0, 0];
  const grow = async (n: number) => {
    await source.sql(`insert into tick select $1::bigint + g / 3, 'case ' || g % 50, 'step ' || g % 4, timestamp '2026-03-02' + (g % 100) * interval '1 minute' from generate_series(0, $2::int - 1) g`, [total, n]);
    total += n;
  };
  const expectAll = async () => {
    const { body: summary } = await call(server, 'GET', '/event-logs/ticks/summary');
    const { body: map } = await call(server, 'GET', '/event-logs/ticks/map');
    const steps = Object.fromEntries((await source.sql('select step, count(*)::int as n from tick group by step')).map((r) => [r['step'], r['n']]));
    expect(summary.events).toBe(total);
    expect(Object.fromEntries(map.activities.map((a: Answer) => [a.name, a.count]))).toEqual(steps);
  };
  try {
    await source.sql('create table tick (n bigint, thing text, step text, at timestamp)');
    await source.sql(`grant select on tick to ${source.connection.user}`);
    await grow(rows);
    expect((await call(server, 'POST', '/allowed-ranges', { range: '127.0.0.1/32', reason: 'the test' })).status).toBe(201);
    const definition = { name: 'Ticks', eventLog: 'ticks', connection: source.connection, query: 'select n, thing, step, at from tick where n > $1 order by n', cursor: { column: 'n', overlap: 10 }, zone: 'UTC', mapping: { case: 'thing', activity: 'step', time: 'at' }, schedule: { kind: 'every', minutes: 10_000 } };
    expect((await call(server, 'POST', '/pulls', { id: 'ticks', definition, password: source.password })).status).toBe(201);
    const began = performance.now();
    expect(await settled(server)).toMatchObject({ problem: null });
    const usual = performance.now() - began;
    await expectAll();
    for (let round = 0; round < rounds; round += 1) {
      await grow(rows);
      expect((await call(server, 'POST', '/pulls/ticks/run')).status).toBe(202);
      await sleep(usual * random.unit());
      await killServer(server, data.dataDir, round % 2 === 1);
      server = await startServer(data.dataDir);
      if ((await call(server, 'GET', '/pulls/ticks')).body.run.state !== 'done') cut += 1;
      expect(await settled(server)).toMatchObject({ failures: 0, problem: null, run: { state: 'done' } });
      await expectAll();
      if (drawInteger(random, 3) > 0) continue;
      expect((await call(server, 'POST', '/pulls/ticks/run')).status).toBe(202);
      expect((await settled(server)).run.report).toMatchObject({ events: 0 });
    }
  } finally {
    await stopServer(server);
    await source.drop();
  }
  return cut;
}
