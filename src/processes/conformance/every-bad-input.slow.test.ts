import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../platform/event-engine/index.ts';
import { discoverTree, variantLog } from '../discovery/index.ts';
import { type DatasetVersion, importLog, type LogFilter } from '../event-logs/index.ts';
import { netOfTree, parseModel, parseTree, type PetriNet, type VariantLog, variantLogOf } from '../models/index.ts';
import { elsewhere } from './elsewhere.ts';
import { checkRule, type Rule } from './rules/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-bad-input-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const steps = (n: number) => Array.from({ length: n }, (_, i) => `s${i}`);
const several = (n: number, trace: (i: number) => string[]) => Array.from({ length: n }, (_, i) => trace(i));
interface Odd { readonly cases: readonly (readonly string[])[]; readonly instant?: boolean; readonly filter?: LogFilter }
const LOGS: Readonly<Record<string, Odd>> = {
  'no case in view': { cases: [['s0', 's1']], filter: { started: { from: '2030-01-01T00:00:00Z' } } },
  'cases of one event': { cases: several(300, (i) => [`s${i % 3}`]) },
  'ten thousand activities in one case': { cases: [steps(10_000)] },
  'ten thousand activities, each alone in its case': { cases: steps(10_000).map((s) => [s]) },
  'a case of 100,000 events': { cases: [Array.from({ length: 100_000 }, (_, i) => `s${(i * i) % 17}`), ['s0', 's1']] },
  'all events at one instant': { cases: several(50, (i) => (i % 2 === 0 ? ['s0', 's1', 's2'] : ['s1', 's0', 's0'])), instant: true },
};

const net = (places: number, transitions: [string | null, number[], number[]][], final = [places - 1]): PetriNet => ({ places: Array.from({ length: places }, (_, i) => ({ id: `p${i}` })), transitions: transitions.map(([label, inputs, outputs], i) => ({ id: `t${i}`, label, inputs, outputs })), initial: [0], final });
const MODELS: Readonly<Record<string, PetriNet>> = {
  'with dead parts': net(4, [['s0', [0], [3]], ['s1', [1], [2]]]),
  'that never ends': net(4, [['s0', [0], [1]], ['s1', [0], [2]], ['s2', [1, 2], [3]]]),
  'with dead ends': net(4, [['s0', [0], [1]], ['s1', [0], [2]], ['s2', [1], [3]], ['s1', [2], [2]]]),
  'without bounds': net(3, [[null, [0], [0, 1]], ['s0', [1], []], [null, [0], [2]]]),
  'of other activities': netOfTree(parseTree("->( 'x', +( 'y', 'z' ) )")),
};
const RULES = (a: string, b: string): Rule[] => [{ kind: 'follows', first: a, followedBy: b }, { kind: 'follows', first: a, followedBy: b, withinHours: 1 }, { kind: 'only-after', activity: b, after: a }, { kind: 'never-both', a, b }, { kind: 'different-people', a, b }, { kind: 'at-most', activity: a, times: 1 }, { kind: 'starts-with', activity: a }, { kind: 'ends-with', activity: b }];

async function imported(name: string, { cases, instant = false }: Odd): Promise<DatasetVersion> {
  const path = join(dir, `${name}.csv`);
  const rows = cases.flatMap((trace, k) => trace.map((activity, i) => `${k},${activity},${new Date(Date.UTC(2025, 0, 1) + (instant ? 0 : 60_000 * i)).toISOString()},p${i % 9}\n`));
  writeFileSync(path, `case,activity,time,who\n${rows.join('')}`);
  return (await importLog({ dir, source: { path }, mapping: { case: 'case', activity: 'activity', time: 'time', resource: 'who' }, mode: 'replace', threads: 1 })).version;
}

const SECONDS = 3;
/** Past the time limit, what one step of the work and a busy machine may take. */
const GRACE = 40;

const CODES = ['bad-input', 'too-long', 'too-large', 'cancelled'];

/** What was answered, or the code of a problem that says what is wrong; anything else, and what took too long, is thrown. */
async function answered<T>(ask: Promise<T>, seconds = SECONDS): Promise<T | string> {
  const began = performance.now();
  const found = await ask.catch((error: unknown) => {
    const { code = '', detail = '', wanted } = error as { code?: string; detail?: string; wanted?: string };
    if (!CODES.includes(code) || detail.length < 20 || (wanted === undefined && code !== 'cancelled')) throw error;
    return code;
  });
  const took = (performance.now() - began) / 1000;
  if (took > seconds + GRACE) throw new Error(`${took} s`);
  return found;
}

/** What is wrong with what is said of a log and a model; a log fits its own model, others fit between their bounds. */
async function wrong(fit: 'replay' | 'alignments', model: PetriNet, log: VariantLog, own: boolean): Promise<string | null> {
  const seconds = own ? 30 : SECONDS;
  const found = await answered(elsewhere({ fit }, model, log, { seconds }), seconds);
  if (typeof found === 'string') return own ? found : null;
  const { lower, upper, fitness, exact } = found.fitness;
  const right = own ? exact && fitness === 1 : lower >= 0 && lower <= fitness && fitness <= upper && upper <= 1;
  return right ? null : JSON.stringify(found.fitness);
}

test.each(Object.entries(LOGS))('%s: models, comparisons and rules are answered, or say what is wrong, in time', async (name, odd) => {
  const version = await imported(name, odd);
  const log = await variantLog(c, version, odd.filter);
  const trees = [await answered(discoverTree(log, 0)), await answered(discoverTree(log, 0.2))];
  expect(trees.map((tree) => typeof tree === 'string')).toEqual(trees.map(() => log.counts.length === 0));
  const [own] = trees;
  for (const fit of ['replay', 'alignments'] as const) {
    expect([fit, typeof own === 'string' ? null : await wrong(fit, netOfTree(own!), log, true)]).toEqual([fit, null]);
    for (const [which, model] of Object.entries(MODELS)) expect([fit, which, await wrong(fit, model, log, false)]).toEqual([fit, which, null]);
  }
  for (const rule of RULES('s0', 's1')) {
    const found = await answered(checkRule(c, version, rule, { filter: odd.filter }));
    expect(found).toEqual({ concerned: expect.any(Number), broken: expect.any(Number), undecided: expect.any(Number) });
  }
});

test('a log without events, an activity that is not there, and a diagram with parts of other kinds are refused by name', async () => {
  await expect(imported('none', { cases: [] })).rejects.toMatchObject({ code: 'bad-input', wanted: expect.any(String) });
  const version = await imported('two', { cases: [['s0', 's1']] });
  for (const rule of RULES('s0', 'nowhere').filter((r) => JSON.stringify(r).includes('nowhere'))) await expect(checkRule(c, version, rule)).rejects.toMatchObject({ code: 'bad-input', value: 'nowhere' });
  const diagram = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><inclusiveGateway id="or"/><subProcess id="sub"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="or"/><sequenceFlow id="g" sourceRef="or" targetRef="sub"/><sequenceFlow id="h" sourceRef="sub" targetRef="e"/></process></definitions>';
  expect(() => parseModel(diagram, 'm.bpmn')).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ value: 'or' }), expect.objectContaining({ value: 'sub' })] }));
});

test('everything long ends when nobody waits any more', async () => {
  const wide = netOfTree(parseTree(`+( ${steps(18).map((s) => `'${s}'`).join(', ')} )`));
  const long = variantLogOf([Array.from({ length: 100_000 }, (_, i) => `s${(i * 7) % 18}`)]);
  const version = await imported('long', { cases: long.sequences.map((s) => Array.from(s, (a) => long.activities[a]!)) });
  const asks: ((signal: AbortSignal) => Promise<unknown>)[] = [
    ...(['replay', 'alignments'] as const).map((fit) => (signal: AbortSignal) => elsewhere({ fit }, wide, long, { signal })),
    (signal) => discoverTree(variantLogOf(several(3000, (i) => Array.from({ length: 60 }, (_, k) => `s${(i * 7919 + k * k * 31) % 3000}`))), 0.2, { signal }),
  ];
  for (const ask of asks) {
    const gone = new AbortController();
    setTimeout(() => gone.abort(), 100);
    expect(await answered(ask(gone.signal))).toBe('cancelled');
  }
  for (const rule of RULES('s0', 's1')) await expect(checkRule(c, version, rule, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
});
