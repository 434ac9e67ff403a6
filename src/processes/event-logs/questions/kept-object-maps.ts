import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { ObjectFilter } from '../ocel/index.ts';
import type { DatasetVersion } from '../versions/index.ts';
import { objectMap, type ObjectsInView } from './object-map.ts';

/** Rows of all maps that are kept, over all versions and filters; a map of twelve types has a few hundred. */
const MOST_ROWS = 200_000;

/** The object-centric maps that were asked for last. A version never changes, so that what was worked out of it stays true; disposable all the same. */
export class KeptObjectMaps {
  private readonly most: number;
  /** By version and filter, the one that was used last at the end. */
  private readonly kept = new Map<string, ObjectsInView>();

  constructor(most = MOST_ROWS) {
    this.most = most;
  }

  /** The map as `objectMap` answers it. Throws what that throws. */
  async of(c: EngineConnection, version: DatasetVersion, filter: ObjectFilter, options: RunOptions = {}): Promise<ObjectsInView> {
    const key = JSON.stringify([version.id, filter.types?.toSorted(), filter.began, filter.active, filter.ended]);
    const found = this.kept.get(key) ?? await objectMap(c, version, filter, options);
    this.kept.delete(key);
    this.kept.set(key, found);
    let rows = [...this.kept.values()].reduce((sum, m) => sum + rowsOf(m), 0);
    for (const [old, m] of this.kept) {
      if (rows <= this.most) break;
      rows -= rowsOf(m);
      this.kept.delete(old);
    }
    return found;
  }
}

function rowsOf({ edges, activities, links, repeats }: ObjectsInView): number {
  return 1 + edges.length + activities.length + links.length + repeats.length;
}
