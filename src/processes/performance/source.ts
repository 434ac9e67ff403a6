import type { DatasetVersion } from '../event-logs/versions/manifest.ts';
import { relations } from '../event-logs/versions/relations.ts';
import type { EventSource } from './weekly.ts';

/** A dataset version as the measures read it: its events, and its activity instances where these are others, with their activities by name. */
export function eventSource(version: DatasetVersion): EventSource {
  const { events, instances, dictionary } = relations(version);
  const named = (relation: string) => `(SELECT e."case", d.value AS activity, e."time" FROM ${relation} e JOIN ${dictionary} d ON d."column" = 'activity' AND d.code = e.activity)`;
  // A start by one person and a completion by another find no partner each: they are one step all the same.
  const begun = `(SELECT "case", activity, coalesce(complete, "start") AS "time" FROM (SELECT *, row_number() OVER (s ORDER BY complete NULLS LAST, "start") AS i, greatest(count(complete) OVER s, count("start") OVER s) AS n
    FROM ${instances} WINDOW s AS (PARTITION BY "case", activity)) WHERE i <= n)`;
  return { events: named(events), ...(version.manifest.instances === null ? {} : { steps: named(begun) }) };
}
