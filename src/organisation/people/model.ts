/** Fields of records that hold a person's id. */
const personFields = new Set(['person', 'deputy']);

/**
 * A record's body with one person's id replaced where a field holds a person.
 * @example replaceId({ holders: [{ person: 'anna', from: '2026-01-01' }], name: 'anna' }, 'anna', 'x') // { holders: [{ person: 'x', from: '2026-01-01' }], name: 'anna' }
 */
export function replaceId(body: unknown, from: string, to: string): unknown {
  if (Array.isArray(body)) return body.map((item) => replaceId(item, from, to));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, personFields.has(key) && value === from ? to : replaceId(value, from, to)]));
}
