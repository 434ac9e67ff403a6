import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../maths/random/index.ts';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { type DatasetVersion, importLog } from '../../event-logs/index.ts';
import { checkRule, type Rule, type RuleAnswer } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-rules-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  c = await engine.connect();
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

interface Event { readonly activity: string; readonly hour: number; readonly who: string }
type Log = ReadonlyMap<string, readonly Event[]>;

async function imported(log: Log, name: string): Promise<DatasetVersion> {
  const rows = [...log].flatMap(([id, events]) => events.map((e) => `${id},${e.activity},${new Date(Date.UTC(2024, 0, 1) + e.hour * 3_600_000).toISOString()},${e.who}\n`));
  writeFileSync(join(dir, name), `case,activity,time,who\n${rows.join('')}`);
  const { version } = await importLog({ dir, source: { path: join(dir, name) }, mapping: { case: 'case', activity: 'activity', time: 'time', resource: 'who' }, mode: 'replace' });
  return version;
}

/** What each rule says of one case, read aloud: true broken, false kept, null not known, undefined not about it. */
function told(rule: Rule, events: readonly Event[], ends: number): boolean | null | undefined {
  const of = (activity: string) => events.filter((e) => e.activity === activity);
  const worst = (each: readonly (boolean | null)[]) => (each.includes(true) ? true : each.includes(null) ? null : false);
  switch (rule.kind) {
    case 'follows': {
      const firsts = events.flatMap((e, i) => (e.activity === rule.first ? [i] : []));
      if (firsts.length === 0) return undefined;
      return worst(firsts.map((i) => {
        const later = rule.directly === true ? events.slice(i + 1, i + 2) : events.slice(i + 1);
        const then = later.find((e) => e.activity === rule.followedBy);
        if (rule.withinHours === undefined) return then === undefined;
        if (then !== undefined) return then.hour - events[i]!.hour > rule.withinHours;
        if (rule.directly === true && later.length > 0) return true;
        return events[i]!.hour + rule.withinHours >= ends ? null : true;
      }));
    }
    case 'never-both': return of(rule.a).length > 0 && of(rule.b).length > 0;
    case 'different-people': {
      if (of(rule.a).length === 0 || of(rule.b).length === 0) return undefined;
      if (of(rule.a).some((x) => x.who !== '' && of(rule.b).some((y) => y.who === x.who))) return true;
      return [...of(rule.a), ...of(rule.b)].some((e) => e.who === '') ? null : false;
    }
    case 'at-most': return of(rule.activity).length === 0 ? undefined : of(rule.activity).length > rule.times;
    case 'starts-with': return events[0]!.activity !== rule.activity;
    case 'ends-with': return events.at(-1)!.activity !== rule.activity;
  }
}

function reference(log: Log, rule: Rule): RuleAnswer {
  const ends = Math.max(...[...log.values()].flat().map((e) => e.hour));
  const verdicts = [...log].map(([id, events]) => ({ id, broken: told(rule, events, ends) })).filter((v) => v.broken !== undefined);
  const broken = verdicts.filter((v) => v.broken === true);
  return { concerned: verdicts.length, broken: broken.length, undecided: verdicts.filter((v) => v.broken === null).length, items: broken.map(({ id }) => ({ id })), next: null };
}

const RULES: readonly Rule[] = [
  { kind: 'follows', first: 'a', followedBy: 'b' }, { kind: 'follows', first: 'a', followedBy: 'b', directly: true }, { kind: 'follows', first: 'a', followedBy: 'b', withinHours: 5 },
  { kind: 'follows', first: 'b', followedBy: 'c', directly: true, withinHours: 3 }, { kind: 'follows', first: 'c', followedBy: 'a', withinHours: 0 }, { kind: 'never-both', a: 'a', b: 'd' }, { kind: 'different-people', a: 'a', b: 'b' },
  { kind: 'at-most', activity: 'a', times: 1 }, { kind: 'at-most', activity: 'd', times: 0 }, { kind: 'starts-with', activity: 'a' }, { kind: 'ends-with', activity: 'c' },
];

test('each rule says of random logs what reading them aloud says', async () => {
  for (const seed of [1, 2, 3]) {
    const random = seededRandom(seed);
    const pick = <T>(from: readonly T[]) => from[Math.floor(random.unit() * from.length)]!;
    const log = new Map(Array.from({ length: 60 }, (_, k): [string, Event[]] => {
      let hour = Math.floor(random.unit() * 50);
      return [`k${k}`, Array.from({ length: 1 + Math.floor(random.unit() * 8) }, () => ({ activity: pick(['a', 'b', 'c', 'd']), hour: (hour += Math.floor(random.unit() * 4)), who: pick(['ann', 'bob', 'cy', '']) }))];
    }));
    const version = await imported(log, `random-${seed}.csv`);
    for (const rule of RULES) expect([rule, await checkRule(c, version, rule, { limit: 1000 })]).toEqual([rule, reference(log, rule)]);
  }
}, 60_000);

test('pages, filters, and rules that make no sense', async () => {
  const log = new Map(['1', '2', '3', '4', '5'].map((id): [string, Event[]] => [id, [{ activity: 'a', hour: 0, who: 'ann' }, { activity: id === '3' ? 'b' : 'c', hour: 1, who: 'ann' }]]));
  const version = await imported(log, 'pages.csv');
  const rule: Rule = { kind: 'follows', first: 'a', followedBy: 'b' };
  const first = await checkRule(c, version, rule, { limit: 2 });
  expect(first).toMatchObject({ concerned: 5, broken: 4, undecided: 0, items: [{ id: '1' }, { id: '2' }] });
  expect(await checkRule(c, version, rule, { limit: 2, after: first.next! })).toMatchObject({ broken: 4, items: [{ id: '4' }, { id: '5' }], next: null });
  expect(await checkRule(c, version, rule, { filter: { activities: ['b'] } })).toMatchObject({ concerned: 1, broken: 0 });
  for (const bad of [{ ...rule, followedBy: 'x' }, { ...rule, followedBy: 'a' }, { ...rule, withinHours: -1 }, { kind: 'at-most', activity: 'a', times: 0.5 }] as const) {
    await expect(checkRule(c, version, bad)).rejects.toMatchObject({ code: 'bad-input', at: { path: expect.stringMatching(/^rule/) } });
  }
}, 60_000);
