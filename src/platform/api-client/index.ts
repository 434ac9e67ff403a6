import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.gen.ts';

export type { components, operations, paths } from './api.gen.ts';

/** The API with every path, parameter and answer typed from its own description; `headers` carry a token outside the browser. */
export type Api = Client<paths>;

/** A client of the server at `baseUrl` (empty in the browser: its own origin). */
export function apiClient(baseUrl = '', headers: Record<string, string> = {}): Api {
  return createClient<paths>({ baseUrl: `${baseUrl}/api/v1`, headers });
}
