import { askWorker } from '../../platform/worker/index.ts';
import type { ProcessTree, VariantLog } from '../models/index.ts';
import { inductiveTree } from './inductive/miner.ts';

/** What a worker is to find a model of: the sequences one behind the other, each ending before `ends` of its number. */
export interface DiscoverOrder {
  readonly activities: readonly string[];
  readonly symbols: Int32Array;
  readonly ends: Int32Array;
  readonly counts: readonly number[];
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
  const symbols = log.sequences.reduce((n, s) => n + s.length, 0);
  if (symbols <= FEW_SYMBOLS && log.activities.length <= FEW_ACTIVITIES) return inductiveTree(log, { noise });
  const tooLong = { detail: 'Finding a model of these cases takes too long', wanted: 'fewer ways: the most frequent variants, or fewer activities' };
  return askWorker(new URL('./discover.worker.ts', import.meta.url), packed(log, symbols, noise), { signal, seconds, tooLong });
}

function packed({ activities, sequences, counts }: VariantLog, length: number, noise: number): DiscoverOrder {
  const symbols = new Int32Array(length);
  const ends = new Int32Array(sequences.length);
  let at = 0;
  for (const [i, sequence] of sequences.entries()) {
    symbols.set(sequence, at);
    at += sequence.length;
    ends[i] = at;
  }
  return { activities, symbols, ends, counts, noise };
}

/** The log of an order. */
export function unpacked({ activities, symbols, ends, counts }: DiscoverOrder): VariantLog {
  return { activities, counts, sequences: Array.from(ends, (end, i) => symbols.subarray(ends[i - 1] ?? 0, end)) };
}
