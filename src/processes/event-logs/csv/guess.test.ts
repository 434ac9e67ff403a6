import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { guessMapping } from './guess.ts';
import { sampleCsv } from './sample.ts';

const guess = (text: string) => guessMapping(sampleCsv(Buffer.from(text), { name: 'log.csv', whole: true }));
const logs = '../shared/logs';

test.skipIf(!existsSync(logs))('the public logs are guessed right (skipped without ../shared)', () => {
  const incident = gunzipSync(readFileSync(`${logs}/uci-incident.csv.gz`)).subarray(0, 1 << 20);
  const a = guessMapping(sampleCsv(incident, { name: 'uci', whole: false }));
  expect(a.mapping).toMatchObject({ case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: '%d/%m/%Y %H:%M', nullText: '?', delimiter: ',' });
  expect(a.doubts).toEqual(['The times in “sys_updated_at” carry no zone: say which one they are in.']);
  expect(a.columns.find((c) => c.name === 'reopen_count')).toMatchObject({ type: 'integer' });
  const b = guessMapping(sampleCsv(readFileSync(`${logs}/running-example.csv`), { name: 'run', whole: true }));
  expect(b.mapping).toMatchObject({ case: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp', timeFormat: 'iso', resource: 'org:resource' });
  expect(b.mapping.attributes).toContainEqual({ column: 'case:creator', type: 'text', of: 'case' });
  expect(b.doubts).toEqual([]);
});

test('day or month first is decided by the order of events, else asked', () => {
  const rows = (times: string[]) => `order;step;when\n${times.map((t, i) => `${Math.floor(i / 2)};${'ab'[i % 2]};${t}`).join('\n')}\n`;
  const month = guess(rows(['01/02/2024 08:00', '02/01/2024 09:00', '03/04/2024 09:00', '04/03/2024 09:00']));
  expect(month.mapping.timeFormat).toBe('%m/%d/%Y %H:%M');
  expect(month.mapping).toMatchObject({ activity: 'step', time: 'when', delimiter: ';' });
  expect(month.doubts.join(' ')).toMatch(/day or the month first/);
});

test('two times make a start and an end; what cannot be found is said', () => {
  expect(guess('Case ID,Activity,Start Timestamp,Complete Timestamp,Resource\n1,a,2024-01-01T08:00:00Z,2024-01-01T09:00:00Z,x\n1,b,2024-01-01T09:00:00Z,2024-01-01T10:00:00Z,y\n').mapping)
    .toMatchObject({ case: 'Case ID', activity: 'Activity', start: 'Start Timestamp', time: 'Complete Timestamp', resource: 'Resource' });
  const none = guess('x,y\n1,2\n3,4\n');
  expect(none.mapping.time).toBe('');
  expect(none.doubts[0]).toMatch(/No column looks like the/);
});
