import { agePhrase, type Sentence } from '../../language/index.ts';
import type { Claim } from '../../evidence/claims/index.ts';
import type { Statement } from '../schemas.ts';

/** A sentence as a statement: its figures open their claims, neighbouring words are one part. */
export function statementOf(sentence: Sentence, claims: ReadonlyMap<string, Claim>, asOf: number): Statement {
  const parts: Statement['parts'] = [];
  for (const piece of sentence.pieces) {
    if (piece.kind === 'figure' || piece.kind === 'chance') {
      const claim = claims.get(piece.claim);
      if (claim === undefined) throw new RangeError(`A sentence names the claim ${piece.claim}, which is not among those of its sheet: “${sentence.plain}”`);
      parts.push({ figure: { text: piece.text, claim: claim.id, meaning: claim.meaning, age: ageOf(claim, asOf) } });
      continue;
    }
    const last = parts.at(-1);
    if (last !== undefined && 'text' in last) last.text += piece.text;
    else parts.push({ text: piece.text });
  }
  return { parts, plain: sentence.plain, claims: [...sentence.claims] };
}

/** How old the newest evidence of a claim was at `asOf`. */
export function ageOf(claim: Claim, asOf: number): string {
  const newest = evidenceUpTo([claim]);
  return newest === null ? 'age not known' : agePhrase((asOf - newest) / 1000);
}

/** The newest row among the sources of claims, in milliseconds; null where none says. */
export function evidenceUpTo(claims: readonly Claim[]): number | null {
  const times = claims.flatMap((c) => c.sources.flatMap((s) => (s.evidenceUpTo === null ? [] : [Date.parse(s.evidenceUpTo)])));
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}
