import { availableParallelism } from 'node:os';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { discoverTree, MOST_SYMBOLS, variantLog } from '../discovery/index.ts';
import { type DatasetVersion, FairQueue, type LogFilter } from '../event-logs/index.ts';
import type { ProcessTree, VariantLog } from '../models/index.ts';

/** The variants of the cases that a question is about, and a key that is the same for the same cases. */
export interface LogInHand {
  readonly key: string;
  readonly variants: VariantLog;
}

export interface DiscoverAsk {
  /** Who asks: turns go round. */
  readonly by?: string;
  readonly signal?: AbortSignal | undefined;
  readonly seconds?: number | undefined;
}

/** What names some cases of a log: its version and the filter. */
export function keyOfCases(version: DatasetVersion, filter: LogFilter): string {
  return `${version.id} ${JSON.stringify(filter)}`;
}

/**
 * Reads what models are found from and compared with; no more than a server can hold.
 * @throws Problem `too-large`, or as a question with this filter does.
 */
export async function logInHand(c: EngineConnection, version: DatasetVersion, filter: LogFilter, signal?: AbortSignal): Promise<LogInHand> {
  return { key: keyOfCases(version, filter), variants: await variantLog(c, version, filter, { most: MOST_SYMBOLS, ...(signal === undefined ? {} : { signal }) }) };
}

/** A discovered model with what it was found in. */
export interface Discovered {
  readonly tree: ProcessTree;
  readonly cases: number;
  readonly variants: number;
  /** Of the cases, whether or not the model has them. */
  readonly activities: readonly string[];
}

/** Trees kept at most, and activities in all of them together. */
const KEPT = 60;
const KEPT_NODES = 500_000;

/** Finds models, few at once, and remembers the latest: the page, its downloads and the comparison ask for the same. */
export class Discoveries {
  readonly #line = new FairQueue({ running: Math.max(1, availableParallelism() - 1), waiting: 32 });
  readonly #kept = new Map<string, Discovered>();
  #nodes = 0;

  /** The model of these cases, where it was asked for lately. */
  known(key: string, noise: number): Discovered | undefined {
    const name = `${noise} ${key}`;
    const found = this.#kept.get(name);
    if (found === undefined) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, found);
    return found;
  }

  /**
   * The model that the inductive miner finds.
   * @throws Problem `busy` where too many wait, else as `discoverTree` does.
   */
  async find({ key, variants: log }: LogInHand, noise: number, { by, signal, seconds }: DiscoverAsk = {}): Promise<Discovered> {
    const known = this.known(key, noise);
    if (known !== undefined) return known;
    const end = await this.#line.turn({ ...(by === undefined ? {} : { by }), signal });
    try {
      const meanwhile = this.known(key, noise);
      if (meanwhile !== undefined) return meanwhile;
      const found = { tree: await discoverTree(log, noise, { signal, seconds }), cases: log.counts.reduce((a, b) => a + b, 0), variants: log.counts.length, activities: log.activities };
      this.#keep(`${noise} ${key}`, found);
      return found;
    } finally {
      end();
    }
  }

  #keep(name: string, found: Discovered): void {
    this.#kept.set(name, found);
    this.#nodes += nodesOf(found.tree);
    for (const [oldest, gone] of this.#kept) {
      if (this.#kept.size <= KEPT && this.#nodes <= KEPT_NODES) return;
      this.#kept.delete(oldest);
      this.#nodes -= nodesOf(gone.tree);
    }
  }
}

function nodesOf(tree: ProcessTree): number {
  return 'children' in tree ? tree.children.reduce((n, c) => n + nodesOf(c), 1) : 1;
}
