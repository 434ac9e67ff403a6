import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { apiClient, type Api } from '../platform/api-client/index.ts';
import { operatorHeader } from '../platform/auth/index.ts';
import { Problem, problem, type ProblemCode, codes } from '../platform/errors/index.ts';
import { defaultDataDir, isWorkspace, liveServer } from '../platform/workspace/index.ts';
import { openServer } from '../server.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

/** A workspace's server as a command speaks to it. */
export interface Session {
  readonly api: Api;
  /** For what the typed client does not do: uploads and files. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Runs `work` against the workspace that the options name: a server elsewhere, the live server of a data folder, or, where none runs, one
 * that is started for the duration of the command. Only a command that `mayMake` one begins a new workspace, and only in a folder that was
 * named: for the others the name is mistyped.
 */
export async function withWorkspaceServer<T>(options: WorkspaceOptions, work: (session: Session) => Promise<T>, { mayMake = false } = {}): Promise<T> {
  if (options.server !== undefined) {
    if (!/^https?:\/\/./.test(options.server) || !URL.canParse(options.server)) throw problem('bad-input', { detail: '--server is not an address', value: options.server, wanted: 'an address as https://hymnsheet.example.org' });
    return work(sessionAt(options.server, remoteHeaders(options))).catch((error: unknown) => { throw unreachable(error, options.server ?? ''); });
  }
  const dataDir = resolve(options.data ?? defaultDataDir());
  const live = await liveServer(dataDir);
  if (live !== undefined) return work(sessionAt(live.url, operatorHeaders(live.token)));
  if (!(await isWorkspace(dataDir)) && !(mayMake && options.data !== undefined)) {
    const wanted = options.data === undefined ? 'hymnsheet start first, or --data FOLDER, or --server URL' : 'the --data of a workspace that is there; hymnsheet start makes a new one';
    throw problem('not-found', { detail: options.data === undefined ? 'There is no workspace here yet' : 'There is no workspace in this folder', value: dataDir, wanted });
  }
  return withOwnServer(dataDir, work);
}

/** Runs `work` against a new workspace in a temporary folder, which is removed afterwards. */
export async function withThrowAwayServer<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hymnsheet-'));
  // As root, PostgreSQL's own user has to pass through to its part.
  if (process.getuid?.() === 0) await chmod(dataDir, 0o711);
  try {
    return await withOwnServer(join(dataDir, 'workspace'), work, { throwAway: true });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

// The same in every throw-away workspace, so that the same folder gives the same dataset versions and a brief of it can be verified. Nobody
// but this process reaches such a workspace, and it is gone with the command.
const throwAwaySecret = 'the secret of a workspace that is thrown away';

async function withOwnServer<T>(dataDir: string, work: (session: Session) => Promise<T>, { throwAway = false } = {}): Promise<T> {
  const server = await openServer({ dataDir, port: 0, databaseUrl: throwAway ? undefined : process.env['DATABASE_URL'], secret: throwAway ? throwAwaySecret : process.env['HYMNSHEET_SECRET'], throwAway });
  try {
    return await work(sessionOf(server));
  } finally {
    await server.close();
  }
}

/** A server of this process as a command speaks to it. */
export function sessionOf({ url, token }: { readonly url: string; readonly token: string }): Session {
  return sessionAt(url, operatorHeaders(token));
}

function sessionAt(url: string, headers: Record<string, string>): Session {
  const base = url.replace(/\/+$/, '');
  return { api: apiClient(base, headers), url: `${base}/api/v1`, headers };
}

function operatorHeaders(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, [operatorHeader]: userInfo().username };
}

/** What fetch says when nobody answers, as a sentence with the address. */
function unreachable(error: unknown, server: string): unknown {
  if (!(error instanceof TypeError) || error.message !== 'fetch failed') return error;
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  return problem('bad-input', { detail: 'The server does not answer', value: `${server}: ${cause?.code ?? cause?.message ?? 'no connection'}`, wanted: 'a running server at --server' }, error);
}

function remoteHeaders({ token = process.env['HYMNSHEET_TOKEN'] }: WorkspaceOptions): Record<string, string> {
  if (token === undefined || token === '') throw problem('sign-in-needed', { detail: 'A server elsewhere needs an API key', wanted: '--token KEY, or HYMNSHEET_TOKEN' });
  return { authorization: `Bearer ${token}` };
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer. @throws Problem as the server sent it. */
export async function answer<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw asProblem(error, response.status);
}

/** The problem that a server sent, as ours. */
export function asProblem(body: unknown, status: number): Problem {
  const p = (typeof body === 'string' ? safeJson(body) : body) as { code?: string; detail?: string; value?: string; wanted?: string; at?: object; errors?: never[] } | undefined;
  if (p?.code === undefined || p.detail === undefined) return problem('internal', { detail: `The server answered ${status} without saying why` });
  const code = (p.code in codes ? p.code : 'internal') as ProblemCode;
  return new Problem(code, { detail: p.detail, ...(p.value === undefined ? {} : { value: p.value }), ...(p.wanted === undefined ? {} : { wanted: p.wanted }), ...(p.at === undefined ? {} : { at: p.at }) }, p.errors ?? []);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
