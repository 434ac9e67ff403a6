import { askWorker } from '../../platform/worker/index.ts';
import { packed, type PackedLog, type PetriNet, type VariantLog } from '../models/index.ts';
import type { Aligned } from './align-here.ts';
import type { Fit, FitWanted } from './fit-here.ts';
import type { Replayed } from './replay.ts';

/** What a thread is to find. */
export type Want = 'aligned' | 'replayed' | FitWanted;

export interface CompareOrder {
  readonly want: Want;
  readonly net: PetriNet;
  readonly log: PackedLog;
  /** Seconds after which what was found so far is the answer. */
  readonly seconds: number;
}

export interface CompareLimits {
  /** Seconds after which bounds are the answer. */
  readonly seconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Seconds that comparing a log with a model may take. */
export const COMPARE_SECONDS = 60;
/** What one step of the work and the start of a thread may take past the time limit, before the thread is ended. */
const GRACE_SECONDS = 20;

/** Says whether so many seconds from now are over. */
export function deadline(seconds: number): () => boolean {
  const end = performance.now() + 1000 * seconds;
  return () => performance.now() >= end;
}

/**
 * Compares a log with a model in a thread of its own.
 * @throws Problem `cancelled` where the signal says so, `too-long` where even a first answer is not there in time, else as the comparison does.
 */
export async function elsewhere(want: 'aligned', net: PetriNet, log: VariantLog, limits: CompareLimits): Promise<Aligned>;
export async function elsewhere(want: 'replayed', net: PetriNet, log: VariantLog, limits: CompareLimits): Promise<Replayed>;
export async function elsewhere(want: FitWanted, net: PetriNet, log: VariantLog, limits: CompareLimits): Promise<Fit>;
export async function elsewhere(want: Want, net: PetriNet, log: VariantLog, { seconds = COMPARE_SECONDS, signal }: CompareLimits): Promise<unknown> {
  const order: CompareOrder = { want, net, log: packed(log), seconds };
  return askWorker(new URL('./compare.worker.ts', import.meta.url), order, { signal, seconds: seconds + GRACE_SECONDS, tooLong: { detail: 'Comparing these cases with the model takes too long', wanted: 'a smaller model, or fewer ways: the most frequent variants' } });
}
