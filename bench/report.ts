/** One measured figure of a bench; `ok` compares it with `target` where there is one. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** As text: `≥ 400,000`, `≤ 2`. */
  readonly target?: string;
  readonly ok?: boolean;
}

const figure = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });

/** Rows as an aligned table: name, value with its unit, target, and whether it was reached. */
export function table(rows: readonly BenchRow[]): string {
  const cells = rows.map((r) => [r.name, `${figure.format(r.value)} ${r.unit}`, r.target ?? '', r.ok === undefined ? '' : r.ok ? 'reached' : 'MISSED']);
  const widths = [0, 1, 2, 3].map((c) => Math.max(...cells.map((row) => row[c]?.length ?? 0)));
  return cells.map((row) => row.map((text, c) => (c === 1 ? text.padStart(widths[c] ?? 0) : text.padEnd(widths[c] ?? 0))).join('  ').trimEnd()).join('\n');
}

/** The middle of an odd number of runs; for an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new RangeError('median of nothing');
  return middle;
}
