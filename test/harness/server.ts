import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadExample } from '../../src/cli/example.ts';
import { answer, sessionOf, type Session } from '../../src/cli/session.ts';
import { openServer, type Server } from '../../src/server.ts';

export interface TestServerApp {
  readonly server: Server;
  readonly url: string;
  /** As the operator of the machine. */
  readonly session: Session;
  /** A one-time link that makes an administrator. */
  readonly setupLink: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A whole server on a workspace of its own in a temporary folder, on a free port of 127.0.0.1, with its built pages; `example` loads Northgate Supplies. */
export async function startServer({ example = false } = {}): Promise<TestServerApp> {
  const folder = await mkdtemp(join(tmpdir(), 'hymnsheet-e2e-'));
  // As root, PostgreSQL's own user has to pass through.
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  const server = await openServer({ dataDir: join(folder, 'data'), port: 0 });
  const session = sessionOf(server);
  if (example) await loadExample(server, () => {});
  return {
    server, url: server.url, session,
    setupLink: async () => (await answer(session.api.POST('/auth/set-up-link'))).url,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
