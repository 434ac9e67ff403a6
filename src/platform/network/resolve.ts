import { lookup } from 'node:dns/promises';
import { problem } from '../errors/index.ts';
import { mayReach, parseRange, rangeText, reachOf, type Range, type Reach } from './ranges.ts';

/** Addresses of a host by its name. */
export type LookUp = (host: string) => Promise<readonly string[]>;

const systemLookUp: LookUp = async (host) => (await lookup(host, { all: true, verbatim: true })).map((a) => a.address);

const words: Record<Exclude<Reach, 'public'>, string> = { 'loopback': 'an address of this machine itself', 'private': 'a private address', 'link-local': 'a link-local address', 'metadata': 'where a cloud answers questions about this machine', 'reserved': 'a reserved address' };

/**
 * The address to connect to for a host: looked up once, and the one that was checked is the one to use, so that a name cannot turn to
 * another address in between.
 * @throws Problem `address-not-allowed` where all its addresses are inside and none is allowed, `source-unreachable` for an unknown name
 */
export async function reachable(host: string, allowed: readonly Range[], look: LookUp = systemLookUp): Promise<string> {
  const found = (parseRange(host) === undefined ? await lookedUp(host, look) : [host]).flatMap((a) => parseRange(a.replace(/%.*$/, '')) ?? []);
  const open = found.find((a) => mayReach(a, allowed));
  if (open !== undefined) return addressOf(open);
  const first = found[0];
  if (first === undefined) throw unknown(host);
  const reach = reachOf(first);
  throw problem('address-not-allowed', {
    detail: `${host} is ${reach === 'public' ? 'a public address' : words[reach]}, and addresses inside a network are reached only where an administrator has allowed them`,
    value: addressOf(first), wanted: `an administrator who allows ${rangeText(first)}${reach === 'metadata' ? '' : ', or a wider range that holds it,'} under Settings, Networks`,
  });
}

async function lookedUp(host: string, look: LookUp): Promise<readonly string[]> {
  try {
    return await look(host);
  } catch {
    throw unknown(host);
  }
}

function unknown(host: string): Error {
  return problem('source-unreachable', { detail: 'No address is known for this host', value: host, wanted: 'the name of a host that this server can look up, or an IP address' });
}

function addressOf(address: Range): string {
  return rangeText(address).replace(/\/\d+$/, '');
}
