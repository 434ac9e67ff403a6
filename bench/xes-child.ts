// One measurement in a process of its own, so that its peak memory and its cold start are its own: `xes-child MODE FILE FOLDER [AGAIN]`.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { openEngine } from '../src/platform/event-engine/index.ts';
import { importLog } from '../src/processes/event-logs/versions/index.ts';
import { readXes, stageXes } from '../src/processes/event-logs/xes/index.ts';

const [mode, file, folder, again] = process.argv.slice(2) as [string, string, string, string?];

async function unpack(each: (chunk: Buffer) => number): Promise<number> {
  let sum = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }).pipe(createGunzip({ chunkSize: 1 << 18 }))) sum += each(chunk as Buffer);
  return sum;
}

/** Looks at every byte once and counts the quotes: no reader written in this language can be quicker. */
function walk(chunk: Buffer): number {
  let quotes = 0;
  for (let i = 0; i < chunk.length; i++) if (chunk[i] === 34) quotes++;
  return quotes;
}

async function stage(): Promise<number> {
  const engine = await openEngine({ tempDir: folder });
  const connection = await engine.connect();
  const { report } = await stageXes(connection, { path: file });
  connection.close();
  await engine.close();
  return report.staged.events;
}

let imports = 0;
async function importWhole(): Promise<number> {
  const dir = join(folder, `store-${process.pid}-${imports++}`);
  const { report } = await importLog({ dir, source: { path: file }, mode: 'replace' });
  return report.events;
}

const modes: Record<string, () => Promise<number>> = {
  gunzip: () => unpack((chunk) => chunk.length),
  walk: () => unpack(walk),
  read: async () => (await readXes({ path: file }, () => {}, { worker: false })).events,
  worker: async () => (await readXes({ path: file }, () => {}, { worker: true })).events,
  reference: async () => (await readXes({ path: file }, () => {}, { reader: 'reference' })).events,
  stage,
  import: importWhole,
};

// A server imports many logs, a command one: `ms` is the first run, `again` are those after it in the same process.
const times: number[] = [];
let count = 0;
for (let run = 0; run <= Number(again ?? 0); run++) {
  const began = performance.now();
  count = await modes[mode]!();
  times.push(performance.now() - began);
}
process.stdout.write(JSON.stringify({ ms: times[0], again: times.slice(1), count, peakMb: process.resourceUsage().maxRSS / 1024 }));
