import { askWorker } from '../../platform/worker/index.ts';
import { packed, type PackedLog, type ProcessTree, symbolsIn, type VariantLog } from '../models/index.ts';
import { inductiveTree } from './inductive/miner.ts';

/** What a worker is to find a model of. */
export interface DiscoverOrder {
  readonly log: PackedLog;
  readonly noise: number;
}

export interface DiscoverLimits {
  readonly signal?: AbortSignal | undefined;
  readonly seconds?: number | undefined;
}

/** Seconds that finding a model may take. */
export const DISCOVERY_SECONDS = 30;
/** Activities of all variants together that are done before a thread has started. */
const FEW_SYMBOLS = 10_000;
const FEW_ACTIVITIES = 60;

/**
 * The process tree of a log, as `inductiveTree` finds it, in a thread of its own where that is long.
 * @throws Problem as `inductiveTree` does; `too-long` past the time limit; `cancelled` where the signal says so.
 * @example treeText(await discoverTree(variantLogOf([['a', 'b']]), 0.2)) // "->( 'a', 'b' )"
 */
export async function discoverTree(log: VariantLog, noise: number, { signal, seconds = DISCOVERY_SECONDS }: DiscoverLimits = {}): Promise<ProcessTree> {
  if (symbolsIn(log.sequences) <= FEW_SYMBOLS && log.activities.length <= FEW_ACTIVITIES) return inductiveTree(log, { noise });
  const tooLong = { detail: 'Finding a model of these cases takes too long', wanted: 'fewer ways: the most frequent variants, or fewer activities' };
  return askWorker(new URL('./discover.worker.ts', import.meta.url), { log: packed(log), noise } satisfies DiscoverOrder, { signal, seconds, tooLong });
}
