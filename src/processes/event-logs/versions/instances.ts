/** What each lifecycle code means for activity instances. */
export interface LifecycleKinds {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Steps of the standard lifecycle that neither begin nor end work. */
  readonly others: readonly number[];
}

const OTHERS = ['schedule', 'assign', 'reassign', 'suspend', 'resume', 'withdraw', 'autoskip', 'manualskip', 'ate_abort', 'pi_abort'];

/**
 * The meaning of lifecycle texts; null where none is a start or another step without an end, so that each event is an instance. A text
 * of a custom lifecycle, or none, is an instance without a start.
 * @example lifecycleKinds([{ code: 0, value: 'START' }, { code: 1, value: 'complete' }]) // { starts: [0], ends: [1], others: [] }
 */
export function lifecycleKinds(values: readonly { code: number; value: string }[]): LifecycleKinds | null {
  const codes = (test: (text: string) => boolean) => values.filter((v) => test(v.value.trim().toLowerCase())).map((v) => v.code);
  const kinds = { starts: codes((t) => t === 'start'), ends: codes((t) => t === 'complete'), others: codes((t) => OTHERS.includes(t)) };
  return kinds.starts.length + kinds.others.length === 0 ? null : kinds;
}
