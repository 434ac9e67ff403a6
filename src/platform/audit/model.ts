import type { Generated } from 'kysely';

export type ActorKind = 'person' | 'key' | 'operator' | 'system';

/** What a write says about itself. `detail` holds ids, hashes and counts only: never a name or an address (DESIGN §9, erasure). */
export interface AuditNote {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface AuditEntryTable {
  id: Generated<number>;
  at: Date;
  actorKind: ActorKind;
  actorId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, unknown>;
  /** The transaction that wrote it, so that the sealer knows which entries can still appear. */
  tx: Generated<string>;
}

export interface AuditSealTable {
  seq: number;
  entryId: number;
  hash: Buffer;
}

/** An entry as the chain commits to it; `at` in UTC with microseconds, as text. */
export interface ChainEntry {
  readonly id: number;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: unknown;
}

/** The chain's length (sealed entries), the hash of its last entry in hexadecimal, and how many committed entries wait for their seal. */
export interface AuditHead {
  readonly length: number;
  readonly hash: string;
  readonly unsealed: number;
}

/** A head as printed elsewhere: in a brief, a decision or a backup. */
export interface PrintedHead {
  readonly length: number;
  readonly hash: string;
}

export const emptyChain = '0'.repeat(64);

/**
 * The one text of an entry that its hash is made of: JSON with sorted keys and no spaces.
 * @example canonicalEntry({ id: 1, at: '2026-01-05T08:00:00.000000Z', actorKind: 'system', actorId: 'system', action: 'a', subjectKind: 's', subjectId: 'x', detail: { b: 1, a: [2] } })
 * // '[1,"2026-01-05T08:00:00.000000Z","system","system","a","s","x",{"a":[2],"b":1}]'
 */
export function canonicalEntry(e: ChainEntry): string {
  return JSON.stringify([e.id, e.at, e.actorKind, e.actorId, e.action, e.subjectKind, e.subjectId, sorted(e.detail)]);
}

/**
 * A head as text, `LENGTH:HEXHASH`.
 * @example printHead({ length: 2, hash: 'ab'.repeat(32) }) // '2:abab…'
 */
export function printHead({ length, hash }: PrintedHead): string {
  return `${length}:${hash}`;
}

/**
 * The head that `printHead` wrote, or undefined for any other text.
 * @example readHead('0:' + '0'.repeat(64)) // { length: 0, hash: '000…' }
 */
export function readHead(text: string): PrintedHead | undefined {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase());
  return match === null ? undefined : { length: Number(match[1]), hash: match[2] ?? '' };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // Entries of a null-prototype object keep a key such as __proto__ as data.
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}
