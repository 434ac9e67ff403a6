import { execFile } from 'node:child_process';
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadExample } from '../../src/cli/example.ts';
import { answer, sessionOf, type Session } from '../../src/cli/session.ts';
import { openServer, type Server, type ServerOptions } from '../../src/server.ts';

export interface TestServerApp {
  readonly server: Server;
  readonly url: string;
  /** As the operator of the machine. */
  readonly session: Session;
  /** A one-time link that makes an administrator. */
  readonly setupLink: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface TestServerOptions extends Partial<Pick<ServerOptions, 'publicUrl' | 'trustProxy'>> {
  /** Northgate Supplies is there. */
  readonly example?: boolean;
}

/** The environment variable that names a closed workspace with the example company in it, to be copied. */
export const exampleWorkspace = 'HYMNSHEET_TEST_EXAMPLE';

/** A whole server on a workspace of its own in a temporary folder, on a free port of 127.0.0.1, with its built pages. */
export async function startServer({ example = false, ...options }: TestServerOptions = {}): Promise<TestServerApp> {
  const folder = await mkdtemp(join(tmpdir(), 'hymnsheet-e2e-'));
  // As root, PostgreSQL's own user has to pass through.
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  const dataDir = join(folder, 'data');
  if (example) await placeExample(dataDir);
  const server = await openServer({ dataDir, port: 0, ...options });
  const session = sessionOf(server);
  return {
    server, url: server.url, session,
    setupLink: async () => (await answer(session.api.POST('/auth/set-up-link'))).url,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a workspace with the example company in it and closes it. */
export async function makeExample(dataDir: string): Promise<void> {
  const server = await openServer({ dataDir, port: 0 });
  await loadExample(server, () => {}).finally(() => server.close());
}

// With owners and modes, which PostgreSQL looks at.
async function placeExample(dataDir: string): Promise<void> {
  const made = process.env[exampleWorkspace];
  await (made === undefined ? makeExample(dataDir) : promisify(execFile)('cp', ['-a', made, dataDir]));
}
