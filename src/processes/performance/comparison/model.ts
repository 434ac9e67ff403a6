/** One step of several chains, one under the other: its activity, and where each chain has it; null in one that has not. */
export interface AlignedStep {
  readonly activity: string;
  readonly at: readonly (number | null)[];
}

/**
 * Puts chains of activities beside each other so that as many steps as can be stand on one line: each in turn against all before it, by a
 * longest common subsequence. Two chains share the most steps that they can.
 * @example alignChains([['a', 'b', 'd'], ['a', 'c', 'd']]).map((s) => s.activity) // ['a', 'b', 'c', 'd']
 */
export function alignChains(chains: readonly (readonly string[])[]): AlignedStep[] {
  return chains.reduce<AlignedStep[]>((lines, chain, n) => merged(lines, chain, n), []);
}

function merged(lines: readonly AlignedStep[], chain: readonly string[], n: number): AlignedStep[] {
  const longest = commonLengths(lines.map((l) => l.activity), chain);
  const out: AlignedStep[] = [];
  let [i, j] = [0, 0];
  while (i < lines.length || j < chain.length) {
    const line = lines[i], activity = chain[j];
    if (line !== undefined && line.activity === activity) {
      out.push({ activity, at: [...line.at, j++] });
      i++;
    } else if (line !== undefined && (activity === undefined || longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      out.push({ activity: line.activity, at: [...line.at, null] });
      i++;
    } else {
      out.push({ activity: activity!, at: [...Array.from({ length: n }, () => null), j++] });
    }
  }
  return out;
}

/** How long the longest common subsequence of the ends of two lists is, from each place in either. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const out = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) out[i]![j] = a[i] === b[j] ? out[i + 1]![j + 1]! + 1 : Math.max(out[i + 1]![j]!, out[i]![j + 1]!);
  }
  return out;
}

/** Where chains go different ways: after which common step, what each then does, and where they meet again; null at the beginning and the end. */
export interface Parting {
  readonly after: string | null;
  readonly before: string | null;
  readonly ways: readonly (readonly string[])[];
}

/**
 * The places at which aligned chains part.
 * @example partings(alignChains([['a', 'b', 'd'], ['a', 'c', 'd']])) // [{ after: 'a', before: 'd', ways: [['b'], ['c']] }]
 */
export function partings(lines: readonly AlignedStep[]): Parting[] {
  const found: Parting[] = [];
  const common = (l: AlignedStep | undefined) => l?.at.every((p) => p !== null) === true;
  for (let i = 0; i < lines.length; i++) {
    if (common(lines[i])) continue;
    const from = i;
    while (i + 1 < lines.length && !common(lines[i + 1])) i++;
    const apart = lines.slice(from, i + 1);
    found.push({ after: lines[from - 1]?.activity ?? null, before: lines[i + 1]?.activity ?? null, ways: lines[0]!.at.map((_, n) => apart.filter((l) => l.at[n] !== null).map((l) => l.activity)) });
  }
  return found;
}
