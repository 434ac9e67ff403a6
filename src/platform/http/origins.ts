import { isIP } from 'node:net';

/** Where a server listens and what it may be called. */
export interface OwnAddress {
  readonly publicUrl?: string | undefined;
  readonly host: string;
  readonly port: number;
  /** The names and addresses of this machine; asked for only where the server listens on all of them. */
  readonly machine: () => readonly string[];
}

const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * The origins from which our own pages may come, the public one first. A server that listens on every address of its machine
 * (`--host 0.0.0.0 --insecure`) has pages under each of them; a name that only others know needs `--public-url`.
 * @example ownOrigins({ host: '127.0.0.1', port: 4680, machine: () => [] }) // ['http://127.0.0.1:4680', 'http://localhost:4680']
 */
export function ownOrigins({ publicUrl, host, port, machine }: OwnAddress): string[] {
  const local = everywhere[host];
  const names = local === undefined ? [host, ...(host === '127.0.0.1' ? ['localhost'] : [])] : [local, '127.0.0.1', 'localhost', ...machine().filter(reachable)];
  const own = names.map((name) => new URL(`http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`).origin);
  return [...new Set([...(publicUrl === undefined ? [] : [new URL(publicUrl).origin]), ...own])];
}

/** A name that a browser can ask for; link-local addresses are no names without their interface. */
const reachable = (name: string): boolean => (isIP(name) === 0 ? /^[a-z0-9][a-z0-9.-]*$/i.test(name) : !/%|^fe80:/i.test(name));
