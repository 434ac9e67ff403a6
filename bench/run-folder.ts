import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { table, type BenchRow } from './report.ts';

/** Runs every `*.bench.ts` of some folders, or those named, one after another, prints one table, and ends the process: 1 where a target was missed. */
export async function runFolders(folders: readonly URL[], wanted: readonly string[]): Promise<never> {
  const known = new Map(folders.flatMap((folder) => readdirSync(folder).filter((f) => f.endsWith('.bench.ts')).sort().map((f): [string, URL] => [f.replace('.bench.ts', ''), new URL(f, folder)])));
  const unknown = wanted.filter((n) => !known.has(n));
  if (unknown.length > 0) {
    process.stderr.write(`There is no bench ${unknown.join(', ')}; there are: ${[...known.keys()].join(', ')}\n`);
    process.exit(2);
  }
  const rows: BenchRow[] = [];
  for (const [name, file] of known) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    const { run } = (await import(file.href)) as { run: () => Promise<BenchRow[]> };
    rows.push(...(await run()));
  }
  process.stdout.write(`${table(rows)}\n\n${cpus().length} cores, load ${loadavg().map((l) => l.toFixed(2)).join(' ')}, Node ${process.versions.node}\n`);
  process.exit(rows.some((r) => r.ok === false) ? 1 : 0);
}
