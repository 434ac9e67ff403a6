import type { DatasetVersion } from '../event-logs/versions/manifest.ts';
import { relations } from '../event-logs/versions/relations.ts';
import type { EventSource } from './weekly.ts';

/** A dataset version as the measures read it: its events, and its activity instances where these are others, with their activities by name. */
export function eventSource(version: DatasetVersion): EventSource {
  const { events, instances, dictionary } = relations(version);
  const named = (relation: string, time: string) => `(SELECT e."case", d.value AS activity, ${time} AS "time" FROM ${relation} e JOIN ${dictionary} d ON d."column" = 'activity' AND d.code = e.activity)`;
  return { events: named(events, 'e."time"'), ...(version.manifest.instances === null ? {} : { steps: named(instances, 'coalesce(e.complete, e."start")') }) };
}
