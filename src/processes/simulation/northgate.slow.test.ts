import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { tableMean } from '../../maths/distributions/index.ts';
import { openEngine } from '../../platform/event-engine/index.ts';
import { importLog } from '../event-logs/index.ts';
import { levelsOf } from './arrivals.ts';
import { observe, spanOf } from './calibrate/observe.ts';
import { staffOf } from './calibrate/staff-of.ts';
import { calibrate, type SimulationModel } from './index.ts';
import type { SimulatedWindow } from './model.ts';
import { outcomeOf } from './outcome.ts';
import { prepare } from './plan-of.ts';
import { scenarioOf, type Scenario } from './scenario.ts';
import { type Observed, validationOf } from './validate.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-northgate-'));
afterAll(() => rmSync(dir, { recursive: true }));
const at = (text: string) => Date.parse(text);

test('the example’s orders: its pools and hands-on times are found, and eight weeks not seen are met', async () => {
  const path = fileURLToPath(new URL('../../../examples/northgate/logs/orders.csv.gz', import.meta.url));
  const mapping = { case: 'order_id', activity: 'activity', time: 'completed_at', start: 'started_at', resource: 'employee', delimiter: ',', attributes: ['channel', 'warehouse', 'region'].map((column) => ({ column, type: 'text' as const, of: 'case' as const })) };
  const { version } = await importLog({ dir, source: { path }, mapping, mode: 'replace' });
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const c = await engine.connect();
  const holidays = ['2025-12-25', '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'];
  const rules = { zone: 'Europe/London', ends: ['Confirm delivery', 'Cancel order'], closedAfterSeconds: 30 * 86_400, holidays };
  const span = (await spanOf(c, version, {}))!;
  const held = { from: at('2026-07-13T00:00:00+01:00'), until: at('2026-09-07T00:00:00+01:00') };
  const weeksBefore = (until: number, weeks: number) => ({ from: until - weeks * 604_800_000, until });
  const autumn = weeksBefore(at('2026-11-09T00:00:00Z'), 8);
  const [real, before, realAutumn, beforeAutumn] = await observe(c, version, rules, span, () => [held, weeksBefore(held.from, 8), autumn, weeksBefore(autumn.from, 8)], {});
  const model = await calibrate(c, version, rules, { from: span.first, until: held.from });
  const later = await calibrate(c, version, rules, { from: span.first, until: autumn.from });
  const staffed = await staffOf(c, version, rules, model, held, {}), staffedAutumn = await staffOf(c, version, rules, later, autumn, {});
  const whole = await calibrate(c, version, rules, { from: span.first, until: span.last + 1 });
  c.close();
  await engine.close();
  expect([model.classAttribute, model.pools.length]).toEqual(['warehouse', 8]);
  const minutes = (activity: string, warehouse: string) => tableMean(model.kinds[model.classes.indexOf(warehouse) * model.activities.length + model.activities.indexOf(activity)]!.touch) / 60;
  expect(Math.abs(minutes('Pick goods', 'Reading') / 28.5 - 1)).toBeLessThan(0.03);
  expect(Math.abs(minutes('Check and pack', 'Leeds') / 11 - 1)).toBeLessThan(0.03);
  expect(Math.abs(minutes('Review credit', 'Leeds') / 24 - 1)).toBeLessThan(0.1);
  const checked = (of: SimulationModel, window: SimulatedWindow, observed: readonly [Observed, Observed], there: Scenario['staffed']) => {
    const prepared = prepare(of, window), today = scenarioOf(of, []);
    const told = { ...today, known: levelsOf(of.arrivals, observed[0].begun, new Set(of.holidays)), staffed: there };
    const runs = (scenario: Scenario) => [1, 2, 3].map((seed) => outcomeOf(prepared, scenario, seed));
    return validationOf(...observed, { told: runs(told), expecting: runs(today), people: 50 });
  };
  const found = checked(model, held, [real!, before!], staffed);
  expect(found.cycleTime.share).toBeLessThan(0.1);
  expect(found.cycleTime.median).toBeLessThan(0.05);
  expect(found.cycleTime.ks).toBeLessThan(0.06);
  // Summer brings fewer orders than the spring before it, which no simulation can know.
  expect(found.throughput.share).toBeLessThan(0.2);
  // In autumn three of nine pickers leave Reading within four weeks, and what waits for the others grows to days: who is told, finds it.
  const foundAutumn = checked(later, autumn, [realAutumn!, beforeAutumn!], staffedAutumn);
  expect(foundAutumn.cycleTime.share).toBeLessThan(0.06);
  expect(foundAutumn.cycleTime.expected).toBeGreaterThan(foundAutumn.cycleTime.share!);
  expect(foundAutumn.cautions.join(' ')).toContain('The weeks held back are not alike');
  expect(whole.pools.map((p, i) => [p.people, later.pools[i]!.people])).toEqual([[10, 10], [6, 6], [5, 5], [6, 9], [5, 5], [5, 5], [5, 5], [5, 5]]);
});
