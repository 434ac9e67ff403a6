import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesAmong } from '../../event-logs/index.ts';
import { median, testLogs, type TestLogs } from '../steps/testing.ts';
import { type SplitCases, withSplitCases } from './cases-behind.ts';
import { slowAndFast } from './slow-and-fast.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

const DAY = 86_400_000;
const question = { zone: 'UTC', completion: { ends: ['b'], closedAfterSeconds: 40 * 86_400 } };
/** Slow cases begin on Mondays and are big, fast ones on Tuesdays; every third is checked, every fifth without a colour; five have not ended. */
const cases = Array.from({ length: 125 }, (_, k) => ({ id: `k${k}`, isSlow: k % 2 === 0, isOpen: k >= 120, isChecked: k % 3 === 0, colour: k % 5 === 0 ? '' : (k % 4 < 2) === (k % 20 < 15) ? 'blue' : 'red', size: k % 2 === 0 ? 5 + (k % 7) : k % 9 }));
const imported = () => logs.import('case,activity,time,colour,size', cases.flatMap(({ id, isSlow, isOpen, isChecked, colour, size }) => {
  const began = Date.UTC(2026, 2, isSlow ? 2 : 3, 9);
  const at = (days: number) => new Date(began + days * DAY).toISOString();
  return [['a', 0] as const, ...(isChecked ? [['c', 0.5] as const] : []), ...(isOpen ? [] : [['b', isSlow ? 2 : 1] as const])].map(([step, days]) => `${id},${step},${at(days)},${colour},${size}`);
}), { zone: 'UTC', timeFormat: 'iso', attributes: [{ column: 'colour', type: 'text', of: 'case' }, { column: 'size', type: 'number', of: 'case' }] });

test('every figure of slow or fast opens the cases that it counts', async () => {
  const version = await imported();
  const ids = (asked: Partial<SplitCases>) => withSplitCases(logs.c, version, question, { side: 'complete', has: true, ...asked }, async (among) => (await casesAmong(logs.c, version, among, { limit: 1000 })).items.map((k) => k.id));
  const { split, differences } = await slowAndFast(logs.c, version, question);
  expect(split).toMatchObject({ slow: 60, fast: 60, open: 5 });
  const those = (is: (k: (typeof cases)[number]) => boolean) => cases.filter(is).map((k) => k.id);
  expect([await ids({ side: 'slow' }), await ids({ side: 'fast' }), await ids({ side: 'open' })]).toEqual([those((k) => k.isSlow && !k.isOpen), those((k) => !k.isSlow && !k.isOpen), those((k) => k.isOpen)]);
  expect(await ids({ kind: 'weekday of the first event', value: 'Monday' })).toEqual(those((k) => k.isSlow && !k.isOpen));
  expect(await ids({ kind: 'activity', value: 'c', side: 'fast' })).toEqual(those((k) => k.isChecked && !k.isSlow && !k.isOpen));
  expect(await ids({ kind: 'activity', value: 'c', has: false })).toEqual(those((k) => !k.isChecked && !k.isOpen));
  expect(await ids({ kind: 'case attribute', name: 'colour', value: 'blue', has: false })).toEqual(those((k) => k.colour === 'red' && !k.isOpen));
  expect(await ids({ kind: 'case attribute', name: 'size' })).toEqual(those((k) => !k.isOpen));
  expect(differences.map((d) => d.kind)).toEqual(expect.arrayContaining(['weekday of the first event', 'case attribute']));
  for (const { kind, name, value, n, share, filter } of differences) {
    const of = { kind, name: name ?? undefined, value: kind === 'variant' ? filter?.variant?.[0] : value ?? undefined };
    const figures: [number, Partial<SplitCases>][] = share === null ? [[n, {}]] : [[share.with.cases, {}], [share.with.slow, { side: 'slow' }], [share.without.cases, { has: false }], [share.without.slow, { has: false, side: 'slow' }]];
    for (const [figure, more] of figures) expect([kind, value, more, (await ids({ ...of, ...more })).length]).toEqual([kind, value, more, figure]);
    expect([kind, name, (await ids({ kind, name: name ?? undefined })).length]).toEqual([kind, name, n]);
  }
  const sizes = async (side: 'slow' | 'fast') => { const listed = await ids({ kind: 'case attribute', name: 'size', side }); return cases.filter((k) => listed.includes(k.id)).map((k) => k.size); };
  expect(differences.find((d) => d.name === 'size')?.median).toEqual({ slow: median(await sizes('slow')), fast: median(await sizes('fast')) });
  for (const odd of [{ kind: 'case attribute' as const, name: 'weight' }, { kind: 'case attribute' as const, name: 'colour', value: 'green' }]) await expect(ids(odd)).rejects.toMatchObject({ code: 'bad-input' });
});
