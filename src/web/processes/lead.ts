import type { Action, EventLog } from '../api/types.ts';

type Log = Pick<EventLog, 'id' | 'process' | 'cases'>;

/**
 * The event log to show where none is asked for: of the process that Today puts first, else the one of most cases, of a process before of none.
 * @example leadingLog([{ id: 'a', process: null, cases: 9 }, { id: 'b', process: 'sell', cases: 2 }], [])?.id // 'b'
 */
export function leadingLog<L extends Log>(logs: readonly L[], actions: readonly Pick<Action, 'link'>[]): L | undefined {
  const put = actions.flatMap(({ link }) => { const process = new URLSearchParams(/^\/flow\?(.*)$/.exec(link?.to ?? '')?.[1]).get('process'); return logs.find((l) => process !== null && l.process === process) ?? []; });
  return put[0] ?? logs.toSorted((a, b) => Number(a.process === null) - Number(b.process === null) || b.cases - a.cases)[0];
}
