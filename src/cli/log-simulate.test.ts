import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { heard } from '../../test/harness/command.ts';
import { changeOf, registerLogSimulate } from './log-simulate.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-cli-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = join(dir, 'desk.csv');
const flags = ['--case', 'case', '--activity', 'step', '--time', 'done', '--start', 'begun', '--resource', 'who', '--end', 'serve', '--replications', '3'];
// Each hour of five weeks two cases come; seven people take 40 minutes for each.
const iso = (minutes: number) => new Date(Date.UTC(2026, 0, 5) + minutes * 60_000).toISOString();
const lines = Array.from({ length: 2 * 24 * 35 }, (_, i) => `${i},ask,${iso(30 * i)},${iso(30 * i)},\n${i},serve,${iso(30 * i + 5)},${iso(30 * i + 45)},p${i % 7}\n`);
writeFileSync(file, `case,step,begun,done,who\n${lines.join('')}`);

async function simulate(...args: string[]) {
  const root = new Command('hymnsheet');
  registerLogSimulate(root);
  return heard(root, ['simulate', file, ...flags, ...args]);
}

test('a change is told with its check, its differences and what is taken for granted', async () => {
  const { code, out } = await simulate('--change', 'touch:serve=0.5');
  expect(code).toBe(0);
  for (const part of ['Check (good)', 'What the changes do', 'Hands-on time', 'Taken for granted', 'weeks held back', 'as today', 'Hands-on time: 111 hours less a week.', '−111']) expect(out).toContain(part);
});

test('a column whose value belongs to the case divides people, and a change may be about one part of them', async () => {
  const sites = join(dir, 'sites.csv');
  // Northern cases are served by five people, southern ones by five others.
  writeFileSync(sites, `case,step,begun,done,who,site\n${Array.from({ length: 2 * 24 * 35 }, (_, i) => `${i},serve,${iso(30 * i + 5)},${iso(30 * i + 45)},${i % 2 === 0 ? 'n' : 's'}${(i >> 1) % 5},${i % 2 === 0 ? 'north' : 'south'}\n`).join('')}`);
  const run = async (...args: string[]) => {
    const root = new Command('hymnsheet');
    registerLogSimulate(root);
    return heard(root, ['simulate', sites, ...flags, '--json', '--change', 'people:serve@north=+1', ...args]);
  };
  const said = JSON.parse((await run('--case-attribute', 'site')).out);
  expect(said.model.classAttribute).toBe('site');
  expect(said.pools.map((p: { of: string; people: number }) => [p.of, p.people]).sort()).toEqual([['north', 5], ['south', 5]]);
  expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Work is not divided by “north”: got “north”, wanted a change for all who do it') });
  expect(await run('--case-attribute', 'who')).toMatchObject({ code: 2, err: expect.stringContaining('This column is no attribute, which could belong to the case (caseAttributes): got “who”, wanted one of: site') });
  expect(await run('--case-attribute', 'town')).toMatchObject({ code: 2, err: expect.stringContaining('There is no such column: got “town”') });
});

test('--json is one document with the differences and what they rest on', async () => {
  const json = JSON.parse((await simulate('--change', 'touch:serve=0.5', '--json')).out);
  expect(json.validation.cycleTime.real).toBeCloseTo(0.75, 6);
  const work = json.differences.find((d: { quantity: string }) => d.quantity === 'Hands-on time');
  // 336 cases a week with 20 minutes less each.
  expect(Math.abs(work.estimate + 112)).toBeLessThan(10);
  expect(work).toMatchObject({ unit: 'h/week', n: 3, usable: true });
  expect(json.pools).toMatchObject([{ name: 'serve', people: 7 }]);
});

test('--draws leaves the distributions to be drawn from, as CSV or JSON, each line with what it is of', async () => {
  const [csv, json] = [join(dir, 'draws.csv'), join(dir, 'draws.json')];
  expect((await simulate('--change', 'touch:serve=0.5', '--draws', csv)).code).toBe(0);
  expect((await simulate('--change', 'touch:serve=0.5', '--draws', json)).code).toBe(0);
  const lines = readFileSync(csv, 'utf8').trim().split('\r\n');
  expect([lines.length, lines[0]]).toEqual([1 + 4 * 3, 'measure,quantity,unit,basis,draw,difference,check,usable,from,until,changes,dataset,seed,method']);
  const { distributions } = JSON.parse(readFileSync(json, 'utf8'));
  expect(distributions.map((d: { basis: string }) => d.basis)).toEqual(['a case', 'a week', 'a week', 'a week']);
  expect(distributions[2]).toMatchObject({ measure: 'hands-on-time', unit: 'h/week', n: 3, seed: 1, usable: true, check: { verdict: 'good' }, changes: ['touch:serve=0.5'], method: { version: 3 } });
  expect(lines.filter((l) => l.startsWith('hands-on-time,')).map((l) => Number(l.split(',')[5]))).toEqual(distributions[2].draws);
  expect((await simulate('--draws', join(dir, 'draws.txt'))).err).toContain('.csv or .json');
  expect((await simulate('--draws', join(dir, 'nowhere', 'draws.csv'))).err).toContain('cannot be written');
});

test('changes are read as they are written, and what is none is refused with its place', async () => {
  expect(changeOf('skip:Approve=0.5')).toEqual({ kind: 'skip', activity: 'Approve', share: 0.5 });
  expect(changeOf('touch:Pick goods=0.8')).toEqual({ kind: 'touch', activity: 'Pick goods', factor: 0.8 });
  expect(changeOf('people:Pick goods@Leeds=+2')).toEqual({ kind: 'people', activity: 'Pick goods', of: 'Leeds', by: 2 });
  expect(changeOf('people:a=-1')).toEqual({ kind: 'people', activity: 'a', by: -1 });
  expect(changeOf('arrivals=1.2')).toEqual({ kind: 'arrivals', factor: 1.2 });
  expect(changeOf('stop:a: b=2026-03-02T09:00:00Z/4')).toEqual({ kind: 'stop', activity: 'a: b', at: Date.UTC(2026, 2, 2, 9), hours: 4 });
  for (const text of ['', 'skip', 'skip:=1', 'skip:a=much', 'stop:a=2026-03-02/4', 'stop:a=2026-03-02T09:00:00/4', 'nap:a=1', 'arrivals:x=']) {
    expect(() => changeOf(text)).toThrow(expect.objectContaining({ code: 'bad-input', value: text }));
  }
  expect((await simulate('--change', 'skip:nap=1')).err).toContain('no such activity');
  expect((await simulate('--holiday', '25/12/2026')).code).toBe(2);
});
