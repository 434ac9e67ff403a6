import { problem } from '../../../platform/errors/index.ts';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { type ObjectFilter, type OcelMap, ocelMap } from '../ocel/index.ts';
import { type DatasetVersion, type ObjectParts, objectRelations } from '../versions/index.ts';

/**
 * The object-centric map of the objects of a version.
 * @throws Problem `not-found` for a log that has cases only, `bad-input` for an object type that it does not have
 */
export async function objectMap(c: EngineConnection, { manifest, dir }: DatasetVersion, filter: ObjectFilter, options: RunOptions = {}): Promise<OcelMap & Pick<ObjectParts, 'flattenedBy' | 'types'>> {
  const { objects } = manifest;
  if (objects === undefined) throw problem('not-found', { detail: 'The event log has cases only', value: String(manifest.mapping['format'] ?? ''), wanted: 'an event log that an object-centric file (OCEL 2.0) was imported into' });
  const unknown = filter.types?.find((t) => !objects.types.some((known) => known.name === t));
  if (unknown !== undefined) throw problem('bad-input', { detail: 'There is no such object type', value: unknown, wanted: `one of: ${objects.types.map((t) => t.name).join(', ').slice(0, 400)}`, at: { path: 'type' } });
  const found = await ocelMap(c, { tables: objectRelations(dir, objects.parts), filter, ...options });
  return { flattenedBy: objects.flattenedBy, types: objects.types, ...found };
}
