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
  expect(a.mapping).toMatchObject({ case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: '%d/%m/%Y %H:%M', nullText: '?', delimiter: ',', resource: 'sys_updated_by', personal: ['sys_updated_by', 'caller_id', 'opened_by', 'sys_created_by', 'assigned_to', 'resolved_by'] });
  expect(a.doubts).toEqual(['The times in “sys_updated_at” carry no zone: say which one they are in.']);
  expect(a.columns.find((c) => c.name === 'reopen_count')).toMatchObject({ type: 'integer' });
  const b = guessMapping(sampleCsv(readFileSync(`${logs}/running-example.csv`), { name: 'run', whole: true }));
  expect(b.mapping).toMatchObject({ case: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp', timeFormat: 'iso', resource: 'org:resource' });
  expect(b.mapping.personal).toEqual(['org:resource', 'Resource']);
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

test('a text that a case or an activity is called is never guessed to mean missing, and a person is told', () => {
  const na = guess('case,activity,time,who\nNA,a,2026-01-01,NA\nNA,b,2026-01-02,NA\nX,a,2026-01-02,NA\nX,b,2026-01-03,Sue\n');
  expect(na.mapping).toMatchObject({ case: 'case', activity: 'activity' });
  expect(na.mapping.nullText).toBeUndefined();
  expect(na.doubts).toContain('“NA” is taken as a value because “case” holds it: name it as the missing text if it means that.');
  const second = guess('case,activity,time,who,cost\n1,None,2026-01-01,None,?\n1,b,2026-01-02,None,2\n2,None,2026-01-02,None,3\n2,b,2026-01-03,Sue,?\n');
  expect(second.mapping).toMatchObject({ activity: 'activity', nullText: '?' });
  expect(guess('case,activity,time,who\n1,a,2026-01-01,NA\n1,b,2026-01-02,NA\n2,a,2026-01-02,Sue\n').mapping).toMatchObject({ nullText: 'NA' });
});

test('columns with names of people are taken for people, but not how many there are, nor what has another part', () => {
  const rows = 'case,activity,time,who_did,handled_by,owner,employees\n1,a,2026-01-01,p,Sue,4711,250\n1,b,2026-01-02,p,Pete,4712,250\n2,a,2026-01-02,q,Sue,4711,3\n';
  expect(guess(rows).mapping.personal).toEqual(['handled_by', 'owner']);
  expect(guessMapping(sampleCsv(Buffer.from(rows), { name: 'log.csv', whole: true }), { case: 'owner', resource: 'who_did' }).mapping).toMatchObject({ case: 'owner', personal: ['who_did', 'handled_by'] });
});

test('in a tiny file the name of a column says enough', () => {
  expect(guess('case,activity,time\n1,Take order,2026-01-01T08:00:00Z\n').mapping).toMatchObject({ case: 'case', activity: 'activity', time: 'time' });
  expect(guess('case,note,time\n1,Take order,2026-01-01T08:00:00Z\n').mapping.activity).toBe('');
  const same = Array.from({ length: 20 }, (_, i) => `${i >> 1},same,${'ab'[i % 2]},2026-01-01T08:00:00Z`).join('\n');
  expect(guess(`case,activity,status,time\n${same}\n`).mapping.activity).toBe('status');
});

test('what is stated is not guessed for another part, and an empty column that is called the case is it', () => {
  expect(guessMapping(sampleCsv(Buffer.from('order,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n2,a,2026-01-03\n'), { name: 'log.csv', whole: true }), { activity: 'order' }).mapping).toMatchObject({ activity: 'order', case: 'activity' });
  expect(guess('case,activity,time\n,a,2026-01-01\n,b,2026-01-02\n').mapping).toMatchObject({ case: 'case', activity: 'activity' });
});

test('a time in most of its rows is found also under a name that says nothing', () => {
  const rows = Array.from({ length: 20 }, (_, i) => `A${100 + (i >> 1)};${['erfasst', 'geliefert'][i % 2]};${i === 7 ? 'gestern' : `2024-03-${String(1 + i).padStart(2, '0')} 08:15`};Meier`).join('\n');
  expect(guess(`Auftragsnummer;Tätigkeit;Zeitpunkt;Sachbearbeiter\n${rows}\n`).mapping).toMatchObject({ case: 'Auftragsnummer', activity: 'Tätigkeit', time: 'Zeitpunkt' });
});
