// Asks an imported log (folder, version id) every question about time in turn, as the server does, in a process of its own whose memory is measured.
// Prints what each took and the peak memory as JSON.
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { readVersion } from '../../src/processes/event-logs/index.ts';
import { activityTimes, batches, edgeTimes, handOvers, rework, slowAndFast, type Steps } from '../../src/processes/performance/index.ts';
import { compareSets } from '../../src/processes/performance/comparison/compare.ts';
import { activeCases } from '../../src/processes/performance/over-time/active-cases.ts';
import { resourceLoad } from '../../src/processes/performance/over-time/load.ts';
import { StepCache } from '../../src/processes/performance/steps/step-cache.ts';
import { allStepsBehind } from '../../src/processes/performance/steps/step-rows.ts';
import { timeFindings } from '../../src/processes/performance/time-findings.ts';

const calendar = { zone: 'Europe/London', weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 })), exceptions: new Map([['2025-12-25', []]]) };
const completion = { ends: ['Step 14'], closedAfterSeconds: 864_000 };
const agreed = { process: null, zone: calendar.zone, ...completion, calendar, hours: null, delayCostAnHour: null, functions: new Map(Array.from({ length: 20 }, (_, i) => [`Step ${i}`, `Function ${i % 4}`])) };
const north = { attributes: [{ name: 'region', values: ['north'] }] };

const [dir = '', id = ''] = process.argv.slice(2);
const version = await readVersion(dir, id);
const engine = await openEngine({ tempDir: dir, folders: [dir] });
const c = await engine.connect();
const cache = new StepCache(engine);
const ofSteps = (work: (steps: Steps) => Promise<unknown>, filter = {}) => cache.with({ c, eventLog: 'made', version, calendar, ends: completion.ends, filter }, work);
const everything = (steps: Steps) => timeFindings(steps, agreed);

const took: { name: string; ms: number; cpu: number }[] = [];
async function ask(name: string, question: () => Promise<unknown>): Promise<void> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await question();
  const cpu = process.cpuUsage(before);
  took.push({ name, ms: performance.now() - began, cpu: (cpu.user + cpu.system) / 1e6 });
}

await ask('where time goes, asked first', () => ofSteps(everything));
await ask('where time goes, of kept steps', () => ofSteps(everything));
for (const [name, question] of Object.entries({ 'times of activities': activityTimes, 'times of pairs': edgeTimes, rework, 'hand-overs': handOvers, batches: (s: Steps) => batches(s), 'load by hour of the week': (s: Steps) => resourceLoad(s, calendar.zone) })) await ask(name, () => ofSteps(question));
await ask('where time goes, filtered to a quarter', () => ofSteps(everything, north));
await ask('cases over time', () => activeCases(c, version, { zone: calendar.zone, by: 'week', completion }));
await ask('slow or fast', () => slowAndFast(c, version, { zone: calendar.zone, completion, calendar }));
await ask('a quarter beside all cases', () => compareSets(c, version, { completion, calendar, filter: north }, { completion, calendar }));
await ask('all steps as rows', () => ofSteps(async (steps) => { for await (const _ of allStepsBehind(steps, {})); }));
process.stdout.write(JSON.stringify({ took, peakMb: process.resourceUsage().maxRSS / 1000 }));
process.exit(0);
