import { createHash } from 'node:crypto';
import { canonical } from '../../platform/register/index.ts';
import type { Claim } from './model.ts';

/**
 * The id of a claim: SHA-256 of its key, the versions of its sources, method, method version, parameters and seed (DESIGN §6). The
 * figure is not in it: the same evidence and method must give the same figure, and verify shows where they do not.
 */
export function claimId({ key, sources, method, methodVersion, parameters, seed }: Pick<Claim, 'key' | 'sources' | 'method' | 'methodVersion' | 'parameters' | 'seed'>): string {
  const inputs = sources.map((s) => `${s.kind}/${s.id}@${s.version}`).sort();
  return createHash('sha256').update(canonical({ key, inputs, method, methodVersion, parameters, seed })).digest('hex');
}

/** A claim from everything but its id. */
export function withId(claim: Omit<Claim, 'id'>): Claim {
  return { id: claimId(claim), ...claim };
}
