export { calendarOf, recordedProcess } from './recorded-process.ts';
export { eventLogKind, type EventLogRecord, personalAttributes } from './kind.ts';
