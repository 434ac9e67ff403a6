import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Makes the pseudonym of a text. */
export type Pseudonymiser = (original: string) => string;

/**
 * Pseudonyms by one key (hexadecimal, from `deriveKey(secret, 'pseudonyms')`): `p-` and the first 64 bits of HMAC-SHA256 (RFC 2104) of the
 * text in NFC. The same person is the same pseudonym in every log of the workspace, and another one in every other workspace.
 * @example pseudonymiser('00'.repeat(32))('Ada') === pseudonymiser('00'.repeat(32))('Ada') // true
 */
export function pseudonymiser(key: string): Pseudonymiser {
  const bytes = Buffer.from(key, 'hex');
  if (bytes.length < 32) throw new RangeError('the key of pseudonyms has at least 32 bytes');
  return (original) => `p-${createHmac('sha256', bytes).update(original.normalize('NFC')).digest('hex').slice(0, 16)}`;
}

/** What stands in the place of an erased name: a hash with a salt that nobody keeps, so that it cannot be tried against names. */
export function erasedName(name: string): string {
  return `erased-${createHash('sha256').update(randomBytes(16)).update(name).digest('hex').slice(0, 12)}`;
}
