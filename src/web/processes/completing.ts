import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';

const NONE: readonly string[] = [];

/** The activities that complete a case of a log, where its process says so; undefined until it is known. */
export function useCompleting(log: EventLog): readonly string[] | undefined {
  const process = useQuery({ ...asks('/processes/{id}', { path: { id: log.process ?? '' } }), enabled: log.process !== null, staleTime: 300_000 });
  return log.process === null || process.error !== null ? NONE : process.data?.body.ends;
}
