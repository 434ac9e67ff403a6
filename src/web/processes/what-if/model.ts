import type { Get } from '../../api/types.ts';

export type Ground = Get<'/event-logs/{id}/what-if'>;
export type Run = Get<'/event-logs/{id}/simulations/{run}'>;
export type Result = NonNullable<Run['result']>;

export function underWay(state: Run['state'] | undefined): boolean {
  return state === 'waiting' || state === 'running';
}
