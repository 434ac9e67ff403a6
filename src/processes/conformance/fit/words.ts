import type { KnownDeviation } from './fits.ts';

/**
 * A deviation as a sentence about a case.
 * @example deviationInWords({ kind: 'skipped', activity: 'Pay', after: 'Order' }) // '“Pay” was left out after “Order”'
 */
export function deviationInWords({ kind, activity, after }: Pick<KnownDeviation, 'kind' | 'activity' | 'after'>): string {
  const where = after === null ? ' at the start' : ` after “${after}”`;
  return kind === 'skipped' ? `“${activity}” was left out${where}` : `“${activity}” came${where}, where the model does not have it`;
}
