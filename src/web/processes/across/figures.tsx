import { FigureDoor } from '../../ui/door.tsx';
import { inPeriod, period, quantity } from '../../ui/format.ts';
import { claimOf, type Edge } from './words.ts';

/** What a door shows: the figure of a claim. */
export function Door({ edge, measure, text }: { readonly edge: Edge; readonly measure: string; readonly text?: string }) {
  const claim = claimOf(edge, measure);
  if (claim === undefined || claim.estimate === null) return <>–</>;
  return <FigureDoor text={text ?? quantity(claim.estimate, claim.unit)} claim={claim.id} meaning={claim.meaning} age={period(claim)} />;
}

/** When the figures of an edge are of, inside a sentence. */
export function inWindow({ window, zone }: Pick<Edge, 'window' | 'zone'>): string {
  return window === null ? '' : inPeriod({ window: { ...window, zone } });
}
