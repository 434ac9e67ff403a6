// Asks an imported log (folder, version id) as the page does when a filter changes: the map and the summary at once, over HTTP. Prints times in
// milliseconds and the peak memory of this process as JSON.
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { buildServer } from '../../src/platform/http/index.ts';
import { systemActor, type Ctx } from '../../src/platform/write/index.ts';
import { FairQueue, queuedEngine, queueLimits, questionRoutes, readVersion } from '../../src/processes/event-logs/index.ts';
import { timed } from './made-log.ts';

const FILTERS = [
  'from=2025-02-01T00:00:00Z&to=2025-05-01T00:00:00Z', 'activeFrom=2025-06-01T00:00:00Z&activeTo=2025-06-08T00:00:00Z', 'completedFrom=2025-09-01T00:00:00Z', 'activity=Step 9', 'without=Step 5', 'start=Step 0&end=Step 7',
  'directly=Step 3→Step 4', 'never=Step 4→Step 8', 'eventually=Step 4→Step 8', 'top=50', 'variant=0&variant=1', 'minSeconds=259200', 'attribute=region:north&attribute=region:east', 'attributeNot=region:west', 'minSeconds=259200&activity=Step 9&attribute=region:south',
];

const [dir = '', id = ''] = process.argv.slice(2);
const version = await readVersion(dir, id);
const engine = await openEngine({ tempDir: dir, folders: [dir] });
const ctx = { db: undefined as never, clock: { now: () => new Date() }, actor: systemActor } satisfies Ctx;
const http = await buildServer({ routes: questionRoutes({ engine: queuedEngine(engine, new FairQueue(queueLimits())), currentVersion: async () => version }), identify: async () => ctx, stranger: ctx, version: '1' });
const address = await http.listen({ host: '127.0.0.1', port: 0 });

async function ask(path: string): Promise<void> {
  const answer = await fetch(`${address}/api/v1/event-logs/made/${path}`);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

const first = await timed(() => ask('map'));
// The moves are there once a map is much quicker than from the parts; at the latest after this.
await new Promise((resolve) => { setTimeout(resolve, version.manifest.counts.events / 500); });
const page: number[] = [];
for (const filter of FILTERS) page.push(await timed(() => Promise.all([ask(`map?${filter}`), ask(`summary?${filter}`)])));
for (const path of ['map', 'summary', 'variants', 'cases', 'map.csv', 'variants.csv', 'cases.csv', 'attributes/region/values']) await ask(path);
process.stdout.write(JSON.stringify({ first, page, peakMb: process.resourceUsage().maxRSS / 1000 }));
await http.close();
process.exit(0);
