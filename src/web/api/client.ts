import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { apiClient } from '../../platform/api-client/index.ts';
import { ApiProblem, isProblem } from './problem.ts';
import type { Get, GetParameters, GetPath } from './types.ts';

export const api = apiClient();

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer. @throws ApiProblem with what failed, the value and what was wanted. */
export async function answer<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  if (isProblem(error)) throw new ApiProblem(error);
  throw new ApiProblem({ code: 'no-answer', title: 'No answer', status: response.status, detail: `The server answered ${response.status} without saying why.` });
}

/** How a page asks for `path`: the key that it is kept under, and the call. */
export function asks<P extends GetPath>(path: P, parameters?: GetParameters<P>) {
  const get = api.GET as unknown as (path: P, init: object) => Promise<Answered<Get<P>>>;
  return queryOptions({ queryKey: [path, parameters ?? null] as const, queryFn: async ({ signal }) => answer(get(path, { params: parameters ?? {}, signal })) });
}

/** Marks what was read from these addresses as old, so that open pages ask again. */
export async function forget(client: QueryClient, ...paths: readonly GetPath[]): Promise<void> {
  await Promise.all(paths.map(async (path) => client.invalidateQueries({ queryKey: [path] })));
}

/** The address of a file of the API, for a link that downloads it. */
export function fileAddress(path: string, query: Readonly<Record<string, string | number | readonly (string | number)[] | undefined>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const v of [value].flat()) if (v !== undefined && v !== '') search.append(name, String(v));
  const text = search.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}
