export { calendarOf, recordedProcess } from './recorded-process.ts';
export { eventLogKind, type EventLogRecord } from './kind.ts';
