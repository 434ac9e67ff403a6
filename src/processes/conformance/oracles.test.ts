import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../platform/event-engine/index.ts';
import { variantLog } from '../discovery/index.ts';
import { importLog } from '../event-logs/index.ts';
import { netOfTree, parseTree, type VariantLog } from '../models/index.ts';
import { alignHere } from './align-here.ts';
import { fitnessOf } from './fitness.ts';
import { replay, replayFitnessOf } from './replay.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const uci = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: 'D/M/YYYY HH:MM', nullText: '?' };
const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-conformance-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  c = await engine.connect();
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

interface Oracle { readonly alignments: { readonly imf?: { readonly averageFitness: number; readonly percFitTraces: number } } }
const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, shared), 'utf8')) as T;
const share = (log: VariantLog, cases: number) => (100 * cases) / log.counts.reduce((a, b) => a + b, 0);

test.skipIf(!existsSync(shared)).each([
  ['running-example', 'running-example.xes', {}], ['sepsis', 'sepsis.xes.gz', {}], ['receipt', 'receipt.xes.gz', {}], ['bpic2013-closed-problems', 'bpic2013-closed-problems.xes.gz', {}], ['uci-incident', 'uci-incident.csv.gz', uci], ['bpic2012', 'bpic2012.xes.gz', {}],
])('%s: fits its noise-0 model, in replay and alignments; with noise as an independent implementation says (skipped where it says nothing)', async (name, file, mapping) => {
  const path = new URL(`logs/${file}`, shared).pathname;
  const { version } = await importLog({ dir, source: { path }, mapping, mode: 'replace' });
  const log = await variantLog(c, version);
  const models = read<Record<string, string>>(`oracles/${name}/models.json`);
  const all = netOfTree(parseTree(models['inductive_noise_0.0']!));
  const cases = log.counts.reduce((a, b) => a + b, 0);
  expect(fitnessOf(log, alignHere(all, log))).toEqual({ method: 'alignments', fitness: 1, fittingCases: cases, cases, averageCost: 0, exact: true, lower: 1, upper: 1 });
  expect(replayFitnessOf(log, replay(all, log))).toEqual({ method: 'replay', fitness: 1, fittingCases: cases, cases, averageCost: 0, exact: true, lower: 1, upper: 1, logFitness: 1 });
  const some = netOfTree(parseTree(models['inductive_noise_0.2']!));
  const [found, replayed] = [fitnessOf(log, alignHere(some, log)), replayFitnessOf(log, replay(some, log))];
  expect(found.exact).toBe(true);
  // A case misses no token and leaves none exactly where a run of the model tells it.
  expect(replayed.fittingCases).toBe(found.fittingCases);
  const { imf } = read<Oracle>(`oracles/${name}/conformance.json`).alignments;
  if (imf === undefined) return;
  expect(found.fitness / imf.averageFitness).toBeCloseTo(1, 9);
  expect(share(log, found.fittingCases)).toBeCloseTo(imf.percFitTraces, 6);
}, 60_000);
