import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { may, permissionSets, runs, setsOf } from './sets.ts';

const grant = (id: string, set: 'viewer' | 'editor', from: string, to: string | null) => ({ holder: { kind: 'post', id }, set, from, to });

it('a grant runs from its start up to its end', () => {
  const g = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
  expect(['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', '2026-01-31T23:59:59Z', '2026-02-01T00:00:00Z'].map((now) => runs(g, now))).toEqual([false, true, true, false]);
});

it('the sets of posts are those that run, each once, from most to least', () => {
  const grants = [grant('coo', 'viewer', '2026-01-01T00:00:00Z', null), grant('cio', 'viewer', '2026-01-01T00:00:00Z', null), grant('coo', 'editor', '2026-01-01T00:00:00Z', null), grant('ceo', 'editor', '2027-01-01T00:00:00Z', null)];
  expect(setsOf(grants, 'post', ['coo', 'cio'], '2026-06-01T00:00:00Z')).toEqual(['editor', 'viewer']);
  expect(setsOf(grants, 'post', ['ceo'], '2026-06-01T00:00:00Z')).toEqual([]);
  expect(setsOf(grants, 'key', ['coo'], '2026-06-01T00:00:00Z')).toEqual([]);
});

it('says of each set what the routes let it do', () => {
  const declared = readFileSync(fileURLToPath(new URL('../../../test/permissions/declared.txt', import.meta.url)), 'utf8');
  const allowed = (route: string) => { const sets = new RegExp(`^${route}: (.*)$`, 'm').exec(declared)?.[1] ?? ''; return permissionSets.filter((s) => sets === 'any set' || sets.split(', ').includes(s)); };
  const saying = (words: RegExp) => permissionSets.filter((s) => s === 'administrator' || words.test(may[s]));
  expect(saying(/keep briefs/)).toEqual(allowed('POST /briefs'));
  expect(saying(/bring in events/)).toEqual(allowed('POST /imports'));
  expect(saying(/change processes, services/)).toEqual(allowed('PUT /processes/:id'));
  expect(saying(/read everything/)).toEqual(allowed('GET /today'));
  expect(saying(/nobody but the administrator/)).toEqual(allowed('POST /grants'));
});

it('every set is said in words', () => expect(permissionSets.filter((s) => may[s] === '')).toEqual([]));
