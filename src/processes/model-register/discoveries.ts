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

/** Trees kept at most, and activities in all of them together. */
const KEPT = 60;
const KEPT_NODES = 500_000;

/** Finds models, few at once, and remembers the latest: the page, its downloads and the comparison ask for the same. */
export class Discoveries {
  readonly #line = new FairQueue({ running: Math.max(1, availableParallelism() - 1), waiting: 32 });
  readonly #kept = new Map<string, ProcessTree>();
  #nodes = 0;

  /** The model of these cases, where it was asked for lately. */
  known(key: string, noise: number): ProcessTree | undefined {
    const name = `${noise} ${key}`;
    const tree = this.#kept.get(name);
    if (tree === undefined) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, tree);
    return tree;
  }

  /**
   * The process tree that the inductive miner finds.
   * @throws Problem `busy` where too many wait, else as `discoverTree` does.
   */
  async tree({ key, variants }: LogInHand, noise: number, { by, signal, seconds }: DiscoverAsk = {}): Promise<ProcessTree> {
    const known = this.known(key, noise);
    if (known !== undefined) return known;
    const end = await this.#line.turn({ ...(by === undefined ? {} : { by }), signal });
    try {
      const tree = this.known(key, noise) ?? await discoverTree(variants, noise, { signal, seconds });
      this.#keep(`${noise} ${key}`, tree);
      return tree;
    } finally {
      end();
    }
  }

  #keep(name: string, tree: ProcessTree): void {
    if (this.#kept.has(name)) return;
    this.#kept.set(name, tree);
    this.#nodes += nodesOf(tree);
    for (const [oldest, gone] of this.#kept) {
      if (this.#kept.size <= KEPT && this.#nodes <= KEPT_NODES) return;
      this.#kept.delete(oldest);
      this.#nodes -= nodesOf(gone);
    }
  }
}

function nodesOf(tree: ProcessTree): number {
  return 'children' in tree ? tree.children.reduce((n, c) => n + nodesOf(c), 1) : 1;
}
