import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { heard } from '../../test/harness/command.ts';
import { asJson } from '../processes/event-logs/ocel/testing.ts';
import { registerLog } from './log.ts';
import { findingsText, flatText } from './log-ocel.ts';

test('flattening is told in words, with what is counted twice and what is not here', () => {
  expect(flatText({ objectType: 'order', cases: 3, events: 4, rows: 6, shared: 2, mostCases: 2, eventsOutside: 1, objectsWithoutEvents: 5 })).toBe('Flattened by “order”: each such object is a case. 2 events are in several cases, one in 2: such an event is counted once for each case, so that 4 events make 6. 1 event concerns none of them and is not here. 5 objects of the type have no event and are no case.\n');
  expect(flatText({ objectType: 'order', cases: 1, events: 1, rows: 1, shared: 0, mostCases: 1, eventsOutside: 0, objectsWithoutEvents: 0 })).toBe('Flattened by “order”: each such object is a case. No event is in two cases.\n');
});

test('findings stand in a table with what became of them, and no table where there is none', () => {
  expect(findingsText([{ code: 'qualifier-nan', outcome: 'changed', what: 'qualifiers', count: 1200, example: 'nan', place: 'line 7' }])).toMatch(/\n1,200 {2}changed {2}qualifiers {2}nan +line 7\n$/);
  expect(findingsText([])).toBe('');
});

test('an object-centric log that is piped in has the same map as its file, and an option for columns is refused by both', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-cli-ocel-'));
  const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
  const text = asJson({
    events: [{ id: 'e1', type: 'take', time: at(1), attributes: {}, objects: [['A', 'of'], ['B', 'of']] }, { id: 'e2', type: 'ship', time: at(2), attributes: {}, objects: [['A', 'of'], ['V', 'by']] }, { id: 'e3', type: 'ship', time: at(3), attributes: {}, objects: [['B', 'of'], ['V', 'by']] }],
    objects: [{ id: 'A', type: 'order', attributes: [], objects: [] }, { id: 'B', type: 'order', attributes: [], objects: [] }, { id: 'V', type: 'van', attributes: [], objects: [] }],
  });
  const file = join(dir, 'log.json');
  writeFileSync(file, text);
  const run = async (...args: string[]) => {
    const root = new Command('hymnsheet');
    registerLog(root);
    return heard(root, ['log', 'map', ...args], text);
  };
  const piped = await run('-');
  expect(piped).toMatchObject({ code: 0, err: '', out: expect.stringContaining('\nOne van covers 2.0 order on average, at most 2.\nEach order goes with one van.\n') });
  expect(piped).toEqual(await run(file));
  expect(JSON.parse((await run('-', '--json')).out)).toMatchObject({ edges: [{ objectType: 'order', from: 'take', to: 'ship', count: 2 }, { objectType: 'van', count: 1 }], links: [{ objectType: 'order', other: 'van', mean: 1 }, { objectType: 'van', other: 'order', mean: 2 }] });
  expect(JSON.parse((await run('-', '--json', '--object-type', 'van')).out)).toMatchObject({ edges: [{ from: 'ship', to: 'ship', count: 1 }] });
  for (const source of ['-', file]) expect(await run(source, '--case', 'order')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('An OCEL log is not read by this option: got “--case”') });
  rmSync(dir, { recursive: true });
}, 60_000);
