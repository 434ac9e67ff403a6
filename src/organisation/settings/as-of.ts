import type { Clock } from '../../platform/clock/index.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { currentRecord, type AsOf } from '../../platform/register/index.ts';
import { companyKind } from './kind.ts';

/** The moment for which every figure and sentence holds, and the company that it is of. */
export interface FigureTime {
  readonly asOf: Date;
  /** Whether the workspace carries `asOf`, so that its figures stand still. */
  readonly pinned: boolean;
  readonly company: { readonly name: string; readonly zone: string };
}

/**
 * The clock of figures: the company's `asOf` where it has one, else now (DESIGN §3). Before a company is recorded it is nameless, in UTC.
 * `known` reads the settings as they were known at a moment.
 */
export async function figureTime(db: Db | Tx, clock: Clock, known: AsOf = {}): Promise<FigureTime> {
  const company = (await currentRecord(db, companyKind, 'company', known))?.body;
  const pinned = company?.asOf;
  return { asOf: pinned === undefined ? clock.now() : new Date(pinned), pinned: pinned !== undefined, company: { name: company?.name ?? 'This company', zone: company?.zone ?? 'UTC' } };
}
