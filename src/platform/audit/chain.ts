import { createHash } from 'node:crypto';
import { canonicalEntry, emptyChain, type ChainEntry, type PrintedHead } from './model.ts';

/** What is wrong at one place of the chain; `seq` counts from 1. */
export interface ChainFinding {
  readonly kind: 'changed' | 'inserted' | 'removed' | 'cut-off' | 'rewritten';
  readonly seq: number;
  readonly entryId: number | null;
  readonly detail: string;
}

/** A seal with its entry, which is missing where somebody removed it. */
export interface SealedEntry {
  readonly seq: number;
  readonly entryId: number;
  readonly hash: string;
  readonly entry: ChainEntry | undefined;
}

/** The hash of an entry in the chain: SHA-256 of the hash before it and the entry's canonical text; hexadecimal. */
export function linkHash(before: string, entry: ChainEntry): string {
  return createHash('sha256').update(Buffer.from(before, 'hex')).update(canonicalEntry(entry)).digest('hex');
}

/**
 * Follows a chain one seal at a time, in bounded memory, and says at which entry it breaks and how. After a break it goes on from the
 * hash on record, so that one tampered entry is one finding.
 */
export class ChainCheck {
  readonly #against: PrintedHead | undefined;
  readonly #limit: number;
  readonly findings: ChainFinding[] = [];
  count = 0;
  #seq = 0;
  #hash = emptyChain;
  #before = emptyChain;
  #broken: { seq: number; entryId: number; at: number } | undefined;

  constructor(against?: PrintedHead, limit = 1000) {
    this.#against = against;
    this.#limit = limit;
  }

  /** Takes the next seal in order of `seq`. */
  next(sealed: SealedEntry): void {
    const { seq, entryId, hash, entry } = sealed;
    if (seq !== this.#seq + 1) this.#gap(seq);
    else if (entry === undefined) this.#find({ kind: 'removed', seq, entryId, detail: `Entry ${entryId} was removed; its seal ${seq} is still there` });
    else this.#link(seq, entryId, hash, entry);
    this.#before = this.#hash;
    this.#hash = hash;
    this.#seq = seq;
    if (seq === this.#against?.length && hash !== this.#against.hash) this.#rewritten(seq, entryId);
  }

  /** Ends the chain: its head, and a last finding where it is shorter than the printed head says. */
  end(): PrintedHead {
    if (this.#against !== undefined && this.#seq < this.#against.length) {
      const { length } = this.#against;
      this.#find({ kind: 'cut-off', seq: this.#seq + 1, entryId: null, detail: `The chain ends after ${this.#seq} entries, but ${length} were printed: the last ${length - this.#seq} were cut off` });
    }
    return { length: this.#seq, hash: this.#hash };
  }

  #gap(seq: number): void {
    const first = this.#seq + 1;
    const which = seq - 1 === first ? `Seal ${first} was` : `Seals ${first} to ${seq - 1} were`;
    this.#find({ kind: 'removed', seq: first, entryId: null, detail: `${which} removed` });
  }

  #link(seq: number, entryId: number, hash: string, entry: ChainEntry): void {
    if (hash === linkHash(this.#hash, entry)) return;
    const last = this.#broken;
    // It follows from the entry before the one before: that one stands between two that belong together.
    if (seq > 1 && hash === linkHash(this.#before, entry)) {
      if (last?.seq === seq - 1) this.#replace(last.at, { kind: 'inserted', seq: last.seq, entryId: last.entryId, detail: `Entry ${last.entryId} was inserted at ${last.seq}` });
      else this.#find({ kind: 'inserted', seq: seq - 1, entryId: null, detail: `The entry at ${seq - 1} was inserted: the entry at ${seq} follows from the one before it` });
      return;
    }
    this.#broken = { seq, entryId, at: this.count };
    this.#find({ kind: 'changed', seq, entryId, detail: `Entry ${entryId} at ${seq} is not what was sealed: it was changed, or an entry just before it was removed` });
  }

  #rewritten(seq: number, entryId: number): void {
    this.#find({ kind: 'rewritten', seq, entryId, detail: `The chain up to ${seq} is not the one that was printed: its hash there is ${this.#hash}, printed was ${this.#against?.hash ?? ''}` });
  }

  #find(finding: ChainFinding): void {
    if (this.findings.length < this.#limit) this.findings.push(finding);
    this.count += 1;
  }

  #replace(at: number, finding: ChainFinding): void {
    if (at < this.findings.length) this.findings[at] = finding;
  }
}
