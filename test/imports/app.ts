import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { pino } from 'pino';
import { createApp, type App } from '../../src/app.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { testDatabase } from '../harness/database.ts';

const token = 'the-token-of-a-test';

export interface TestApp {
  readonly app: App;
  readonly dataDir: string;
  readonly get: (path: string) => Promise<{ status: number; body: Answer; text: string }>;
  readonly post: (path: string, body?: object) => Promise<{ status: number; body: Answer }>;
  readonly upload: (name: string, bytes: Uint8Array | string) => Promise<{ status: number; body: Answer }>;
  /** Waits until an import is over. */
  readonly over: (id: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of many shapes, each asserted where it is read
type Answer = any;

/** The whole application on a test database and a data folder of its own, asked as the operator. */
export async function openApp(): Promise<TestApp> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'hymnsheet-app-'));
  const app = await createApp({ dataDir, connectionString: database.connectionString, secret: 's'.repeat(40), clock: systemClock, log: pino({ level: 'silent' }), version: 'test', origins: () => ['http://127.0.0.1'], https: false, operator: { token, user: 'tester' } });
  const headers = { authorization: `Bearer ${token}` };
  const ask = async (options: InjectOptions) => {
    const r = await app.http.inject(options);
    return { status: r.statusCode, text: r.body, body: (r.body.startsWith('{') || r.body.startsWith('[') ? JSON.parse(r.body) : r.body) as Answer };
  };
  const get = (path: string) => ask({ method: 'GET', url: `/api/v1${path}`, headers });
  return {
    app, dataDir, get,
    post: (path, body = {}) => ask({ method: 'POST', url: `/api/v1${path}`, headers, payload: body }),
    upload: (name, bytes) => ask({ method: 'POST', url: '/api/v1/uploads', headers: { ...headers, 'content-type': 'multipart/form-data; boundary=b' }, payload: Buffer.concat([Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), Buffer.from(bytes), Buffer.from('\r\n--b--\r\n')]) }),
    over: async (id) => {
      for (;;) {
        const { body } = await get(`/imports/${id}`);
        if (!['queued', 'running'].includes(body.state)) return body;
        await new Promise((r) => { setTimeout(r, 50); });
      }
    },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
