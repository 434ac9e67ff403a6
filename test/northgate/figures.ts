import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { loadFolder } from '../../src/platform/company-folder/index.ts';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { buildServer } from '../../src/platform/http/index.ts';
import { currentRecords } from '../../src/platform/register/index.ts';
import { fitRoutes, ruleRoutes } from '../../src/processes/conformance/index.ts';
import { type DatasetVersion, importLog } from '../../src/processes/event-logs/index.ts';
import { eventLogKind } from '../../src/processes/log-register/index.ts';
import { Discoveries } from '../../src/processes/model-register/index.ts';
import { differenceRoutes, timeRoutes } from '../../src/processes/performance/index.ts';
import { actor, applyFiles, kinds, workspace } from '../company-folder/harness.ts';

const folder = join(import.meta.dirname, '../../examples/northgate');

/** A figure that leads to rows: what was asked for, what the answer says, and how many rows its list has. */
export type Followed = readonly [log: string, what: string, figure: number, rows: number];

/** Follows each figure of rules, model fit, slow or fast, and time to its rows: of one log of the example, or of all. */
export async function followFigures(only?: string): Promise<Followed[]> {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-figures-'));
  const w = await workspace();
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  try {
    await applyFiles(w.as(), await loadFolder(folder, kinds.all), kinds);
    const versions: Record<string, DatasetVersion> = {};
    for (const { id, body } of await currentRecords(w.db, eventLogKind)) if (only === undefined || id === only) versions[id] = (await importLog({ dir, source: { path: join(folder, body.file!) }, mapping: { ...body.mapping!, zone: body.zone }, mode: 'replace', threads: 1, pseudonym: (name) => `p-${name}` })).version;
    const parts = { engine, currentVersion: async (_: unknown, id: string) => versions[id], discoveries: new Discoveries() };
    const http = await buildServer({ routes: [...ruleRoutes(parts), ...fitRoutes(parts), ...differenceRoutes(parts), ...timeRoutes(parts)], identify: async () => w.as(actor(['viewer']), '2026-11-09T10:05:00Z'), stranger: w.as(), version: '1' });
    const told: Followed[] = [];
    for (const log of Object.keys(versions)) told.push(...await followed(http, log));
    await http.close();
    return told;
  } finally {
    await engine.close();
    await w.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

const get = async (http: FastifyInstance, log: string, path: string, query: Record<string, string> = {}) => {
  const answer = await http.inject({ url: `/api/v1/event-logs/${log}/${path}`, query });
  if (answer.statusCode !== 200) throw new Error(`${log} ${path} ${JSON.stringify(query)}: ${answer.body}`);
  return answer;
};

async function followed(http: FastifyInstance, log: string): Promise<Followed[]> {
  const told: Followed[] = [];
  const json = async (path: string) => (await get(http, log, path)).json();
  const rows = async (path: string, query: Record<string, string>, figure: number) => { told.push([log, `${path} ${new URLSearchParams(query)}`, figure, (await get(http, log, path, { ...query, limit: '1' })).json().total]); };
  for (const { id, answer } of (await json('rules')).items) for (const counted of answer === null ? [] : ['concerned', 'kept', 'broken', 'undecided']) await rows(`rules/${id}/cases`, { counted }, answer[counted]);
  await ofFit(await json('conformance?seconds=60'), rows);
  await ofDifferences(await json('differences'), rows);
  const lines: Lines = async (path, query, figure, of) => { told.push([log, `${path}.csv ${new URLSearchParams(query)}`, figure, of((await get(http, log, `${path}.csv`, query)).body.split('\r\n').slice(1, -1).map((line) => line.split(',')))]); };
  await ofTime(await json('performance'), rows, lines);
  return told;
}

type Answer = ReturnType<typeof JSON.parse>;
type Rows = (path: string, query: Record<string, string>, figure: number) => Promise<void>;
/** A figure of what is in the lines of a file. */
type Lines = (path: string, query: Record<string, string>, figure: number, of: (cells: readonly string[][]) => number) => Promise<void>;

async function ofFit(fit: Answer, rows: Rows): Promise<void> {
  for (const counted of ['cases', 'underWay', 'keeping', 'leaving', 'unknown']) await rows('conformance/cases', { counted, seconds: '60' }, fit[counted]);
  for (const { id, cases } of fit.deviations) await rows('conformance/cases', { deviation: id, seconds: '60' }, cases);
}

/** The first of each kind: what is counted is counted in the same way. */
async function ofDifferences({ split, differences }: Answer, rows: Rows): Promise<void> {
  for (const side of ['slow', 'fast', 'open']) await rows('differences/cases', { side }, split[side]);
  const kinds = new Map<string, Answer>(differences.toReversed().map((d: Answer) => [`${d.kind} ${d.name}`, d]));
  for (const { kind, name, value, cases, share, filter } of kinds.values()) {
    const of = { kind, ...(name === null ? {} : { name }), ...(value === null ? {} : { value: kind === 'variant' ? String(filter.variant[0]) : value }) };
    if (share === null) await rows('differences/cases', of, cases);
    else for (const [has, counts] of Object.entries<Answer>({ true: share.with, false: share.without })) { await rows('differences/cases', { ...of, has }, counts.cases); await rows('differences/cases', { ...of, has, side: 'slow' }, counts.slow); }
  }
}

async function ofTime(time: Answer, rows: Rows, lines: Lines): Promise<void> {
  const steps = (query: Record<string, string>, figure: number) => rows('performance/steps', query, figure);
  const cases = (query: Record<string, string>, figure: number) => rows('performance/steps/cases', query, figure);
  for (const { activity: step, instances, withoutStart } of time.activities) { await steps({ step }, instances); await steps({ step, withoutStart: 'true' }, withoutStart); }
  for (const { from, to, instances } of time.edges) await steps({ step: to, after: from }, instances);
  for (const { activity: step, casesAgain, repeats } of time.rework) { await steps({ step, again: 'true' }, repeats); await cases({ step, again: 'true' }, casesAgain); }
  for (const { activity: step, instances, batched } of time.batches.activities) { await steps({ step, batched: 'true' }, batched); await steps({ step, batched: 'false' }, instances - batched); }
  for (const { from, to, handOvers, cases: n } of time.functions?.handOvers ?? []) { await steps({ fromFunction: from, toFunction: to }, handOvers); await cases({ fromFunction: from, toFunction: to }, n); }
  for (const { activity: step, instances } of time.later) await steps({ step, later: 'true' }, instances);
  for (const { hourOfWeek, begun } of time.load.hours.slice(0, 5)) await steps({ hour: String(hourOfWeek) }, begun);
  // From the end of a line, where no name is: batch, batch_cases, in_hour_s.
  for (const { hourOfWeek, busySeconds } of time.load.hours.slice(0, 5)) await lines('performance/steps', { hour: String(hourOfWeek), worked: 'true' }, Math.round(busySeconds), (cells) => Math.round(cells.reduce((sum, line) => sum + Number(line.at(-1)), 0)));
  for (const { activity: step, batches } of time.batches.activities) await lines('performance/steps', { step, batched: 'true' }, batches, (cells) => new Set(cells.map((line) => line.at(-3))).size);
}
