import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emptyReport } from '../xes/collector.ts';
import { foundInColumns, foundOfXes } from './found.ts';
import { importLog } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-found-'));
afterAll(() => rmSync(dir, { recursive: true }));

const told = async (name: string, text: string, mapping: object) => {
  writeFileSync(join(dir, name), text);
  const { report } = await importLog({ dir, source: { path: join(dir, name) }, mapping: mapping as never, mode: 'replace' });
  return report.found.map((f) => `${f.outcome}: ${f.count} ${f.what}${f.example === null ? '' : `, as ${f.example}`}`);
};

test('what an XES file has and the log has not is told, each kind with its count', async () => {
  const event = (inner: string) => `<event><string key="concept:name" value="A"/><date key="time:timestamp" value="2026-01-01T00:00:00Z"/>${inner}</event>`;
  const text = `<log><string key="source" value="x"/>
    <trace><string key="concept:name" value="1"/><float key="cost" value="1.5"><string key="currency" value="EUR"/></float>${event('<list key="l"><values><int key="x" value="1"/><int key="x" value="2"/></values></list><int key="n" value="seven"/><int key="n" value="8"/><int key="n" value="9"/>')}</trace>
    <trace><string key="concept:name" value="2"/></trace><trace><string key="concept:name" value="1"/>${event('')}</trace></log>`;
  expect(await told('all.xes', text, {})).toEqual(['left out: 1 values of “n” that are no int, as seven', 'left out: 3 attributes inside other attributes and lists', 'left out: 1 lists and containers', 'left out: 1 attributes of the log itself', 'left out: 1 traces without an event that could be read', 'changed: 1 keys that came again in one event or trace, the last value taken', 'changed: 1 traces with the name of an earlier one, taken as one case']);
});

test('values of a stated type that cannot be read, and starts after their end, are told', async () => {
  const mapping = { case: 'case', activity: 'act', time: 'end', start: 'start', attributes: [{ column: 'cost', type: 'number' }] };
  expect(await told('values.csv', 'case,act,start,end,cost\n1,A,2026-01-01T00:00:00Z,2026-01-01T01:00:00Z,5\n1,B,2026-01-03T00:00:00Z,2026-01-02T00:00:00Z,n/a\n', mapping)).toEqual(['left out: 1 values of “cost” that are no number, as n/a', 'left out: 1 starts in no known format, or after their end']);
});

test('the examples', () => {
  expect(foundOfXes({ ...emptyReport(), nestedDropped: 2 }, [])).toEqual([{ code: 'attribute-nested', outcome: 'left out', what: 'attributes inside other attributes and lists', count: 2, example: null, place: null }]);
  const unreadable = [{ column: 'cost', type: 'number', count: 2, example: 'n/a' }] as const;
  expect(foundInColumns(unreadable, 0, [])).toMatchObject([{ what: 'values of “cost” that are no number', count: 2, example: 'n/a' }]);
  expect(foundInColumns(unreadable, 0, ['@cost'])[0]!.example).toBeNull();
});
