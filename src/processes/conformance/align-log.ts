import { once } from 'node:events';
import { problem, type ProblemCode, type ProblemDetail } from '../../platform/errors/index.ts';
import { spawnWorker } from '../../platform/worker/index.ts';
import type { PetriNet, VariantLog } from '../models/index.ts';
import { type Aligned, alignHere, sortedOrder } from './align-here.ts';

/** What a worker is to align. */
export interface AlignOrder {
  readonly net: PetriNet;
  readonly log: VariantLog;
  readonly seconds: number;
}

/** What a worker answers. */
export type AlignNews = { readonly aligned: Aligned } | { readonly failure: { readonly code: ProblemCode; readonly detail: ProblemDetail } };

export interface AlignOptions {
  /** Seconds after which bounds are the answer. */
  readonly seconds?: number;
  /** Seconds after which the work goes on in threads of its own. */
  readonly secondsHere?: number;
  readonly signal?: AbortSignal;
}

export const ALIGN_SECONDS = 60;
/** Most logs take less than starting a thread does; longer nothing else may wait. */
const SECONDS_HERE = 0.3;
const THREADS = 2;

/** Says whether so many seconds from now are over. */
export function deadline(seconds: number): () => boolean {
  const end = performance.now() + 1000 * seconds;
  return () => performance.now() >= end;
}

/**
 * Optimal alignments of a log's variants, as `alignHere`, in threads of their own where they take long.
 * @throws Problem as `alignHere` does, `cancelled` where the signal says so.
 * @example fitnessOf(log, await alignLog(net, log, { seconds: 10 }))
 */
export async function alignLog(net: PetriNet, log: VariantLog, { seconds = ALIGN_SECONDS, secondsHere = SECONDS_HERE, signal }: AlignOptions = {}): Promise<Aligned> {
  refuseCancelled(signal);
  const over = deadline(Math.min(secondsHere, seconds));
  try {
    const here = alignHere(net, log, over);
    if (!over() || seconds <= secondsHere) return here;
  } catch (error) {
    if (!over() || seconds <= secondsHere) throw error;
  }
  const parts = partsOf(log);
  const found = await Promise.all(parts.map(({ part }) => alignElsewhere({ net, log: part, seconds: seconds - secondsHere }, signal)));
  return joined(log, parts.map((p) => p.indices), found);
}

/** Variants in neighbouring order and of about as many events for each thread. */
function partsOf(log: VariantLog): { indices: number[]; part: VariantLog }[] {
  const order = sortedOrder(log.sequences);
  const events = log.sequences.reduce((n, s) => n + s.length, 0);
  const indices: number[][] = Array.from({ length: THREADS }, () => []);
  let before = 0;
  for (const i of order) {
    indices[Math.min(THREADS - 1, Math.floor((THREADS * before) / events))]!.push(i);
    before += log.sequences[i]!.length;
  }
  return indices.filter((list) => list.length > 0).map((list) => ({ indices: list, part: { activities: log.activities, sequences: list.map((i) => log.sequences[i]!), counts: list.map((i) => log.counts[i]!) } }));
}

async function alignElsewhere(order: AlignOrder, signal: AbortSignal | undefined): Promise<Aligned> {
  const worker = spawnWorker(new URL('./align.worker.ts', import.meta.url), order);
  try {
    const [news] = await once(worker, 'message', signal === undefined ? {} : { signal }) as [AlignNews];
    if ('failure' in news) throw problem(news.failure.code, news.failure.detail);
    return news.aligned;
  } catch (error) {
    refuseCancelled(signal);
    throw error;
  } finally {
    await worker.terminate();
  }
}

function joined(log: VariantLog, indices: readonly (readonly number[])[], found: readonly Aligned[]): Aligned {
  const costs = log.counts.map(() => ({ lower: 0, upper: 0 }));
  const moves = log.counts.map((): Aligned['moves'][number] => null);
  for (const [part, list] of indices.entries()) {
    for (const [j, i] of list.entries()) [costs[i], moves[i]] = [found[part]!.costs[j]!, found[part]!.moves[j]!];
  }
  const shortest = { lower: Math.min(...found.map((f) => f.shortest.lower)), upper: Math.min(...found.map((f) => f.shortest.upper)) };
  return { shortest, costs, moves, labels: found[0]!.labels };
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw problem('cancelled', { detail: 'Aligning the log with the model was cancelled' });
}
