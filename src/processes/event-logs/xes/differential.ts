import * as fc from 'fast-check';
import { expect } from 'vitest';
import { cuts, damagedLog, randomLog, split } from './random-logs.ts';
import { readPlain, type ReadOutcome } from './testing.ts';

// Messages may differ between the readers, what is refused may not.
const judged = (outcome: ReadOutcome): ReadOutcome => (outcome.failure === null ? outcome : { ...outcome, failure: 'refused' });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Fails where the readers differ on a random log, read whole by one and in random chunks by the other. */
export function compareOnRandomLogs(numRuns: number, seed: number): void {
  fc.assert(fc.property(randomLog, cuts, fc.constantFrom('UTC', 'Europe/Berlin'), fc.constantFrom(null, 'C', 'concept:name+org:resource'), fc.constantFrom(8, 16, 64), (document, at, zone, classifier, rows) => {
    const bytes = encode(document);
    expect(judged(readPlain('quick', split(bytes, at), { zone, classifier }, { rows }))).toEqual(judged(readPlain('reference', [bytes], { zone, classifier }, { rows })));
  }), { numRuns, seed });
}

/** The same on damaged logs; gives how many were refused. */
export function compareOnDamagedLogs(numRuns: number, seed: number): number {
  let refused = 0;
  fc.assert(fc.property(damagedLog, cuts, (document, at) => {
    const bytes = encode(document);
    const quick = readPlain('quick', split(bytes, at), {}, { rows: 64 });
    if (quick.failure !== null) refused++;
    expect(judged(quick)).toEqual(judged(readPlain('reference', [bytes], {}, { rows: 64 })));
  }), { numRuns, seed });
  return refused;
}
