import { problem, type ProblemCode, type ProblemDetail } from '../../platform/errors/index.ts';
import { spawnWorker } from '../../platform/worker/index.ts';
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

/** What a worker answers. */
export type DiscoverNews = { readonly tree: ProcessTree } | { readonly failure: { readonly code: ProblemCode; readonly detail: ProblemDetail } };

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
  if (signal?.aborted === true) throw cancelled();
  const symbols = log.sequences.reduce((n, s) => n + s.length, 0);
  if (symbols <= FEW_SYMBOLS && log.activities.length <= FEW_ACTIVITIES) return inductiveTree(log, { noise });
  return discoverElsewhere(packed(log, symbols, noise), signal, seconds);
}

async function discoverElsewhere(order: DiscoverOrder, signal: AbortSignal | undefined, seconds: number): Promise<ProcessTree> {
  const worker = spawnWorker(new URL('./discover.worker.ts', import.meta.url), order);
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    const news = await new Promise<DiscoverNews>((resolve, reject) => {
      abort = () => reject(cancelled());
      signal?.addEventListener('abort', abort, { once: true });
      timer = setTimeout(() => reject(problem('too-long', { detail: 'Finding a model of these cases takes too long', value: `more than ${seconds} seconds`, wanted: 'fewer ways: the most frequent variants, or fewer activities' })), seconds * 1000);
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread that looks for a model ended without an answer')));
    });
    if ('failure' in news) throw problem(news.failure.code, news.failure.detail);
    return news.tree;
  } finally {
    clearTimeout(timer);
    if (abort !== undefined) signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
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

const cancelled = (): Error => problem('cancelled', { detail: 'Nobody waits for the model any more' });
