import { afterAll, beforeAll, expect, test } from 'vitest';
import { testLogs, type TestLogs } from '../../performance/steps/testing.ts';
import { relations } from '../../event-logs/index.ts';
import { netOfTree, parseTree, variantLogOf } from '../../models/index.ts';
import { fitHere } from '../fit-here.ts';
import { withEnded } from './ended.ts';
import { ofVariants } from './of-variants.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

const DAY = 86_400_000;
const monday = Date.UTC(2026, 0, 5);
const line = (id: string, steps: readonly (readonly [string, number])[]) => steps.map(([step, day]) => `${id},${step},${new Date(monday + day * DAY).toISOString()}`);
/** 100 orders delivered after a day and paid after 30; one paid after 50; then some that began later, as known on day 100. */
const events = [
  ...Array.from({ length: 100 }, (_, i) => line(`paid-${i}`, [['Order', i / 100], ['Deliver', i / 100 + 1], ['Pay', i / 100 + 30]])).flat(),
  ...line('late', [['Order', 0], ['Deliver', 1], ['Pay', 50]]), ...line('never', [['Order', 20], ['Deliver', 21]]),
  ...line('not-due', [['Order', 80], ['Deliver', 81]]), ...line('not-sent', [['Order', 95]]), ...line('silent', [['Order', 1]]), ...line('now', [['Order', 99], ['Deliver', 99.5], ['Pay', 100]]),
];
const completion = { ends: ['Deliver'], closedAfterSeconds: 40 * 86_400 };
const imported = () => logs.import('case,activity,time', events, { zone: 'UTC', timeFormat: 'iso' });

test('ended are cases that are complete; settled those to which nothing more will come', async () => {
  const version = await imported();
  const found = await withEnded(logs.c, version, { completion }, async ({ table, open }) => ({ open, of: await logs.c.rows<{ id: string; settled: boolean }>(`SELECT k.id, t.settled FROM ${table} t JOIN ${relations(version).cases} k USING ("case") ORDER BY k.id`) }));
  // 99 in 100 deliveries were paid for within 29 days: the one of 19 days ago may still be.
  expect([found.open, found.of.length, found.of.filter((k) => k.settled).length]).toEqual([1, 105, 104]);
  expect(found.of.filter((k) => !k.id.startsWith('paid')).map((k) => [k.id, k.settled])).toEqual([['late', true], ['never', true], ['not-due', false], ['now', true], ['silent', true]]);
});

test('what is compared of a variant: its settled cases only where the model expects more, by the week in which they began', async () => {
  const version = await imported();
  const [unpaid] = await logs.c.rows<{ variant: number }>(`SELECT variant FROM ${relations(version).cases} WHERE id = 'never'`);
  const known = async (expecting: number[]) => (await ofVariants(logs.c, version, { completion, expecting, zone: 'Europe/London' }, [[unpaid!.variant], []]))[0];
  const day = { n: 1, mean: 86_400, squares: 0 };
  expect(await known([])).toEqual({ cases: 2, took: { elapsed: new Map([[2, day], [11, day]]), working: null }, margin: { cases: 0, sum: 0 } });
  expect(await known([unpaid!.variant])).toMatchObject({ cases: 1, took: { elapsed: new Map([[2, day]]) } });
});

test('an order that is delivered and may still be paid is under way; one that was never paid is not', () => {
  const net = netOfTree(parseTree("->( 'Order', 'Deliver', 'Pay' )"));
  const log = variantLogOf([['Order', 'Deliver', 'Pay'], ['Order', 'Deliver'], ['Order', 'Deliver'], ['Order', 'Pay']]);
  const fit = fitHere(net, log, { fit: 'alignments', settled: [1, 1, 1] });
  expect([fit.fitness.cases, fit.fitness.fittingCases, [...fit.keeping], [...fit.leaving], [...fit.expecting]]).toEqual([3, 1, [0], [1, 2], [1]]);
  expect(fit.deviations.map((d) => [d.kind, d.activity, d.after, d.cases])).toEqual([['skipped', 'Deliver', 'Order', 1], ['skipped', 'Pay', 'Deliver', 1]]);
  expect(fitHere(net, log, { fit: 'alignments' }).fitness.cases).toBe(4);
});
