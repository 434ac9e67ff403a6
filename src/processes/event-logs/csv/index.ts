export type { ColumnGuess, MappingGuess } from './guess.ts';
export { guessMapping } from './guess.ts';
export { sampleCsv, type CsvSample } from './sample.ts';
export { openCsv, type CsvSource } from './source.ts';
export { stageCsv, type StagedCsv, type Unreadable } from './stage-csv.ts';
