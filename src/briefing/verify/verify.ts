import type { Db } from '../../platform/db/index.ts';
import { sameFigure, sameWords, type ClaimDocument } from '../../evidence/claims/index.ts';
import type { EventStore } from '../../processes/performance/index.ts';
import type { Brief, Verification } from '../schemas.ts';
import { methodVersions, Recomputed } from './recompute.ts';
import { verifyTexts } from './sentences.ts';

/**
 * Works every figure of a brief out again, twice: from its inputs as they were recorded, which must give the same figure, and on what
 * is on record today, which shows what moved. Both hold as of the brief's own moment. Then makes its sheet again from the inputs as
 * recorded, and names each text that says something else.
 */
export async function verifyBrief(db: Db, store: EventStore, brief: Brief): Promise<Verification> {
  const again = new Recomputed(db, store);
  const rows: Verification['rows'] = [];
  for (const claim of brief.claims) {
    const today = await again.claim(claim, 'today');
    rows.push({ claim: claim.id, quantity: claim.quantity, subject: claim.subject.name, recorded: claim.estimate, unit: claim.unit, today: 'claim' in today ? today.claim.estimate : null, ...(await verdictOf(claim, again)) });
  }
  return { figures: rows.length, same: rows.filter((r) => r.verdict === 'same').length, moved: rows.filter((r) => !close(r.recorded, r.today)).length, texts: await verifyTexts(db, again, brief), rows };
}

async function verdictOf(claim: ClaimDocument, recomputed: Recomputed): Promise<Pick<Verification['rows'][number], 'again' | 'verdict' | 'note'>> {
  const version = methodVersions[claim.method];
  if (version !== claim.methodVersion) return { again: null, verdict: 'method changed', note: `method changed v${claim.methodVersion} → ${version === undefined ? 'gone' : `v${version}`}` };
  const again = await recomputed.claim(claim, 'as recorded');
  if ('gone' in again) return { again: null, verdict: 'rows destroyed', note: again.gone };
  if ('absent' in again) return { again: null, verdict: 'not here', note: again.absent };
  const note = differenceOf(claim, again.claim);
  return { again: again.claim.estimate, verdict: note === null ? 'same' : 'differs', note };
}

function differenceOf(claim: ClaimDocument, again: ClaimDocument): string | null {
  if (again.id !== claim.id) return 'The brief does not state these inputs and parameters as they are on record';
  if (!sameFigure(again, claim)) return 'The same inputs and method give another figure';
  return sameWords(again, claim) ? null : 'The brief says in other words what this figure is, or where it comes from';
}

const close = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
