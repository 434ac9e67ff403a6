import { hkdfSync } from 'node:crypto';

/** What the workspace's one secret is used for; each use has a key of its own, so that one that leaks opens nothing else. */
export type KeyUse = 'sessions' | 'pseudonyms' | 'secrets';

/**
 * The key of one use as 64 hexadecimal digits (HKDF-SHA256, RFC 5869, without salt).
 * @throws RangeError for a secret of fewer than 32 characters.
 */
export function deriveKey(secret: string, use: KeyUse): string {
  if (secret.length < 32) throw new RangeError('the secret of a workspace has at least 32 characters');
  return Buffer.from(hkdfSync('sha256', secret, '', `hymnsheet ${use}`, 32)).toString('hex');
}
