import { claimKey, withId, type Claim } from '../../evidence/claims/index.ts';
import { availabilityMethod, type ServiceHealth } from './claims.ts';

interface Told { readonly id: string; readonly health: ServiceHealth }
interface At { readonly asOf: number; readonly computedAt: number; readonly zone: string; readonly knownFrom?: number | null }

const iso = (ms: number) => new Date(ms).toISOString();
const subject = { kind: 'company', id: 'company', name: 'The company' };

const nameOf = ({ id, health }: Told): string => health.claims[0]?.subject.name ?? id;

function sourcesOf(services: readonly Told[]): Claim['sources'] {
  const all = services.flatMap((s) => s.health.claims[0]?.sources ?? []);
  return [...new Map(all.map((s) => [`${s.kind}/${s.id}@${s.version}`, s])).values()];
}

/**
 * How many services were below their agreed level in their last whole window, of those for which that can be told; null where none
 * can. Windows of other lengths than a month are counted by their own.
 */
export function belowLevelClaim(services: readonly Told[], at: At): Claim | null {
  const told = services.filter((s) => s.health.below !== null);
  if (told.length === 0) return null;
  const below = told.filter((s) => s.health.below === true);
  const windows = [...new Set(told.map((s) => s.health.window.id))].sort();
  return count(told, below, at, {
    measure: 'services-below-level', window: windows.join('+'), quantity: 'services below their agreed level',
    from: Math.min(...told.map((s) => s.health.window.start)), to: Math.max(...told.map((s) => s.health.window.end)),
    meaning: 'Services whose availability was below the agreed level in the last whole window, however any unknown time went.',
    working: [`${told.length} services have an agreed level that can be checked.`, below.length === 0 ? 'All reached it.' : `Below it: ${below.map(nameOf).join(', ')}.`],
  });
}

/** How many services are down now, of those about which anything is known; null where nothing is. */
export function downNowClaim(services: readonly Told[], at: At): Claim | null {
  const known = services.filter((s) => s.health.state !== 'unknown');
  if (known.length === 0) return null;
  const down = known.filter((s) => s.health.state === 'down');
  return count(known, down, at, {
    measure: 'services-down', window: 'now', quantity: 'services down now', from: at.asOf, to: at.asOf,
    meaning: 'Services with a stop on record that has not ended, agreed maintenance left out.',
    working: [`${known.length} services have their stops on record.`, down.length === 0 ? 'None is down.' : `Down: ${down.map(nameOf).join(', ')}.`],
  });
}

interface Counted { measure: string; window: string; quantity: string; from: number; to: number; meaning: string; working: string[] }

function count(of: readonly Told[], counted: readonly Told[], at: At, { window, from, to, ...words }: Counted): Claim {
  return withId({
    key: claimKey({ subject, measure: words.measure, window }), subject, ...words,
    window: { from: iso(from), to: iso(to), zone: at.zone },
    unit: 'services', estimate: counted.length, lo: null, hi: null, level: null, n: of.length, comparator: null, why: null,
    method: availabilityMethod.name, methodVersion: availabilityMethod.version, parameters: { knownFrom: at.knownFrom == null ? null : iso(at.knownFrom), services: of.map((s) => s.id).sort(), counted: counted.map((s) => s.id).sort() }, seed: null,
    sources: sourcesOf(of), computedAt: iso(at.computedAt), asOf: iso(at.asOf), rows: { question: 'services', parameters: {} },
  });
}
