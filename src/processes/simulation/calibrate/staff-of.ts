import { localDay } from '../../../maths/time/index.ts';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../../event-logs/index.ts';
import type { SimulatedWindow, SimulationModel, SimulationRules, StaffedStretch } from '../model.ts';
import { besides } from '../side-by-side.ts';
import { makeKnownClasses } from './classes.ts';
import { makeKnownPools, makeShifts } from './people.ts';
import { presentIn } from './roster.ts';
import { staffedStretch } from './staffed-days.ts';
import { dropTables, makeReady, makeSteps, type Session } from './tables.ts';

/** Who was really at work in a window, of each pool of a model: found as calibration finds it, in what was seen until the window’s end. */
export async function staffOf(c: EngineConnection, version: DatasetVersion, rules: SimulationRules, model: SimulationModel, window: SimulatedWindow, options: RunOptions): Promise<StaffedStretch[]> {
  const s: Session = { c, version, rules, stretch: { from: model.source.from, until: window.until }, options };
  const [from, end] = [localDay(rules.zone, window.from), localDay(rules.zone, window.until)];
  try {
    await makeSteps(s);
    await makeKnownClasses(s, { attribute: model.classAttribute, values: model.classes });
    await makeReady(s, besides(model.routes.sideBySide));
    await makeKnownPools(s, model.kinds, model.activities.length);
    await makeShifts(s, model.activities.length);
    const rows = await presentIn(s, from, end);
    return model.pools.map((_, pool) => staffedStretch(rows.filter((r) => r.pool === pool), from, end));
  } finally {
    await dropTables(c);
  }
}
