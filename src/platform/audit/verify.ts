import type { Db } from '../db/index.ts';
import { problem } from '../errors/index.ts';
import { ChainCheck, type ChainFinding } from './chain.ts';
import { readHead, type AuditHead } from './model.ts';
import { chain, head } from './store.ts';

/** The answer of a check of the chain; `findings` holds the first 1,000 of `count`. */
export interface AuditVerification extends AuditHead {
  readonly ok: boolean;
  readonly count: number;
  readonly findings: readonly ChainFinding[];
}

/**
 * Reads the whole chain, a batch at a time, and says which entries were changed, inserted, removed or cut off. Without a head printed
 * earlier (`against`, `LENGTH:HEXHASH`) a cut-off end, or a chain forged anew from some entry on, cannot be seen.
 * @throws Problem `bad-input` when `against` is no head.
 */
export async function verifyAudit(db: Db, { against }: { against?: string | undefined } = {}): Promise<AuditVerification> {
  const printed = against === undefined ? undefined : readHead(against);
  if (against !== undefined && printed === undefined) {
    throw problem('bad-input', { detail: 'This is not the head of an audit chain', value: against, wanted: 'LENGTH:HASH as a brief or a backup prints it, the hash of 64 hexadecimal digits' });
  }
  const check = new ChainCheck(printed);
  for await (const sealed of chain(db)) check.next(sealed);
  const { length, hash } = check.end();
  const { unsealed } = await head(db);
  return { ok: check.count === 0, length, hash, unsealed, count: check.count, findings: check.findings };
}
