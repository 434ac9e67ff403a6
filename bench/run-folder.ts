import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { table, type BenchRow } from './report.ts';

/** Runs every `*.bench.ts` of a folder, or those named, one after another, prints one table, and ends the process: 1 where a target was missed. */
export async function runFolder(folder: URL, wanted: readonly string[]): Promise<never> {
  const known = readdirSync(folder).filter((f) => f.endsWith('.bench.ts')).map((f) => f.replace('.bench.ts', '')).sort();
  const unknown = wanted.filter((n) => !known.includes(n));
  if (unknown.length > 0) {
    process.stderr.write(`There is no bench ${unknown.join(', ')}; there are: ${known.join(', ')}\n`);
    process.exit(2);
  }
  const rows: BenchRow[] = [];
  for (const name of known.filter((n) => wanted.length === 0 || wanted.includes(n))) {
    process.stderr.write(`${name} …\n`);
    const { run } = (await import(new URL(`${name}.bench.ts`, folder).href)) as { run: () => Promise<BenchRow[]> };
    rows.push(...(await run()));
  }
  process.stdout.write(`${table(rows)}\n\n${cpus().length} cores, load ${loadavg().map((l) => l.toFixed(2)).join(' ')}, Node ${process.versions.node}\n`);
  process.exit(rows.some((r) => r.ok === false) ? 1 : 0);
}
