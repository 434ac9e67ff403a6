import { expect, test } from 'vitest';
import { kinds } from '../../src/app/kinds.ts';
import { planFolder, readFolder } from '../../src/platform/company-folder/index.ts';
import { sentence } from '../../src/platform/errors/index.ts';
import { readBody } from '../../src/platform/register/index.ts';
import { edited, smallCompany } from './harness.ts';

const small = await smallCompany();
const faults = (path: string, change: ((text: string) => string) | null) => planFolder(readFolder(edited(small, path, change), kinds.all), [], kinds).errors.map(sentence);

test('the small company has no fault', () => {
  expect(faults('company.yaml', (t) => t)).toEqual([]);
});

test('COO, CIO and CEO must be named, and named posts must be there', () => {
  expect(faults('company.yaml', (t) => t.replace(', cio: technology-director', ''))).toEqual(['company.yaml:5:1: company: posts.cio is missing: wanted an id of small letters, digits and single hyphens, as order-to-cash']);
  expect(faults('company.yaml', (t) => t.replace('cio: technology-director', 'cio: nobody'))).toEqual(['company.yaml:5:63: company: there is no post of this id: got “nobody”, wanted one of: chief-executive, operations-director, technology-director']);
  expect(faults('company.yaml', null)).toEqual(['company.yaml: The company settings are missing: wanted a file company.yaml']);
});

test('nothing about money is invented: a real rate needs its price base', () => {
  expect(faults('company.yaml', (t) => t.replace(/priceBase.*\n/, ''))).toEqual(['company.yaml:1:1: company: priceBase is missing: wanted a price base beside a real discount rate']);
});

test('a function that is its own ancestor is refused; services that need each other are not', () => {
  expect(faults('functions.yaml', (t) => t.replace('name: Sell', 'name: Sell\n  parent: take-orders'))).toEqual(['functions.yaml:3:11: A function is its own ancestor: got “sell → take-orders → sell”, wanted a tree: no function above itself']);
  const plan = planFolder(readFolder(small, kinds.all), [], kinds);
  expect(plan.findings.map((f) => [f.level, f.value])).toEqual([['confirm', 'database-a, database-b']]);
});

test('a path out of the folder is refused', () => {
  for (const path of ['../secret.csv', '/etc/passwd', 'C:\\x.csv', 'logs/../../x.csv', 'a//b.csv', 'file:///x']) {
    expect(faults('event-logs.yaml', (t) => t.replace('logs/orders.csv.gz', path))[0]).toContain('wanted a file inside the company folder');
  }
});

test('csv needs a mapping, xes has none', () => {
  const log = kinds.of('event-log');
  const wanted = (body: object) => {
    const read = readBody(log, { name: 'L', file: 'x', zone: 'UTC', ...body });
    return 'faults' in read ? read.faults.map((f) => f.path.join('.')) : [];
  };
  expect([wanted({ format: 'csv' }), wanted({ format: 'xes' }), wanted({ format: 'xes', mapping: { case: 'a', activity: 'b', time: 'c' } }), wanted({ format: 'csv', mapping: { case: 'a', activity: 'b', time: 'c' }, classifier: 'x' })]).toEqual([['mapping'], [], ['mapping'], ['classifier']]);
});

test('people share no address, words no meaning', () => {
  expect(faults('people.yaml', (t) => t.replace('ben@', 'ada@'))).toEqual(['people.yaml:2:32: ada has the same e-mail address: got “ada@small.example”, wanted an address of this person’s own']);
  expect(faults('glossary.yaml', (t) => `${t}choose: { name: Pick, meaning: Something else }\n`)[0]).toContain('pick explains the same word');
});

test('every kind names its file, its path in the API and its words once', () => {
  for (const field of ['name', 'file', 'path', 'noun'] as const) expect(new Set(kinds.all.map((k) => k[field])).size).toBe(kinds.all.length);
});
