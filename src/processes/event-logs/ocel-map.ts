import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineConnection, openEngine } from '../../platform/event-engine/index.ts';
import { type OcelMap, ocelMap, type OcelReport, readOcel } from './ocel/index.ts';
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

/** What an object-centric file holds, and what was found in it; null where the file is not object-centric. Throws a Problem as `mapOfOcel` does. */
export async function reportOfOcel(order: OcelOrder): Promise<OcelReport | null> {
  return withOcel(order, async (_c, report) => report);
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
