import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.ts';

/** What the pages have read from the server: fresh for half a minute, asked once more where no answer came, never where the answer was no. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended while a page was open: asking who we are leads to the sign-in page.
    onError: (error, query) => { if (error instanceof ApiProblem && error.problem.code === 'sign-in-needed' && query.queryKey[0] !== '/me') void queryClient.invalidateQueries({ queryKey: ['/me'] }); },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && !(error instanceof ApiProblem && error.problem.status > 0 && error.problem.status < 500),
    },
  },
});
