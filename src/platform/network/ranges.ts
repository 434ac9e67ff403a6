import { isIP } from 'node:net';

/** An address or a range of them, as a number of 32 or 128 bits. */
export interface Range {
  readonly family: 4 | 6;
  readonly value: bigint;
  /** Leading bits that are the same in the whole range. */
  readonly bits: number;
}

/** How an address is reached: over the internet, or only from inside. */
export type Reach = 'public' | 'loopback' | 'private' | 'link-local' | 'metadata' | 'reserved';

/** An IPv4 address that is written as an IPv6 one is that IPv4 address. */
const mapped = { value: 0xffffn << 32n, bits: 96 };

/**
 * An address, or a range as 10.0.0.0/8 with its host bits cleared; undefined for anything else.
 * @example parseRange('10.1.2.3/8') // 10.0.0.0, 8 bits
 */
export function parseRange(text: string): Range | undefined {
  const [address = '', length, ...more] = text.trim().split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0 || address.includes('%') || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const width = kind === 4 ? 32 : 128;
  const bits = length === undefined ? width : Number(length);
  if (bits > width) return undefined;
  const value = masked(kind === 4 ? valueOf4(address) : valueOf6(address), bits, width);
  if (kind === 6 && bits >= mapped.bits && value >> 32n === mapped.value >> 32n) return { family: 4, value: value & 0xffffffffn, bits: bits - 96 };
  return { family: kind as 4 | 6, value, bits };
}

function valueOf4(address: string): bigint {
  return address.split('.').reduce((n, part) => n * 256n + BigInt(part), 0n);
}

function valueOf6(address: string): bigint {
  // A URL writes every IPv6 address in hexadecimal groups, also one with an IPv4 end.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const all = tail === undefined ? before : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  return all.reduce((n, group) => n * 65_536n + BigInt(`0x${group}`), 0n);
}

function masked(value: bigint, bits: number, width: number): bigint {
  const free = BigInt(width - bits);
  return (value >> free) << free;
}

/**
 * Whether `outer` holds all of `inner`.
 * @example within(parseRange('10.1.0.0/16'), parseRange('10.0.0.0/8')) // true
 */
export function within(inner: Range, outer: Range): boolean {
  return inner.family === outer.family && inner.bits >= outer.bits && masked(inner.value, outer.bits, inner.family === 4 ? 32 : 128) === outer.value;
}

/** A range as text: an address alone where it is one. */
export function rangeText({ family, value, bits }: Range): string {
  const parts = (n: number, width: bigint) => Array.from({ length: n }, (_, i) => (value >> (BigInt(n - 1 - i) * width)) & ((1n << width) - 1n));
  const text = family === 4 ? parts(4, 8n).join('.') : new URL(`http://[${parts(8, 16n).map((g) => g.toString(16)).join(':')}]/`).hostname.slice(1, -1);
  return `${text}/${bits}`;
}

// IANA's special-purpose registries, and where clouds answer questions about the machine itself.
const blocks: readonly (readonly [Exclude<Reach, 'public'>, readonly string[]])[] = [
  ['metadata', ['169.254.169.254', '169.254.170.2', '169.254.169.123', '100.100.100.200', '192.0.0.192', '168.63.129.16', 'fd00:ec2::254', 'fd20:ce::254']],
  ['loopback', ['127.0.0.0/8', '::1']],
  ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7']],
  ['link-local', ['169.254.0.0/16', 'fe80::/10']],
  ['reserved', ['0.0.0.0/8', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3', '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '5f00::/16', 'fec0::/10', 'ff00::/8']],
];
const special = blocks.flatMap(([reach, ranges]) => ranges.map((text) => ({ reach, range: parseRange(text)! })));

/** The narrowest kind that holds all of a range; public where it touches none that is not. */
export function reachOf(range: Range): Reach {
  return special.find((s) => within(range, s.range))?.reach ?? 'public';
}

/** Whether a range holds public addresses, all or some. */
export function isPartlyPublic(range: Range): boolean {
  return reachOf(range) === 'public';
}

/**
 * Whether an address may be connected to: a public one always, any other where an allowed range holds it, one of the metadata services of
 * clouds only where it is allowed by itself.
 */
export function mayReach(address: Range, allowed: readonly Range[]): boolean {
  const reach = reachOf(address);
  return reach === 'public' || allowed.some((r) => within(address, r) && (reach !== 'metadata' || r.bits === address.bits));
}
