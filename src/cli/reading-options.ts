import type { Command } from 'commander';
import { problem } from '../platform/errors/index.ts';
import { checkedDelimiter, type CsvMapping } from '../processes/event-logs/index.ts';

/** How a file of events is to be read, as said on the command line. */
export interface ReadingOptions {
  readonly case?: string;
  readonly activity?: string;
  readonly time?: string;
  readonly start?: string;
  readonly lifecycle?: string;
  readonly resource?: string;
  readonly eventId?: string;
  readonly caseAttribute?: readonly string[];
  readonly timeFormat?: string;
  readonly zone?: string;
  readonly delimiter?: string;
  readonly null?: string;
  readonly encoding?: string;
  readonly classifier?: string;
  readonly objectType?: string;
}

/** Adds the options that say which column is what, and how its text is written. */
export function withReadingOptions(command: Command): Command {
  return command
    .option('--case <column>', 'column of the case id (default: guessed, and said)')
    .option('--activity <column>', 'column of the activity')
    .option('--time <column>', 'column of the time (of the end, where there is a start)')
    .option('--start <column>', 'column of the start: each row is a whole activity instance')
    .option('--lifecycle <column>', 'column of the lifecycle step, as start and complete')
    .option('--resource <column>', 'column of who did it')
    .option('--case-attribute <column>', 'column whose value belongs to the whole case, again for more (default: those called case:…)', (name: string, all: readonly string[] = []) => [...all, name])
    .option('--time-format <format>', 'as strftime, %d/%m/%Y %H:%M, or iso, epoch, epoch-ms (default: guessed)')
    .option('--delimiter <character>', 'between fields (default: guessed); \\t for a tab')
    .option('--null <text>', 'text that means missing, as ?')
    .option('--encoding <name>', 'character encoding where it is not UTF-8, as windows-1252')
    .option('--classifier <name>', 'XES: a classifier of the log, or attribute keys joined with +')
    .option('--object-type <type>', 'OCEL: each object of this type is a case');
}

const flags = { case: '--case', activity: '--activity', time: '--time', start: '--start', lifecycle: '--lifecycle', resource: '--resource', eventId: '--event-id', caseAttributes: '--case-attribute', timeFormat: '--time-format', delimiter: '--delimiter', nullText: '--null', encoding: '--encoding' } as const;

/** The flag that says a part of the mapping. */
export function flagOf(part: keyof typeof flags): string {
  return flags[part];
}

/**
 * What the options say of a delimited file's mapping, and nothing else. Throws a Problem for a delimiter that is none.
 * @example statedMapping({ case: 'order', null: '?', delimiter: '\\t' }) // { case: 'order', nullText: '?', delimiter: '\t' }
 */
export function statedMapping({ null: nullText, delimiter, classifier: _classifier, objectType: _objectType, zone: _zone, caseAttribute: caseAttributes, ...o }: ReadingOptions): Partial<CsvMapping> {
  const said = Object.fromEntries(Object.keys(flags).map((part) => [part, (o as Record<string, unknown>)[part]]));
  const all = { ...said, caseAttributes, nullText, delimiter: delimiter === undefined ? undefined : checkedDelimiter(delimiter === '\\t' ? '\t' : delimiter) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<CsvMapping>;
}

/** What a file of each format is called, and what says how it is read. */
const FORMATS = {
  csv: ['A CSV file', 'the columns, as --activity COLUMN: only an XES log has classifiers, only an OCEL log object types'],
  parquet: ['A Parquet file', 'the columns, as --activity COLUMN: its text and its values say the rest themselves'],
  xes: ['An XES log', 'no columns, because an XES log says itself what is what; --classifier chooses the activity'],
  ocel: ['An OCEL log', 'no columns, because an OCEL log says itself what is what; --object-type chooses the cases'],
} as const;
const OF_TEXT = ['delimiter', 'encoding'] as const;

/**
 * Refuses options that say nothing to a file of this format, rather than to pass over them.
 * @throws Problem `bad-input` that names them
 */
export function refuseMisplaced(format: keyof typeof FORMATS, options: ReadingOptions, file: string): void {
  const columns = Object.keys(statedMapping(options)).filter((part) => format === 'xes' || format === 'ocel' || (format === 'parquet' && OF_TEXT.some((t) => t === part)));
  const misplaced = [...columns.map((part) => flagOf(part as keyof typeof flags)), ...(options.classifier !== undefined && format !== 'xes' ? ['--classifier'] : []), ...(options.objectType !== undefined && format !== 'ocel' ? ['--object-type'] : [])];
  if (misplaced.length === 0) return;
  const [called, wanted] = FORMATS[format];
  throw problem('bad-input', { detail: `${called} is not read by ${misplaced.length === 1 ? 'this option' : 'these options'}`, value: misplaced.join(' '), wanted, at: { file } });
}
