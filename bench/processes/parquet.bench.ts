// The same events from Parquet and from CSV, in turns, each import in a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { type CsvRun, csvChild } from '../csv.bench.ts';
import { makeCsv } from '../event-csv.ts';
import { type BenchRow, median } from '../report.ts';

const EVENTS = 1_000_000;
const RUNS = 3;

async function makeParquet(csv: string, parquet: string, folder: string): Promise<void> {
  const engine = await openEngine({ tempDir: folder, folders: [folder] });
  const c = await engine.connect();
  await c.run(`COPY (SELECT * FROM read_csv('${csv}', auto_detect = false, header = true, columns = {'case': 'VARCHAR', activity: 'VARCHAR', time: 'TIMESTAMP', resource: 'VARCHAR', amount: 'DOUBLE', region: 'VARCHAR'})) TO '${parquet}' (FORMAT parquet)`);
  c.close();
  await engine.close();
}

/** Import of a Parquet file and of the CSV file that it was made of: times, their ratio, and peak memory. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-bench-'));
  try {
    const [child, csv, parquet] = [await csvChild(), join(folder, 'events.csv'), join(folder, 'events.parquet')];
    await makeCsv(csv, EVENTS);
    await makeParquet(csv, parquet, folder);
    const once = (file: string): CsvRun => {
      const done = JSON.parse(execFileSync(process.execPath, [child, 'ours', file, folder], { encoding: 'utf8' })) as CsvRun;
      if (done.events !== EVENTS) throw new Error(`${file}: ${done.events} events of ${EVENTS}`);
      for (const name of readdirSync(folder)) if (!name.startsWith('events.')) rmSync(join(folder, name), { recursive: true });
      return done;
    };
    const pairs = Array.from({ length: RUNS }, () => ({ csv: once(csv), parquet: once(parquet) }));
    const middle = (figure: (p: (typeof pairs)[number]) => number) => median(pairs.map(figure));
    const [wall, cpu] = [middle((p) => p.parquet.ms / p.csv.ms), middle((p) => p.parquet.cpuMs / p.csv.cpuMs)];
    return [
      { name: `Parquet import of ${EVENTS.toLocaleString('en-GB')} events`, value: EVENTS / (middle((p) => p.parquet.ms) / 1000), unit: 'events/s' },
      { name: '  ÷ CSV of the same events', value: wall, unit: '×', target: '≤ 1', ok: wall <= 1 },
      { name: '  ÷ CSV, processor time', value: cpu, unit: '×', target: '≤ 1', ok: cpu <= 1 },
      { name: '  peak memory', value: middle((p) => p.parquet.peakMb), unit: 'MB' },
      { name: '  CSV, peak memory', value: middle((p) => p.csv.peakMb), unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
