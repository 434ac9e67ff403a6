import { problem } from '../../../platform/errors/index.ts';
import type { RecordScanner } from './records.ts';

/**
 * Refuses a file in which a quote swallows further lines: what they hold would be lost, and counted as one row.
 * Throws a Problem that names the line where the quote opens.
 */
export function refuseSwallowed(unclosed: RecordScanner['unclosed'], name: string): void {
  if (unclosed === null || unclosed.linesAfter < 1) return;
  const { line, linesAfter } = unclosed;
  throw problem('bad-input', { detail: 'A quote opens here and is never closed', value: `${linesAfter} more ${linesAfter === 1 ? 'line' : 'lines'} inside it`, wanted: 'a closing quote; a quote inside a quoted field is doubled', at: { file: name, line } });
}
