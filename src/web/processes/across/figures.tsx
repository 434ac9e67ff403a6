import { FigureDoor } from '../../ui/door.tsx';
import { number, period, quantity } from '../../ui/format.ts';
import { claimOf, type Edge } from './words.ts';

/** What a door shows: the figure of a claim. */
export function Door({ edge, measure, text }: { readonly edge: Edge; readonly measure: string; readonly text?: string }) {
  const claim = claimOf(edge, measure);
  if (claim === undefined || claim.estimate === null) return <>–</>;
  return <FigureDoor text={text ?? quantity(claim.estimate, claim.unit)} claim={claim.id} meaning={claim.meaning} age={period(claim)} />;
}

/** Seconds as hours, without their unit. */
export const hours = (seconds: number): string => number(seconds / 3600, seconds < 360_000 ? 1 : 0);
