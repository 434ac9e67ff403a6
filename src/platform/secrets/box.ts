import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { problem } from '../errors/index.ts';

/** A secret as it is stored: AES-256-GCM with a nonce of its own; `sealed` ends with the tag of 16 bytes. */
export interface Sealed {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly sealed: Buffer;
}

/** Seals texts so that only this workspace reads them. `about` says what a secret is of: it opens only under the same words. */
export interface SecretBox {
  readonly seal: (text: string, about: string) => Sealed;
  readonly open: (stored: Sealed, about: string) => string;
}

const [nonceBytes, tagBytes] = [12, 16];

/**
 * A box for secrets; `key` is 64 hexadecimal digits, as `deriveKey` gives them.
 * @throws Problem `secret-unreadable` from `open`, for another key, other words, or bytes that were changed
 * @example const box = secretBox(deriveKey(secret, 'secrets')); box.open(box.seal('hush', 'pull a'), 'pull a') // 'hush'
 */
export function secretBox(key: string): SecretBox {
  const bytes = Buffer.from(key, 'hex');
  if (bytes.length !== 32) throw new RangeError('a key has 64 hexadecimal digits');
  const keyId = createHash('sha256').update('hymnsheet key id ').update(bytes).digest('hex').slice(0, 16);
  return {
    seal: (text, about) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(about));
      return { keyId, nonce, sealed: Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]) };
    },
    open: (stored, about) => {
      const wanted = 'the secret typed in again, or the secret.key (HYMNSHEET_SECRET) of the workspace that it was stored in';
      if (stored.keyId !== keyId) throw problem('secret-unreadable', { detail: 'A secret was stored under another key than this workspace has', value: `key ${stored.keyId}, here ${keyId}`, wanted });
      try {
        const decipher = createDecipheriv('aes-256-gcm', bytes, stored.nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(about)).setAuthTag(stored.sealed.subarray(-tagBytes));
        return Buffer.concat([decipher.update(stored.sealed.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
      } catch {
        throw problem('secret-unreadable', { detail: 'A secret was changed where it is stored', wanted });
      }
    },
  };
}
