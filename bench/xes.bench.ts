// XES import against its own lower bounds: unpacking alone, and a loop that only looks at every byte. Each run is a fresh process, beside the imports of a server that has been running.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip, createGzip, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type BenchRow, median } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5, TIMES = 10;

interface Run {
  ms: number;
  count: number;
  peakMb: number;
}

/** bpic2012 where the shared logs are; otherwise a log of the same size and shape, so that the bench runs everywhere. */
async function theLog(folder: string): Promise<{ name: string; path: string }> {
  const real = join(root, '..', 'shared', 'logs', 'bpic2012.xes.gz');
  if (existsSync(real)) return { name: 'bpic2012', path: real };
  const path = join(folder, 'made.xes.gz');
  const event = (i: number): string => `\t\t<event>\n\t\t\t<string key="org:resource" value="${112 + (i % 60)}"/>\n\t\t\t<string key="lifecycle:transition" value="COMPLETE"/>\n\t\t\t<string key="concept:name" value="Step ${i % 24}"/>\n\t\t\t<date key="time:timestamp" value="${new Date(1.3e12 + i * 60_000).toISOString()}"/>\n\t\t</event>\n`;
  const traces = function* (): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<log>\n';
    for (let t = 0; t < 13_110; t++) yield `\t<trace>\n\t\t<string key="concept:name" value="${t}"/>\n${Array.from({ length: 20 }, (_, i) => event(t * 20 + i)).join('')}\t</trace>\n`;
    yield '</log>\n';
  };
  await pipeline(Readable.from(traces()), createGzip(), createWriteStream(path));
  return { name: 'a made log', path };
}

/** The same traces ten times over, as gzip members one after another. */
async function tenfold(path: string, folder: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of createReadStream(path).pipe(createGunzip())) parts.push(chunk as Buffer);
  const whole = Buffer.concat(parts);
  const from = whole.indexOf('<trace>'), to = whole.lastIndexOf('</log>');
  const big = join(folder, 'tenfold.xes.gz');
  const traces = gzipSync(whole.subarray(from, to));
  await pipeline(Readable.from([gzipSync(whole.subarray(0, from)), ...Array.from({ length: TIMES }, () => traces), gzipSync('</log>')]), createWriteStream(big));
  return big;
}

/** Bundled as it ships, since a loader of TypeScript would be measured too. */
async function bundled(): Promise<string> {
  const out = join(root, 'node_modules', '.cache', 'bench');
  mkdirSync(out, { recursive: true });
  const common = { bundle: true, packages: 'external', platform: 'node', target: 'node20.19', format: 'esm', logLevel: 'warning' } as const;
  await build({ ...common, entryPoints: [join(root, 'bench/xes-child.ts')], outdir: out });
  await build({ ...common, entryPoints: [join(root, 'src/processes/event-logs/xes/xes-scan.worker.ts')], outdir: join(out, 'workers') });
  return join(out, 'xes-child.js');
}

export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xes-bench-'));
  try {
    const child = await bundled();
    const log = await theLog(folder);
    const big = await tenfold(log.path, folder);
    const measure = (mode: string, file = log.path): Run => {
      const runs = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [child, mode, file, folder], { encoding: 'utf8' })) as Run);
      return { ms: median(runs.map((r) => r.ms)), count: runs[0]!.count, peakMb: median(runs.map((r) => r.peakMb)) };
    };
    const [gunzip, walk, read, reference, stage, whole, worker, long] = [measure('gunzip'), measure('walk'), measure('read'), measure('reference'), measure('stage'), measure('import'), measure('worker', big), measure('read', big)];
    const warm = JSON.parse(execFileSync(process.execPath, [child, 'import', log.path, folder, String(RUNS)], { encoding: 'utf8' })) as Run & { again: number[] };
    const served = { ...warm, ms: median(warm.again) };
    const rate = (r: Run): number => (r.count / r.ms) * 1000;
    return [
      { name: `XES ${log.name}: unpacking alone`, value: gunzip.ms, unit: 'ms' },
      { name: `XES ${log.name}: unpacking, looking at every byte`, value: walk.ms, unit: 'ms' },
      { name: `XES ${log.name}: reader, nothing stored`, value: rate(read), unit: 'events/s' },
      { name: `XES ${log.name}: reader ÷ looking at every byte`, value: read.ms / walk.ms, unit: '×' },
      { name: `XES ${log.name}: plain reader (saxes) ÷ reader`, value: reference.ms / read.ms, unit: '×' },
      { name: `XES ${log.name}: reader and stage`, value: rate(stage), unit: 'events/s' },
      { name: `XES ${log.name}: import, from the file to a dataset version, in a running server`, value: rate(served), unit: 'events/s', target: '≥ 400,000', ok: rate(served) >= 400_000 },
      { name: `XES ${log.name}: the same as the first work of a fresh process`, value: rate(whole), unit: 'events/s' },
      { name: `XES ${log.name}: peak memory of the import`, value: Math.max(whole.peakMb, served.peakMb), unit: 'MB', target: '< 400', ok: Math.max(whole.peakMb, served.peakMb) < 400 },
      { name: 'XES ten times as long: reader', value: rate(long), unit: 'events/s' },
      { name: 'XES ten times as long: reader in a worker', value: rate(worker), unit: 'events/s' },
      { name: 'XES ten times as long: peak memory ÷ that of one', value: long.peakMb / read.peakMb, unit: '×', target: '≤ 1.2', ok: long.peakMb / read.peakMb <= 1.2 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
