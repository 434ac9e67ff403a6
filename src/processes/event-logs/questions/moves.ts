import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { bucketsTogether, type DatasetVersion, relations } from '../versions/index.ts';
import type { QuestionEngine } from './queue.ts';

/**
 * Tables of the moves of a version in the engine's memory. `pairs`: pair, a (null: a case begins), b (null: it ends).
 * `moves`: pair, case, d (microseconds from the one event to the next; null where there are not two), by pair and then by d in each of its pieces.
 */
export interface Moves {
  readonly pairs: string;
  readonly moves: string;
}

/** How much is kept: so many events, over all versions together. */
const MOST_EVENTS = 40_000_000;
/** A smaller log is read from its parts as quickly. */
const FEWEST_EVENTS = 100_000;

interface Kept {
  readonly name: string;
  readonly events: number;
  ready: boolean;
  users: number;
}

/**
 * Moves of the versions that were asked about last, for questions that need nothing else of the events. Disposable: what is not there is
 * read from the parts, and made meanwhile.
 */
export class MoveCache {
  private readonly engine: QuestionEngine;
  private readonly events: { readonly fewest: number; readonly most: number };
  /** By version, the one that was used last at the end. */
  private readonly kept = new Map<string, Kept>();
  private making: Promise<void> = Promise.resolve();
  private made = 0;

  constructor(engine: QuestionEngine, { fewest = FEWEST_EVENTS, most = MOST_EVENTS }: { readonly fewest?: number; readonly most?: number } = {}) {
    this.engine = engine;
    this.events = { fewest, most };
  }

  /** Does some work with the moves of a version, or without them where they are not there yet; then they are made. */
  async with<T>(version: DatasetVersion, work: (moves: Moves | undefined) => Promise<T>): Promise<T> {
    const found = this.kept.get(version.id);
    if (found?.ready !== true) {
      const answer = await work(undefined);
      // After the answer, which would else share the cores with it.
      this.make(version);
      return answer;
    }
    this.kept.delete(version.id);
    this.kept.set(version.id, found);
    found.users++;
    try {
      return await work(tablesOf(found.name));
    } finally {
      found.users--;
    }
  }

  /** All that is being made is there. */
  async settled(): Promise<void> {
    await this.making;
  }

  private make(version: DatasetVersion): void {
    const { events } = version.manifest.counts;
    if (this.kept.has(version.id) || events < this.events.fewest || events > this.events.most) return;
    const entry: Kept = { name: `moves_${this.made++}`, events, ready: false, users: 0 };
    this.kept.set(version.id, entry);
    this.making = this.making.then(() => this.fill(version, entry)).catch(() => { this.kept.delete(version.id); });
  }

  private async fill(version: DatasetVersion, entry: Kept): Promise<void> {
    const c = await this.engine.connect({ by: 'moves' });
    try {
      await this.makeRoom(c, entry);
      await makeMoves(c, version, entry.name);
      entry.ready = true;
    } finally {
      c.close();
    }
  }

  /** Drops what was not used for longest; what is in use stays, and is dropped another time. */
  private async makeRoom(c: EngineConnection, entry: Kept): Promise<void> {
    let events = [...this.kept.values()].reduce((sum, k) => sum + k.events, 0);
    for (const [id, old] of this.kept) {
      if (events <= this.events.most) return;
      if (old === entry || !old.ready || old.users > 0) continue;
      this.kept.delete(id);
      events -= old.events;
      await c.run(`DETACH ${old.name}`);
    }
  }
}

function tablesOf(name: string): Moves {
  return { pairs: `${name}.pairs`, moves: `${name}.moves` };
}

/** So many events are put in order at once: that takes some 50 bytes each, and would else grow with the log until it no longer fits. */
const AT_ONCE = 5_000_000;

/** Makes the moves of a version as a database of their own in memory, which packs them to some 7 bytes a move. */
export async function makeMoves(c: EngineConnection, version: DatasetVersion, name: string, { atOnce = AT_ONCE, ...options }: RunOptions & { readonly atOnce?: number } = {}): Promise<Moves> {
  const { events } = relations(version);
  await c.run(`ATTACH ':memory:' AS ${name} (COMPRESS)`);
  try {
    await c.run(`CREATE TABLE ${name}.pairs AS SELECT (row_number() OVER () - 1)::INTEGER AS pair, a, b FROM (
      SELECT DISTINCT activity AS a, next_activity AS b FROM ${events} UNION ALL SELECT DISTINCT NULL, activity FROM ${events} WHERE "position" = 0)`, [], options);
    await c.run(`CREATE TABLE ${name}.moves (pair INTEGER, "case" INTEGER, d BIGINT)`);
    for (const buckets of bucketsTogether(version, atOnce)) {
      const some = relations(version, buckets).events;
      await c.run(`INSERT INTO ${name}.moves
        SELECT p.pair, e."case", epoch_us(e.next_time) - epoch_us(e."time") AS d FROM ${some} e JOIN ${name}.pairs p ON p.a = e.activity AND p.b IS NOT DISTINCT FROM e.next_activity
        UNION ALL SELECT p.pair, e."case", NULL FROM ${some} e JOIN ${name}.pairs p ON p.a IS NULL AND p.b = e.activity WHERE e."position" = 0
        ORDER BY 1, 3, 2`, [], options);
      await c.run(`CHECKPOINT ${name}`);
    }
    return tablesOf(name);
  } catch (error) {
    await c.run(`DETACH ${name}`);
    throw error;
  }
}
