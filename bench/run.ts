// `npm run bench [-- NAME …]`: runs every bench beside this file, or those named, one after another, and prints one table.
import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { table, type BenchRow } from './report.ts';

const wanted = process.argv.slice(2);
const names = readdirSync(new URL('.', import.meta.url)).filter((f) => f.endsWith('.bench.ts')).map((f) => f.replace('.bench.ts', '')).filter((n) => wanted.length === 0 || wanted.includes(n)).sort();
const rows: BenchRow[] = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  const { run } = (await import(`./${name}.bench.ts`)) as { run: () => Promise<BenchRow[]> };
  rows.push(...(await run()));
}
process.stdout.write(`${table(rows)}\n\n${cpus().length} cores, load ${loadavg().map((l) => l.toFixed(2)).join(' ')}, Node ${process.versions.node}\n`);
process.exit(rows.some((r) => r.ok === false) ? 1 : 0);
