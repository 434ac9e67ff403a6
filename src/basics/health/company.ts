import { claimKey, withId, type Claim } from '../../evidence/claims/index.ts';
import { availabilityMethod, type ServiceHealth } from './claims.ts';

/**
 * How many services were below their agreed level in their last whole window, of those for which that can be told; null where none has
 * a level. Windows of other lengths than a month are counted by their own.
 */
export function belowLevelClaim(services: readonly { readonly id: string; readonly health: ServiceHealth }[], at: { readonly asOf: number; readonly computedAt: number; readonly zone: string }): Claim | null {
  const told = services.filter((s) => s.health.below !== null);
  if (told.length === 0) return null;
  const below = told.filter((s) => s.health.below === true);
  const windows = [...new Set(told.map((s) => s.health.window.id))].sort();
  const [from, to] = [Math.min(...told.map((s) => s.health.window.start)), Math.max(...told.map((s) => s.health.window.end))];
  const subject = { kind: 'company', id: 'company', name: 'The company' };
  const sources = told.flatMap((s) => s.health.claims[0]?.sources ?? []);
  const iso = (ms: number) => new Date(ms).toISOString();
  return withId({
    key: claimKey({ subject, measure: 'services-below-level', window: windows.join('+') }), subject, measure: 'services-below-level',
    window: { from: iso(from), to: iso(to), zone: at.zone },
    quantity: 'services below their agreed level', unit: 'services', estimate: below.length, lo: null, hi: null, level: null, n: told.length, comparator: null, why: null,
    meaning: 'Services whose availability was below the agreed level in the last whole window, however any unknown time went.',
    working: [`${told.length} services have an agreed level that can be checked.`, below.length === 0 ? 'All reached it.' : `Below it: ${below.map((s) => s.id).join(', ')}.`],
    method: availabilityMethod.name, methodVersion: availabilityMethod.version, parameters: { asOf: iso(at.asOf), services: told.map((s) => s.id).sort() }, seed: null,
    sources: [...new Map(sources.map((s) => [`${s.kind}/${s.id}@${s.version}`, s])).values()],
    computedAt: iso(at.computedAt), asOf: iso(at.asOf), rows: null,
  });
}
