/** A field of a record as the folder last agreed to it, as the folder has it, and as the app has it; undefined where it is absent. */
export interface FieldDifference {
  readonly path: string;
  readonly base?: unknown;
  readonly folder?: unknown;
  readonly app?: unknown;
}

/**
 * The fields in which three bodies of a record are not all the same, by path; lists are compared item by item.
 * @example threeWay({ tier: 1 }, { tier: 2 }, { tier: 3 }) // [{ path: 'tier', base: 1, folder: 2, app: 3 }]
 */
export function threeWay(base: unknown, folder: unknown, app: unknown): FieldDifference[] {
  const sides = [leaves(base), leaves(folder), leaves(app)] as const;
  const paths = [...new Set(sides.flatMap((side) => [...side.keys()]))];
  return paths.flatMap((path) => {
    const [b, f, a] = sides.map((side) => side.get(path)) as [unknown, unknown, unknown];
    if (b === f && f === a) return [];
    return [{ path, ...(b === undefined ? {} : { base: b }), ...(f === undefined ? {} : { folder: f }), ...(a === undefined ? {} : { app: a }) }];
  });
}

/** The fields in which two bodies differ, by path. */
export function twoWay(before: unknown, after: unknown): { path: string; before?: unknown; after?: unknown }[] {
  return threeWay(before, after, before).map(({ path, folder, app }) => ({ path, ...(app === undefined ? {} : { before: app }), ...(folder === undefined ? {} : { after: folder }) }));
}

/** Single values by path, `dependencies[0].service`; an empty list or object is a value of its own. */
function leaves(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (value === undefined) return found;
  if (value === null || typeof value !== 'object') return found.set(path, value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  if (entries.length === 0) return found.set(path, Array.isArray(value) ? '[]' : '{}');
  for (const [key, inner] of entries) leaves(inner, Array.isArray(value) ? `${path}[${Number(key) + 1}]` : path === '' ? key : `${path}.${key}`, found);
  return found;
}
