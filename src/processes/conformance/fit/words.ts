import type { KnownDeviation } from './fits.ts';

/**
 * A deviation as a sentence about a case.
 * @example deviationInWords({ kind: 'skipped', activity: 'Pay', after: 'Order' }) // '“Pay” did not come after “Order”, where the model expects it'
 */
export function deviationInWords({ kind, activity, after }: Pick<KnownDeviation, 'kind' | 'activity' | 'after'>): string {
  const where = after === null ? ' at the start' : ` after “${after}”`;
  return kind === 'skipped' ? `“${activity}” did not come${where}, where the model expects it` : `“${activity}” came${where}, where the model does not have it`;
}
