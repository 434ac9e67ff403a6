import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import type { Order } from './changes.ts';

/** Starts a simulation of a log and goes to its address. */
export function useStart(log: EventLog) {
  const navigate = useNavigate({ from: '/flow' });
  const run = useMutation({
    mutationFn: async (order: Partial<Order>) => answer(api.POST('/event-logs/{id}/simulations', { params: { path: { id: log.id } }, body: order as Order })),
    onSuccess: (made) => navigate({ search: (now) => ({ ...now, view: 'what-if' as const, log: log.id, run: made.id }), resetScroll: false }),
  });
  return { start: run.mutate, error: run.error, pending: run.isPending };
}
