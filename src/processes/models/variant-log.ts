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
