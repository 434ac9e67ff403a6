export { formatOf, type LogFormat, writeLog, type WriteLogOptions } from './write-log.ts';
export { prepareXes, XES_END, xesHeader, xesTraces } from './xes.ts';
