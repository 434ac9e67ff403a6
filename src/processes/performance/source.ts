import type { DatasetVersion } from '../event-logs/versions/manifest.ts';
import { relations } from '../event-logs/versions/relations.ts';
import type { EventSource } from './weekly.ts';

/** A dataset version as the measures read it: its events with their activities by name. */
export function eventSource(version: DatasetVersion): EventSource {
  const { events, dictionary } = relations(version);
  return { events: `(SELECT e."case", d.value AS activity, e."time" FROM ${events} e JOIN ${dictionary} d ON d."column" = 'activity' AND d.code = e.activity)` };
}
