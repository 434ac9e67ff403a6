import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineConnection, openEngine } from '../../platform/event-engine/index.ts';
import { type OcelMap, ocelMap, type OcelPersons, type OcelReport, readOcel } from './ocel/index.ts';
import { isPersonName } from './person-names.ts';
import { logFile } from './versions/log-file.ts';
import type { LogSource } from './xes/index.ts';

export interface OcelOrder {
  readonly source: LogSource;
  /** IANA zone of times that carry none. */
  readonly zone?: string | undefined;
  readonly tempDir: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The object-centric map of a file, with what the file holds and what was found in it; null where the file is not object-centric.
 * Throws a Problem for input that is of no use.
 */
export async function mapOfOcel(order: OcelOrder): Promise<{ map: OcelMap; report: OcelReport } | null> {
  return withOcel(order, async (c, report) => ({ map: await ocelMap(c, { signal: order.signal }), report }));
}

/** What the objects of a type would be as cases. */
export interface FlatChoice {
  readonly name: string;
  readonly objects: number;
  readonly cases: number;
  readonly events: number;
}

/**
 * What an object-centric file holds, what was found in it, what it would be flattened by each object type, its attributes, and which of these seem to be
 * people; null where the file is not object-centric. Throws a Problem as `mapOfOcel` does.
 */
export async function reportOfOcel(order: OcelOrder): Promise<{ report: OcelReport; choices: FlatChoice[]; attributes: string[]; persons: OcelPersons } | null> {
  return withOcel(order, async (c, report) => {
    const found = await c.rows<{ type: string; cases: number; events: number }>('SELECT o.type, count(DISTINCT p.object) AS cases, count(*) AS events FROM (SELECT DISTINCT event, object FROM ocel_e2o) p JOIN ocel_objects o ON o."row" = p.object GROUP BY o.type', [], { signal: order.signal });
    const of = new Map(found.map((f) => [f.type, f]));
    const attributes = (await c.rows<{ name: string }>("SELECT DISTINCT name FROM (SELECT attribute AS name FROM ocel_raw_types UNION ALL SELECT name FROM ocel_event_values UNION ALL SELECT name FROM ocel_object_values) WHERE name <> '' ORDER BY name", [], { signal: order.signal })).map((r) => r.name);
    const persons = { objectTypes: Object.keys(report.objectTypes).filter(isPersonName), attributes: attributes.filter(isPersonName) };
    return { report, attributes, persons, choices: Object.entries(report.objectTypes).map(([name, objects]) => ({ name, objects, cases: of.get(name)?.cases ?? 0, events: of.get(name)?.events ?? 0 })) };
  });
}

async function withOcel<T>({ source, zone, tempDir, signal }: OcelOrder, ask: (c: EngineConnection, report: OcelReport) => Promise<T>): Promise<T | null> {
  const work = await mkdtemp(join(tempDir, `ocel-${process.pid}-`));
  try {
    const file = await logFile(source, work, signal);
    if (file.encoding === null) return null;
    const engine = await openEngine({ tempDir: work });
    const c = await engine.connect();
    try {
      const { report } = await readOcel(c, file.source(), file.encoding, { tempDir: work, zone, signal });
      return await ask(c, report);
    } finally {
      c.close();
      await engine.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
