import { askWorker } from '../../platform/worker/index.ts';
import type { PetriNet, VariantLog } from '../models/index.ts';
import type { Aligned } from './align-here.ts';
import type { Fit } from './fit-here.ts';
import type { Fitness } from './fitness.ts';
import type { Replayed } from './replay.ts';

/** A variant log in few pieces of memory, as threads hand it over: the sequences one behind the other, each ending before `ends` of its number. */
export interface PackedLog {
  readonly activities: readonly string[];
  readonly symbols: Int32Array;
  readonly ends: Int32Array;
  readonly counts: readonly number[];
}

/** What a thread is to find. */
export type Want = 'aligned' | 'replayed' | { readonly fit: Fitness['method'] };

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
export async function elsewhere(want: { readonly fit: Fitness['method'] }, net: PetriNet, log: VariantLog, limits: CompareLimits): Promise<Fit>;
export async function elsewhere(want: Want, net: PetriNet, log: VariantLog, { seconds = COMPARE_SECONDS, signal }: CompareLimits): Promise<unknown> {
  const order: CompareOrder = { want, net, log: packed(log), seconds };
  return askWorker(new URL('./compare.worker.ts', import.meta.url), order, { signal, seconds: seconds + GRACE_SECONDS, tooLong: { detail: 'Comparing these cases with the model takes too long', wanted: 'a smaller model, or fewer ways: the most frequent variants' } });
}

function packed({ activities, sequences, counts }: VariantLog): PackedLog {
  const symbols = new Int32Array(sequences.reduce((n, s) => n + s.length, 0));
  const ends = new Int32Array(sequences.length);
  let at = 0;
  for (const [i, sequence] of sequences.entries()) {
    symbols.set(sequence, at);
    ends[i] = at += sequence.length;
  }
  return { activities, symbols, ends, counts };
}

/** The log that was packed. */
export function unpacked({ activities, symbols, ends, counts }: PackedLog): VariantLog {
  return { activities, counts, sequences: Array.from(ends, (end, i) => symbols.subarray(ends[i - 1] ?? 0, end)) };
}
