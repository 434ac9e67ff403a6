import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { problem } from '../errors/index.ts';
import { csvCell, goneSignal, sendCsv, type CsvValue } from './csv.ts';

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

type Pieces = AsyncIterable<CsvValue[][]>;

/** A server that sends these rows, and its address. */
async function serve(pieces: (signal: AbortSignal) => Pieces, stalledSeconds?: number, leastBytes?: number): Promise<string> {
  await app?.close();
  app = Fastify();
  app.setErrorHandler((error: { code: string }, _, reply) => reply.status(418).send(error.code));
  app.get('/rows', async (_, reply) => { await sendCsv(reply, 'rows.csv', ['a', 'b (s)'], pieces(goneSignal(reply)), { stalledSeconds, leastBytes }); return reply; });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/rows`;
}

// eslint-disable-next-line require-yield -- nothing ever comes of it
async function* broken(error: Error): AsyncGenerator<CsvValue[][]> {
  throw error;
}

test.each([
  ['=1+1', "'=1+1"], ['+1', "'+1"], ['-1', "'-1"], ['@x', "'@x"], ['\t=1', "'\t=1"], ['\r=1', `"'\r=1"`], ['\n=1', `"'\n=1"`], ['＝1', "'＝1"],
  ['a,b', '"a,b"'], ['say "x"', '"say ""x"""'], ['two\nlines', '"two\nlines"'], ['', ''], ['plain', 'plain'], [-1.5, '-1.5'], [null, ''],
])('the cell %j is no formula and breaks no table', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('pieces become one file; what fails before the first row is an answer of its own', async () => {
  const ok = await fetch(await serve(async function* () { yield [['=x', 1]]; yield []; yield [[null, 2.5]]; }));
  expect([ok.headers.get('content-type'), ok.headers.get('content-disposition'), await ok.text()]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="rows.csv"', "a,b (s)\r\n'=x,1\r\n,2.5\r\n"]);
  const empty = await fetch(await serve(async function* () { /* no row */ }));
  expect(await empty.text()).toBe('a,b (s)\r\n');
  const refused = await fetch(await serve(() => broken(problem('not-found', { detail: 'gone' }))));
  expect([refused.status, await refused.text()]).toEqual([418, 'not-found']);
});

test('a file that breaks half-way does not look whole', async () => {
  const address = await serve(async function* () { yield [['x', 1]]; await pause(20); throw new Error('broke'); });
  await expect(fetch(address).then((r) => r.text())).rejects.toThrow('terminated');
});

test('rows are read no faster than they are taken; a reader who goes away ends the reading', async () => {
  const seen = { read: 0, ended: false, told: false };
  const address = await serve(async function* (signal) {
    signal.addEventListener('abort', () => { seen.told = true; });
    try {
      for (;;) { seen.read++; yield Array.from({ length: 100 }, (): CsvValue[] => ['x'.repeat(100), seen.read]); await pause(0); }
    } finally {
      seen.ended = true;
    }
  });
  const answer = await new Promise<IncomingMessage>((resolve) => get(address, resolve));
  answer.pause();
  // The network's buffers fill up, then nothing more is asked for.
  let before = -1;
  for (let i = 0; i < 100 && before !== seen.read; i++) { before = seen.read; await pause(200); }
  expect(seen.read).toBe(before);
  expect(seen.read * 10_000).toBeLessThan(50e6);
  answer.destroy();
  for (let i = 0; i < 100 && !(seen.ended && seen.told); i++) await pause(20);
  expect(seen).toMatchObject({ ended: true, told: true });
});

test('a reader who takes nothing is cut off, and its rows are left; one who takes them slowly, or waits for them, is not', async () => {
  const seen = { ended: 0, told: 0 };
  const endless = async function* (signal: AbortSignal): Pieces {
    signal.addEventListener('abort', () => { seen.told++; });
    try {
      for (;;) { yield Array.from({ length: 1000 }, (): CsvValue[] => ['x'.repeat(1000)]); await pause(0); }
    } finally {
      seen.ended++;
    }
  };
  const stalled = async (address: string) => {
    const { hostname, port, pathname } = new URL(address);
    const socket = connect(Number(port), hostname, () => socket.write(`GET ${pathname} HTTP/1.1\r\nHost: here\r\n\r\n`));
    socket.pause();
    socket.on('error', () => { /* cut off */ });
    return socket;
  };
  const never = await stalled(await serve(endless, 0.3));
  for (let i = 0; i < 300 && seen.ended + seen.told < 2; i++) await pause(20);
  expect(seen).toEqual({ ended: 1, told: 1 });
  never.destroy();

  const quiet = await fetch(await serve(async function* () { yield [['x']]; await pause(1000); yield [['y']]; }, 0.2));
  expect(await quiet.text()).toBe('a,b (s)\r\nx\r\ny\r\n');

  const slow = await stalled(await serve(endless, 0.5));
  for (let i = 0; i < 20; i++) { slow.resume(); await pause(20); slow.pause(); await pause(80); }
  expect([seen, slow.destroyed]).toEqual([{ ended: 1, told: 1 }, false]);
  slow.destroy();
});

test('a reader who takes a byte now and then is cut off, though it never stops; one who takes as much as is asked is not', async () => {
  const seen = { told: 0 };
  const endless = async function* (signal: AbortSignal): Pieces {
    signal.addEventListener('abort', () => { seen.told++; });
    for (;;) { yield Array.from({ length: 1000 }, (): CsvValue[] => ['x'.repeat(1000)]); await pause(0); }
  };
  /** Reads so many bytes every 20 milliseconds from a real socket; what it took so far. */
  const trickle = async (address: string, bytes: number) => {
    const { hostname, port, pathname } = new URL(address);
    const took = { bytes: 0, closed: false };
    let due: NodeJS.Timeout | undefined;
    const socket = connect({ port: Number(port), host: hostname, onread: { buffer: Buffer.alloc(bytes), callback: (n) => {
      took.bytes += n;
      due = setTimeout(() => socket.resume(), 20);
      return false;
    } } }, () => socket.write(`GET ${pathname} HTTP/1.1\r\nHost: here\r\n\r\n`));
    socket.on('error', () => { /* cut off */ });
    socket.on('close', () => { took.closed = true; clearTimeout(due); });
    return { socket, took };
  };
  const drip = await trickle(await serve(endless, 0.5, 20_000), 1);
  await expect.poll(() => seen.told, { timeout: 10_000 }).toBe(1);
  expect(drip.took.bytes).toBeLessThan(2_000);
  drip.socket.destroy();

  // Far more than is asked of it.
  const steady = await trickle(await serve(endless, 0.5, 20_000), 100_000);
  await pause(2_500);
  expect([seen.told, steady.took.closed]).toEqual([1, false]);
  expect(steady.took.bytes).toBeGreaterThan(500_000);
  steady.socket.destroy();
});
