import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asks } from '../api/client.ts';
import type { Item } from '../api/types.ts';

export type Grant = Item<'/grants'>;
export const grantsAsked = asks('/grants', { query: { limit: 500 } });

/** Every grant, newest first, and the instant at which the page looks at them. */
export function useGrants() {
  const query = useQuery(grantsAsked);
  const [opened] = useState(() => Date.now());
  // A grant that was given after the page was opened runs too.
  return { query, grants: query.data?.items, now: new Date(Math.max(opened, query.dataUpdatedAt)).toISOString() };
}
