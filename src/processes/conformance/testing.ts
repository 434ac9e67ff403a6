import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openEngine } from '../../platform/event-engine/index.ts';
import { inductiveTree, variantLog } from '../discovery/index.ts';
import { type ImportOrder, importLog } from '../event-logs/index.ts';
import { netOfTree, parseTree, type VariantLog } from '../models/index.ts';
import { alignHere } from './align-here.ts';
import { fitnessOf } from './fitness.ts';
import { replay, replayFitnessOf } from './replay.ts';

const shared = new URL('../../../../shared/', import.meta.url);
/** Where the public logs are not at hand there is nothing to compare with. */
export const noLogs = !existsSync(shared);

interface Oracle { readonly alignments: { readonly imf?: { readonly averageFitness: number; readonly percFitTraces: number } } }
const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, shared), 'utf8')) as T;
const share = (log: VariantLog, cases: number) => (100 * cases) / log.counts.reduce((a, b) => a + b, 0);

/** A public log, and how its columns are read where it is a table. */
export interface PublicLog { readonly name: string; readonly file: string; readonly mapping?: ImportOrder['mapping'] }

async function variantsOf({ file, mapping }: Omit<PublicLog, 'name'>): Promise<VariantLog> {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-conformance-'));
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  const c = await engine.connect();
  try {
    const { version } = await importLog({ dir, source: { path: new URL(`logs/${file}`, shared).pathname }, mapping, mode: 'replace' });
    return await variantLog(c, version);
  } finally {
    c.close();
    await engine.close();
    rmSync(dir, { recursive: true });
  }
}

/** A public log fits its noise-0 model, in replay and alignments. */
export async function fitsItself(source: Omit<PublicLog, 'name'>): Promise<VariantLog> {
  const log = await variantsOf(source);
  const net = netOfTree(inductiveTree(log));
  const cases = log.counts.reduce((a, b) => a + b, 0);
  expect(fitnessOf(log, alignHere(net, log))).toEqual({ method: 'alignments', fitness: 1, fittingCases: cases, cases, averageCost: 0, exact: true, lower: 1, upper: 1 });
  expect(replayFitnessOf(log, replay(net, log))).toEqual({ method: 'replay', fitness: 1, fittingCases: cases, cases, averageCost: 0, exact: true, lower: 1, upper: 1, logFitness: 1 });
  return log;
}

/** A public log fits its noise-0 model, and with noise the model of an independent implementation as that says. */
export async function fitsAsSaid({ name, ...source }: PublicLog): Promise<void> {
  const log = await fitsItself(source);
  const models = read<Record<string, string>>(`oracles/${name}/models.json`);
  const some = netOfTree(parseTree(models['inductive_noise_0.2']!));
  const [found, replayed] = [fitnessOf(log, alignHere(some, log)), replayFitnessOf(log, replay(some, log))];
  expect(found.exact).toBe(true);
  // A case misses no token and leaves none exactly where a run of the model tells it.
  expect(replayed.fittingCases).toBe(found.fittingCases);
  const { imf } = read<Oracle>(`oracles/${name}/conformance.json`).alignments;
  if (imf === undefined) return;
  expect(found.fitness / imf.averageFitness).toBeCloseTo(1, 9);
  expect(share(log, found.fittingCases)).toBeCloseTo(imf.percFitTraces, 6);
}
