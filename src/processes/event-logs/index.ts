export { convertLog, type ConvertOrder } from './convert.ts';
export { checkedDelimiter, type CsvSample, guessMapping, type MappingGuess, openCsv, sampleCsv } from './csv/index.ts';
export { guessedMapping } from './guessed-mapping.ts';
export { type CaseDurations, caseDurations, type CaseEvent, type CasePage, type CaseRow, cases, eventsOfCase, FairQueue, isoOf, type LogFilter, type LogMap, type LogSummary, map, type MapEdge, queuedEngine, queueLimits, type QuestionEngine, rejections, summary, type Variant, variants } from './questions/index.ts';
export { questionRoutes, type QuestionParts } from './routes.ts';
export type { CsvMapping } from './schemas.ts';
export { collectGarbage, type DatasetVersion, type ImportOrder, type Imported, importLog, type ImportProgress, type ImportReport, makeFolders, type Manifest, readVersion, type RejectedRow, relations, type XesMapping } from './versions/index.ts';
export type { LogSource } from './xes/index.ts';
