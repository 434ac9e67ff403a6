export { eventLogKind, type EventLogRecord } from './kind.ts';
