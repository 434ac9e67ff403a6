import type { Db, Tx } from '../../platform/db/index.ts';
import { currentRecord, type RecordVersion } from '../../platform/register/index.ts';
import { type Calendar, calendarKind, type Process, processKind } from '../../organisation/index.ts';
import { eventLogKind, type EventLogRecord } from './kind.ts';

/** An event log, the process that it records and the calendar of that; undefined what the registers do not say. */
export interface RecordedProcess {
  readonly log: RecordVersion<EventLogRecord> | undefined;
  readonly process: RecordVersion<Process> | undefined;
  readonly calendar: RecordVersion<Calendar> | undefined;
}

/** What the registers say now of the process that an event log records: the one place where every question about a log asks it. */
export async function recordedProcess(db: Db | Tx, eventLog: string): Promise<RecordedProcess> {
  const log = await currentRecord(db, eventLogKind, eventLog);
  const process = log?.body.process === undefined ? undefined : await currentRecord(db, processKind, log.body.process);
  return { log, process, calendar: await calendarOf(db, process) };
}

/** The calendar that a process names, as it is now. */
export async function calendarOf(db: Db | Tx, process: RecordVersion<Process> | undefined): Promise<RecordVersion<Calendar> | undefined> {
  return process?.body.calendar === undefined ? undefined : currentRecord(db, calendarKind, process.body.calendar);
}
