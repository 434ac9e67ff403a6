import { problem } from '../../platform/errors/index.ts';
import type { PetriNet, VariantLog } from '../models/index.ts';
import { type Aligned, alignHere, sortedOrder } from './align-here.ts';
import { COMPARE_SECONDS, type CompareLimits, deadline, elsewhere } from './elsewhere.ts';
import { replay, type Replayed } from './replay.ts';

export interface AlignOptions extends CompareLimits {
  /** Seconds after which the work goes on in threads of its own. */
  readonly secondsHere?: number;
}

/** Most logs take less than starting a thread does; longer nothing else may wait. */
const SECONDS_HERE = 0.3;
const THREADS = 2;

/**
 * Optimal alignments of a log's variants, as `alignHere`, in threads of their own where they take long.
 * @throws Problem as `alignHere` does, `cancelled` where the signal says so.
 * @example fitnessOf(log, await alignLog(net, log, { seconds: 10 }))
 */
export async function alignLog(net: PetriNet, log: VariantLog, { seconds = COMPARE_SECONDS, secondsHere = SECONDS_HERE, signal }: AlignOptions = {}): Promise<Aligned> {
  refuseCancelled(signal);
  const over = deadline(Math.min(secondsHere, seconds));
  try {
    const here = alignHere(net, log, over);
    if (!over() || seconds <= secondsHere) return here;
  } catch (error) {
    if (!over() || seconds <= secondsHere) throw error;
  }
  const parts = partsOf(log);
  const found = await Promise.all(parts.map(({ part }) => elsewhere('aligned', net, part, { seconds: seconds - secondsHere, signal })));
  return joined(log, parts.map((p) => p.indices), found);
}

/**
 * Token replay of a log's variants, as `replay`, in a thread of its own where it takes long.
 * @throws Problem `cancelled` where the signal says so.
 * @example replayFitnessOf(log, await replayLog(net, log, { seconds: 10 }))
 */
export async function replayLog(net: PetriNet, log: VariantLog, { seconds = COMPARE_SECONDS, secondsHere = SECONDS_HERE, signal }: AlignOptions = {}): Promise<Replayed> {
  refuseCancelled(signal);
  const over = deadline(Math.min(secondsHere, seconds));
  const here = replay(net, log, over);
  return !over() || seconds <= secondsHere ? here : elsewhere('replayed', net, log, { seconds: seconds - secondsHere, signal });
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
  if (signal?.aborted === true) throw problem('cancelled', { detail: 'Comparing the log with the model was cancelled' });
}
