import { problem } from '../../../platform/errors/index.ts';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { enoughPeople } from '../../../platform/personal/index.ts';
import { type ObjectFilter, type OcelMap, ocelMap, shownTypes } from '../ocel/index.ts';
import { type DatasetVersion, type ObjectParts, objectRelations } from '../versions/index.ts';

/** The map of the objects of a version, as far as it may be shown. */
export type ObjectsInView = OcelMap & Pick<ObjectParts, 'flattenedBy' | 'types'>;

/**
 * The object-centric map of the objects of a version.
 * @throws Problem `not-found` for a log that has cases only, `bad-input` for an object type that it does not have
 */
export async function objectMap(c: EngineConnection, { manifest, dir }: DatasetVersion, filter: ObjectFilter, options: RunOptions = {}): Promise<ObjectsInView> {
  const { objects } = manifest;
  if (objects === undefined) throw problem('not-found', { detail: 'The event log has cases only', value: String(manifest.mapping['format'] ?? ''), wanted: 'an event log that an object-centric file (OCEL 2.0) was imported into' });
  const unknown = filter.types?.find((t) => !objects.types.some((known) => known.name === t));
  if (unknown !== undefined) throw problem('bad-input', { detail: 'There is no such object type', value: unknown, wanted: `one of: ${objects.types.map((t) => t.name).join(', ').slice(0, 400)}`, at: { path: 'type' } });
  const found = await ocelMap(c, { tables: objectRelations(dir, objects.parts), filter, ...options });
  const all = { flattenedBy: objects.flattenedBy, types: objects.types, ...found };
  return objects.personal === undefined ? all : withoutFewPeople(all, objects.personal.objectTypes);
}

/** Figures about fewer than five people are left out: of their type, and of what they have to do with. */
function withoutFewPeople(m: ObjectsInView, personal: readonly string[]): ObjectsInView {
  const shown = (type: string, n: number) => !personal.includes(type) || enoughPeople(n);
  const hidden = new Set(m.objectTypes.filter((t) => !shown(t.name, t.withEvents)).map((t) => t.name));
  const seen = (type: string) => !hidden.has(type);
  return {
    ...m, types: shownTypes(m.types, { objectTypes: personal, attributes: [] }), objectTypes: m.objectTypes.filter((t) => seen(t.name)).map((t) => (personal.includes(t.name) ? { ...t, start: onlyMany(t.start), end: onlyMany(t.end) } : t)),
    activities: m.activities.map((a) => ({ ...a, objectTypes: Object.fromEntries(Object.entries(a.objectTypes).filter(([type, n]) => seen(type) && shown(type, n.objects))) })),
    edges: m.edges.filter((e) => seen(e.objectType) && shown(e.objectType, e.objects)),
    links: m.links.filter((l) => seen(l.objectType) && seen(l.other) && shown(l.objectType, l.objects)), repeats: m.repeats.filter((r) => seen(r.objectType) && seen(r.other) && shown(r.objectType, r.objects)),
  };
}

function onlyMany(tally: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(tally).filter(([, n]) => enoughPeople(n)));
}
