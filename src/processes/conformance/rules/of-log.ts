import type { WorkingCalendar } from '../../../maths/time/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { currentRecord, currentRecords, type RecordVersion } from '../../../platform/register/index.ts';
import type { Ctx } from '../../../platform/write/index.ts';
import { agreedHours, type Process, workingCalendar } from '../../../organisation/index.ts';
import { recordedProcess } from '../../log-register/index.ts';
import { type ProcessRule, processRuleKind } from './kind.ts';

/** The process that a log records, and when its work is done; nothing of either where the register does not say it. */
export interface LogProcess {
  readonly process: RecordVersion<Process> | undefined;
  readonly calendar: WorkingCalendar | null;
  /** What a case is, in the singular. */
  readonly one: string;
}

/** What the register says of a log. */
export async function processOfLog({ db }: Ctx, eventLog: string): Promise<LogProcess> {
  const { process, calendar } = await recordedProcess(db, eventLog);
  if (process === undefined) return { process, calendar: null, one: 'case' };
  const { zone, hours, case: one } = process.body;
  const agreed = agreedHours({ zone, hours }, calendar?.body);
  return { process, calendar: agreed === undefined ? null : workingCalendar(agreed), one };
}

/** The rules of a process, in order of id. */
export async function rulesOfProcess({ db }: Ctx, process: string | undefined): Promise<RecordVersion<ProcessRule>[]> {
  return process === undefined ? [] : (await currentRecords(db, processRuleKind)).filter((r) => r.body.process === process);
}

/** One rule of a process. @throws Problem `not-found` where the process has no such rule. */
export async function ruleOfProcess({ db }: Ctx, process: string | undefined, id: string): Promise<RecordVersion<ProcessRule>> {
  const found = await currentRecord(db, processRuleKind, id);
  if (found === undefined || found.body.process !== process) throw problem('not-found', { detail: 'The process of this log has no such rule', value: id, wanted: 'an id of GET /event-logs/:id/rules' });
  return found;
}
