import type { RecordVersion } from '../../platform/register/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import { figureTime, type Process } from '../../organisation/index.ts';
import { recordedProcess } from '../log-register/index.ts';
import { measuredAsOf, rulesOf } from './evidence.ts';
import type { PerformanceRules } from './model.ts';

/** How the cases of an event log are measured, and as of when (milliseconds). */
export interface LogRules {
  readonly process: RecordVersion<Process> | undefined;
  readonly rules: PerformanceRules;
  readonly asOf: number;
}

/** What the registers say about measuring an event log; of a log without a process nothing is agreed, and its times are the company's. */
export async function rulesOfLog({ db, clock }: Pick<Ctx, 'db' | 'clock'>, eventLog: string): Promise<LogRules> {
  const time = await figureTime(db, clock);
  const { process, calendar } = await recordedProcess(db, eventLog);
  if (process === undefined) {
    const { zone } = time.company;
    return { process, rules: { zone, ends: [], closedAfterSeconds: null, targetSeconds: null, calendar: null }, asOf: measuredAsOf(time, zone) };
  }
  return { process, rules: rulesOf({ process, calendar }), asOf: measuredAsOf(time, process.body.zone) };
}
