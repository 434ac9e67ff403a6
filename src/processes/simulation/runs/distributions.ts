import type { Db, Tx } from '../../../platform/db/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { distributionOf, type SimulatedDistribution } from '../distributions.ts';
import { figuresFrom } from '../what-if.ts';
import { type SimulationInputs, wholeCheck } from './model.ts';
import { differencesOfRun, rowsKept, runById } from './store.ts';

/** The distributions of a simulation that is on record, with the records that it was made from. */
export interface RecordedDistributions {
  readonly run: string;
  readonly eventLog: string;
  readonly process: SimulationInputs['process'];
  readonly calendar: SimulationInputs['calendar'];
  /** Whether its log is still there, so that it can be worked out again. */
  readonly rowsKept: boolean;
  /** What a reader must know before using a figure. */
  readonly warnings: readonly string[];
  readonly distributions: readonly SimulatedDistribution[];
}

/**
 * What a simulation found, to be drawn from: hours or cases a week or hours a case, as `basis` and `unit` say; of a draw u in (0, 1) take the
 * quantile of `draws` at u. One whose `usable` is false is no evidence for a benefit.
 * @throws Problem `not-found` where there is no such simulation of the log, or nothing came of it.
 */
export async function simulatedDistributions(db: Db | Tx, eventLog: string, id: string): Promise<RecordedDistributions> {
  const run = await runById(db, eventLog, id);
  if (run?.study == null) throw problem('not-found', { detail: run === undefined ? 'There is no such simulation of this event log' : 'This simulation has no figures', value: id, wanted: 'the id of a simulation that is done' });
  const { study: { validation, window, warnings }, inputs, request } = run;
  const differences = await differencesOfRun(db, id);
  return {
    run: id, eventLog, process: inputs.process, calendar: inputs.calendar, rowsKept: await rowsKept(db, eventLog, inputs.dataset), warnings,
    distributions: differences.map((d) => distributionOf({ ...d, seed: Number(d.seed), check: figuresFrom(wholeCheck(validation), d.measure).check }, { method: { name: d.method, version: d.methodVersion }, dataset: inputs.dataset, period: window, changes: request.says })),
  };
}
