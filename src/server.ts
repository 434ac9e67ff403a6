import { isIP, type AddressInfo } from 'node:net';
import { hostname, networkInterfaces, userInfo } from 'node:os';
import { pino, type Logger } from 'pino';
import { createApp, type App } from './app.ts';
import { migrate } from './platform/db/index.ts';
import { ownOrigins } from './platform/http/index.ts';
import { problem } from './platform/errors/index.ts';
import { newServerToken, openWorkspace, type Workspace } from './platform/workspace/index.ts';
import { systemClock } from './platform/clock/index.ts';
import { version } from './version.ts';

export interface ServerOptions {
  readonly dataDir?: string | undefined;
  readonly databaseUrl?: string | undefined;
  readonly secret?: string | undefined;
  /** 0: any free one. */
  readonly port: number;
  readonly host?: string;
  readonly publicUrl?: string | undefined;
  readonly trustProxy?: string | undefined;
  /** Allows a host that others can reach without https. */
  readonly insecure?: boolean;
  readonly log?: Logger;
  /** The workspace is removed after use: nothing comes round by the clock in it. */
  readonly throwAway?: boolean;
}

export interface Server {
  readonly url: string;
  readonly token: string;
  readonly app: App;
  readonly workspace: Workspace;
  /** Resolves when another process took the workspace over; the server must stop then. */
  readonly lost: AbortSignal;
  readonly close: () => Promise<void>;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Opens a workspace, brings its database up to date and serves it.
 * @throws Problem `workspace-in-use` where it is served already, `bad-input` for an address that others could reach without https.
 */
export async function openServer(options: ServerOptions): Promise<Server> {
  const host = options.host ?? '127.0.0.1';
  refuseInsecure(host, options);
  refuseUnknownProxy(options.trustProxy);
  const log = options.log ?? pino({ level: 'silent' });
  const workspace = await openWorkspace({ dataDir: options.dataDir, databaseUrl: options.databaseUrl, secret: options.secret, throwAway: options.throwAway === true, onPostgres: (event) => log.info({ event }, 'postgres') });
  const token = newServerToken();
  let address = '';
  let bound = options.port;
  let app: App | undefined;
  try {
    await migrate(workspace.connectionString);
    app = await createApp({
      dataDir: workspace.dataDir, connectionString: workspace.connectionString, secret: workspace.secret, clock: systemClock, log, version,
      origins: () => ownOrigins({ publicUrl: options.publicUrl, host, port: bound, machine: machineNames }),
      publicUrl: options.publicUrl, https: options.publicUrl?.startsWith('https:') === true, trustProxy: options.trustProxy, operator: { token, user: userInfo().username },
    });
    await app.http.listen({ host, port: options.port }).catch((error: NodeJS.ErrnoException) => { throw portTaken(error, host, options.port); });
    bound = (app.http.server.address() as AddressInfo).port;
    address = ownOrigins({ host, port: bound, machine: () => [] })[0]!;
    await workspace.announce({ url: address, token });
    const opened = app;
    return { url: address, token, app, workspace, lost: workspace.lease.lost, close: () => opened.close().finally(() => workspace.close()) };
  } catch (error) {
    await app?.close();
    await workspace.close();
    throw error;
  }
}

/** What others on the network may call this machine. */
function machineNames(): string[] {
  return [hostname(), ...Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map((a) => a.address))];
}

function refuseInsecure(host: string, { publicUrl, insecure = false }: ServerOptions): void {
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) throw problem('bad-input', { detail: '--public-url is not an address', value: publicUrl, wanted: 'an address as https://hymnsheet.example.org' });
  if (loopback.has(host) || insecure || publicUrl?.startsWith('https:') === true) return;
  throw problem('bad-input', { detail: 'Others could reach this address without https', value: `--host ${host}`, wanted: '--public-url https://… of a proxy in front, or --insecure if you mean it' });
}

/** Whose headers are believed must be said exactly: an address or a range, or one of the names that the proxy rule knows. */
function refuseUnknownProxy(trustProxy: string | undefined): void {
  for (const part of trustProxy?.split(',').map((p) => p.trim()) ?? []) {
    const [address = '', bits] = part.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const named = ['loopback', 'linklocal', 'uniquelocal'].includes(part);
    if (named || (isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)))) continue;
    throw problem('bad-input', { detail: '--trust-proxy is not an address', value: part, wanted: 'an address or a range as 10.0.0.0/8, several with commas' });
  }
}

function portTaken(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return problem('bad-input', { detail: 'Something else listens on this port', value: `${host}:${port}`, wanted: 'another --port, or the other program stopped' });
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') return problem('bad-input', { detail: 'This address cannot be listened on', value: `${host}:${port}`, wanted: 'an address of this machine and a port of 1024 or more' });
  return error;
}
