export { formatOf, type LogFormat, writeLog, type WriteLogOptions } from './write-log.ts';
export { xesDocument } from './xes.ts';
