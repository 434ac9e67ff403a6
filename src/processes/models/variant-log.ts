/** A log as the different ways that its cases take: all that discovery and conformance need, whatever the number of events. */
export interface VariantLog {
  /** Names by code. */
  readonly activities: readonly string[];
  /** Codes of activities in order; an empty one is a case without events. */
  readonly sequences: readonly Int32Array[];
  /** Cases of each sequence. */
  readonly counts: readonly number[];
}

/**
 * A variant log of traces, each one case; equal traces are counted together.
 * @example variantLogOf([['a', 'b'], ['a', 'b']]).counts // [2]
 */
export function variantLogOf(traces: Iterable<readonly string[]>): VariantLog {
  const codes = new Map<string, number>();
  const found = new Map<string, { sequence: Int32Array; count: number }>();
  for (const trace of traces) {
    const sequence = Int32Array.from(trace, (name) => {
      const code = codes.get(name) ?? codes.size;
      codes.set(name, code);
      return code;
    });
    const known = found.get(sequence.join());
    if (known === undefined) found.set(sequence.join(), { sequence, count: 1 });
    else known.count++;
  }
  const all = [...found.values()];
  return { activities: [...codes.keys()], sequences: all.map((v) => v.sequence), counts: all.map((v) => v.count) };
}

/** A variant log in few pieces of memory, as threads hand it over: the sequences one behind the other, each ending before `ends` of its number. */
export interface PackedLog {
  readonly activities: readonly string[];
  readonly symbols: Int32Array;
  readonly ends: Int32Array;
  readonly counts: readonly number[];
}

/**
 * A variant log for another thread.
 * @example unpacked(packed(variantLogOf([['a', 'b']]))).sequences // [Int32Array [0, 1]]
 */
export function packed({ activities, sequences, counts }: VariantLog): PackedLog {
  const symbols = new Int32Array(symbolsIn(sequences));
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

/** Activities of all sequences together. */
export function symbolsIn(sequences: readonly Int32Array[]): number {
  return sequences.reduce((n, s) => n + s.length, 0);
}
