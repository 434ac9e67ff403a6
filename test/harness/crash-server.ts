// A server to kill: one workspace, and a POST that answers 200 only after its row is committed. Run as a child process: `crash-server.ts DATA_DIR`.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { newServerToken, openWorkspace } from '../../src/platform/workspace/index.ts';

const [, , dataDir = ''] = process.argv;
const workspace = await openWorkspace({ dataDir });
const pool = new Pool({ connectionString: workspace.connectionString, max: 10, connectionTimeoutMillis: 5000 });
pool.on('error', () => {});
await pool.query('create table if not exists written (writer int, number int, primary key (writer, number))');

const server = createServer((request, response) => {
  const [, writer, number] = (request.url ?? '').split('/');
  pool.query('insert into written values ($1, $2)', [writer, number]).then(
    () => response.writeHead(200).end(),
    (error: Error) => response.writeHead(503).end(error.message),
  );
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
await workspace.announce({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: newServerToken() });

process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end().then(() => workspace.close());
});
