export { type ColumnGuess, type ColumnType, guessMapping, type MappingGuess, noColumn } from './guess.ts';
export { planCsv } from './plan.ts';
export { checkedDelimiter, type CsvSample, sampleCsv } from './sample.ts';
export { scanCsv } from './scan.ts';
export { type CsvSource, isNotUtf8, openCsv, sourceProblem } from './source.ts';
export { stageCsv, type StagedCsv, type Unreadable } from './stage-csv.ts';
