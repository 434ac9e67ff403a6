import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asks } from '../api/client.ts';
import type { Get, GetParameters, GetPath } from '../api/types.ts';

interface Page { readonly items?: readonly unknown[]; readonly rows?: readonly unknown[]; readonly total: number; readonly next: string | null }

/** One page at a time of a list that the API gives by cursor, with the way forward and back. */
export function usePages<P extends GetPath>(path: P, parameters: GetParameters<P>, limit: number, enabled = true) {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const cursor = trail.at(-1);
  const asked = parameters as { query?: object; path?: object };
  const query = useQuery({ ...asks(path, { ...asked, query: { ...asked.query, limit, ...(cursor === undefined ? {} : { cursor }) } } as unknown as GetParameters<P>), placeholderData: keepPreviousData, enabled });
  const page = query.data as (Get<P> & Page) | undefined;
  const shown = page === undefined ? 0 : (page.items ?? page.rows ?? []).length;
  const next = page?.next ?? null;
  return {
    query,
    page,
    paging: { total: page?.total ?? 0, shown, from: trail.length * limit, busy: query.isFetching, next: next === null ? null : () => setTrail([...trail, next]), back: trail.length === 0 ? null : () => setTrail(trail.slice(0, -1)) },
  };
}
