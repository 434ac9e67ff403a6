import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../maths/random/index.ts';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { casesAmong, type DatasetVersion, importLog } from '../../event-logs/index.ts';
import { workingMs, type WorkingCalendar } from '../../../maths/time/index.ts';
import { casesOfRule, checkRule, ruleFigures, type RuleFigure, type RuleScope } from './check.ts';
import type { Rule, RuleAnswer } from './rule.ts';
import { answerInWords, ruleInWords } from './words.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-rules-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  c = await engine.connect();
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

interface Event { readonly activity: string; readonly hour: number; readonly who: string }
type Log = ReadonlyMap<string, readonly Event[]>;

/** The last week of March 2024: Good Friday, Easter Monday, and the night to Sunday in which London loses an hour. */
const began = Date.UTC(2024, 2, 27);
const at = (hour: number) => began + hour * 3_600_000;
/** Nine to half past five on weekdays and through the night to Sunday, with the two holidays. */
const calendar: WorkingCalendar = {
  zone: 'Europe/London', weekly: [...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1050 })), { weekday: 7, fromMinute: 0, toMinute: 240 }],
  exceptions: new Map([['2024-03-29', []], ['2024-04-01', []]]),
};

async function imported(log: Log, name: string): Promise<DatasetVersion> {
  const rows = [...log].flatMap(([id, events]) => events.map((e) => `${id},${e.activity},${new Date(at(e.hour)).toISOString()},${e.who}\n`));
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
        const hours = rule.withinHours ?? rule.withinWorkingHours;
        const between = (to: number) => (rule.withinHours === undefined ? workingMs(calendar, at(events[i]!.hour), at(to)) / 3_600_000 : to - events[i]!.hour);
        if (hours === undefined) return then === undefined;
        if (then !== undefined) return between(then.hour) > hours;
        if (rule.directly === true && later.length > 0) return true;
        return between(ends) <= hours ? null : true;
      }));
    }
    case 'only-after': return of(rule.activity).length === 0 ? undefined : !events.slice(0, events.findIndex((e) => e.activity === rule.activity)).some((e) => e.activity === rule.after);
    case 'never-both': return of(rule.a).length > 0 && of(rule.b).length > 0;
    case 'different-people': {
      if (of(rule.a).length === 0 || of(rule.b).length === 0) return undefined;
      if (of(rule.a).some((x) => x.who !== '' && of(rule.b).some((y) => y.who === x.who))) return true;
      return [...of(rule.a), ...of(rule.b)].some((e) => e.who === '') ? null : false;
    }
    case 'at-most': return of(rule.activity).length > rule.times;
    case 'starts-with': return events[0]!.activity !== rule.activity;
    case 'ends-with': return events.at(-1)!.activity !== rule.activity;
  }
}

async function idsOf(version: DatasetVersion, rule: Rule, counted: RuleFigure = 'broken', scope: RuleScope = { calendar }): Promise<string[]> {
  return (await casesAmong(c, version, await casesOfRule(c, version, rule, counted, scope), { limit: 1000 })).items.map((k) => k.id);
}

function reference(log: Log, rule: Rule): { answer: RuleAnswer; cases: Record<RuleFigure, string[]> } {
  const ends = Math.max(...[...log.values()].flat().map((e) => e.hour));
  const verdicts = [...log].map(([id, events]) => ({ id, broken: told(rule, events, ends) })).filter((v) => v.broken !== undefined);
  const that = (broken: boolean | null) => verdicts.filter((v) => v.broken === broken).map(({ id }) => id);
  const cases = { concerned: verdicts.map(({ id }) => id), kept: that(false), broken: that(true), undecided: that(null) };
  return { answer: { concerned: cases.concerned.length, broken: cases.broken.length, undecided: cases.undecided.length }, cases };
}

const RULES: readonly Rule[] = [
  { kind: 'follows', first: 'a', followedBy: 'b' }, { kind: 'follows', first: 'a', followedBy: 'b', directly: true }, { kind: 'follows', first: 'a', followedBy: 'b', withinHours: 5 },
  { kind: 'follows', first: 'b', followedBy: 'c', directly: true, withinHours: 3 }, { kind: 'follows', first: 'c', followedBy: 'a', withinHours: 0 },
  { kind: 'follows', first: 'a', followedBy: 'b', withinWorkingHours: 2.5 }, { kind: 'follows', first: 'b', followedBy: 'c', directly: true, withinWorkingHours: 0 }, { kind: 'only-after', activity: 'c', after: 'a' }, { kind: 'never-both', a: 'a', b: 'd' }, { kind: 'different-people', a: 'a', b: 'b' },
  { kind: 'at-most', activity: 'a', times: 1 }, { kind: 'at-most', activity: 'd', times: 0 }, { kind: 'starts-with', activity: 'a' }, { kind: 'ends-with', activity: 'c' },
];

test('each rule says of random logs what reading them aloud says', async () => {
  for (const seed of [1, 2, 3]) {
    const random = seededRandom(seed);
    const pick = <T>(from: readonly T[]) => from[Math.floor(random.unit() * from.length)]!;
    const log = new Map(Array.from({ length: 60 }, (_, k): [string, Event[]] => {
      let hour = Math.floor(random.unit() * 120);
      return [`k${k}`, Array.from({ length: 1 + Math.floor(random.unit() * 8) }, () => ({ activity: pick(['a', 'b', 'c', 'd']), hour: (hour += Math.floor(random.unit() ** 4 * 90)), who: pick(['ann', 'bob', 'cy', '']) }))];
    }));
    const version = await imported(log, `random-${seed}.csv`);
    for (const rule of RULES) {
      const cases = Object.fromEntries(await Promise.all(ruleFigures.map(async (counted) => [counted, await idsOf(version, rule, counted)])));
      const told = { answer: await checkRule(c, version, rule, { calendar }), cases };
      expect([rule, told]).toEqual([rule, reference(log, rule)]);
    }
  }
}, 60_000);

test('cases of a rule, filters, and rules that make no sense', async () => {
  const log = new Map(['1', '2', '3', '4', '5'].map((id): [string, Event[]] => [id, [{ activity: 'a', hour: 0, who: 'ann' }, { activity: id === '3' ? 'b' : 'c', hour: 1, who: 'ann' }]]));
  const version = await imported(log, 'pages.csv');
  const rule: Rule = { kind: 'follows', first: 'a', followedBy: 'b' };
  expect(await checkRule(c, version, rule)).toEqual({ concerned: 5, broken: 4, undecided: 0 });
  expect([await idsOf(version, rule), await idsOf(version, rule, 'kept'), await idsOf(version, rule, 'concerned', { filter: { activities: ['b'] } })]).toEqual([['1', '2', '4', '5'], ['3'], ['3']]);
  expect(await checkRule(c, version, rule, { filter: { activities: ['b'] } })).toMatchObject({ concerned: 1, broken: 0 });
  for (const bad of [{ ...rule, followedBy: 'x' }, { ...rule, followedBy: 'a' }, { ...rule, withinHours: -1 }, { ...rule, withinHours: 1, withinWorkingHours: 1 }, { ...rule, withinWorkingHours: 1 }, { kind: 'at-most', activity: 'a', times: 0.5 }] as const) {
    await expect(checkRule(c, version, bad)).rejects.toMatchObject({ code: 'bad-input', at: { path: expect.stringMatching(/^rule/) } });
  }
}, 60_000);

test('working hours by hand: a night, Easter and the change of the clock', async () => {
  const hour = (day: string, time: string) => (Date.parse(`${day}T${time}Z`) - began) / 3_600_000;
  const log = (from: [string, string], to: [string, string]) => [{ activity: 'a', hour: hour(...from), who: '' }, { activity: 'b', hour: hour(...to), who: '' }];
  const version = await imported(new Map([
    // Wednesday 17:00 to Thursday 9:30: half an hour and half an hour.
    ['night', log(['2024-03-27', '17:00:00'], ['2024-03-28', '09:30:00'])],
    // Thursday 17:00 to Tuesday 8:30 UTC, which is 9:30 in London by then: 0.5 h, three hours of the short Sunday night, 0.5 h.
    ['easter', log(['2024-03-28', '17:00:00'], ['2024-04-02', '08:30:00'])],
  ]), 'easter.csv');
  const broken = (withinWorkingHours: number) => idsOf(version, { kind: 'follows', first: 'a', followedBy: 'b', withinWorkingHours });
  expect([await broken(0.99), await broken(1), await broken(3.99), await broken(4)]).toEqual([['night', 'easter'], ['easter'], ['easter'], []]);
}, 60_000);

test('all events at one instant: the order of the file decides, and no time passes', async () => {
  const events = (names: string) => [...names].map((activity) => ({ activity, hour: 0, who: '' }));
  const version = await imported(new Map([['kept', events('ab')], ['broken', events('ba')], ['single', events('a')]]), 'instant.csv');
  const ids = (rule: Rule) => idsOf(version, rule);
  expect([await ids({ kind: 'only-after', activity: 'b', after: 'a' }), await ids({ kind: 'follows', first: 'a', followedBy: 'b' }), await ids({ kind: 'follows', first: 'a', followedBy: 'b', withinHours: 0 })]).toEqual([['broken'], ['broken', 'single'], []]);
  expect(await checkRule(c, version, { kind: 'follows', first: 'a', followedBy: 'b', withinWorkingHours: 0 }, { calendar })).toEqual({ concerned: 3, broken: 0, undecided: 2 });
}, 60_000);

test('who did what is not said of fewer than five people', async () => {
  const rule: Rule = { kind: 'different-people', a: 'a', b: 'b' };
  const check = async (people: number, payers?: number) => {
    const payer = (k: number) => (payers === undefined ? `who${(k + (k < 3 ? 0 : 1)) % people}` : payers === 0 ? '' : `who${k % payers}`);
    const rows = Array.from({ length: 20 }, (_, k) => `${k},a,2024-01-01T00:00:00Z,who${k % people}\n${k},b,2024-01-02T00:00:00Z,${payer(k)}\n`);
    const file = join(dir, `people-${people}-${payers}.csv`);
    writeFileSync(file, `case,activity,time,who\n${rows.join('')}`);
    const { version } = await importLog({ dir, source: { path: file }, mapping: { case: 'case', activity: 'activity', time: 'time', resource: 'who' }, mode: 'replace', pseudonym: (name) => `p-${name}` });
    return checkRule(c, version, rule);
  };
  await expect(check(4)).rejects.toMatchObject({ code: 'too-few-people' });
  expect(await check(5)).toEqual({ concerned: 20, broken: 3, undecided: 0 });
  // Many ask and two pay: who broke the rule is one of the two, however many asked.
  await expect(check(20, 2)).rejects.toMatchObject({ code: 'too-few-people', value: 'b' });
  expect(await check(20, 5)).toEqual({ concerned: 20, broken: 5, undecided: 0 });
  // Where nobody is known to have paid, nobody can be meant.
  expect(await check(4, 0)).toEqual({ concerned: 20, broken: 0, undecided: 20 });
}, 60_000);

test('rules and answers in words', () => {
  expect(RULES.map(ruleInWords)).toEqual([
    '“a” is followed by “b”.', '“a” is directly followed by “b”.', '“a” is followed by “b” within 5 hours.', '“b” is directly followed by “c” within 3 hours.', '“c” is followed by “a” within 0 hours.',
    '“a” is followed by “b” within 2.5 working hours.', '“b” is directly followed by “c” within 0 working hours.', '“c” comes only after “a”.', 'Never both “a” and “d” in one case.', '“a” and “b” are done by different people.',
    '“a” happens at most once in a case.', '“d” does not happen.', 'Each case begins with “a”.', 'Each case ends with “c”.',
  ]);
  const ship: Rule = { kind: 'only-after', activity: 'Ship', after: 'Check credit' };
  expect(answerInWords(ship, { concerned: 60_312, broken: 412, undecided: 0 }, 'order')).toBe('In 412 of 60,312 orders “Ship” came without “Check credit” before it.');
  expect(answerInWords(ship, { concerned: 9, broken: 2, undecided: 3 }, 'query')).toBe('In 2 of 9 queries “Ship” came without “Check credit” before it. Of 3 it cannot be said.');
  expect(answerInWords(ship, { concerned: 9, broken: 0, undecided: 0 }, 'order')).toBe('All 9 orders that it is about kept it.');
  expect(answerInWords(ship, { concerned: 9, broken: 0, undecided: 4 }, 'order')).toBe('5 of 9 orders kept it, none broke it. Of 4 it cannot be said.');
  expect(answerInWords(ship, { concerned: 0, broken: 0, undecided: 0 }, 'order')).toBe('None of the orders in view is one that this rule is about.');
});
