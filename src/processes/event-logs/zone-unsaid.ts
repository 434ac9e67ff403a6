import { type Problem, problem } from '../../platform/errors/index.ts';

/**
 * The problem of a time that carries no offset where nobody said in which zone such times are.
 * @example zoneUnsaid({ value: '2026-03-01 09:00', of: '“when”', file: 'orders.csv', line: 2 }).code // 'bad-input'
 */
export function zoneUnsaid({ value, of, file, line }: { readonly value: string; readonly of: string; readonly file: string; readonly line?: number | undefined }): Problem {
  return problem('bad-input', {
    detail: `A time in ${of} carries no offset, and the import does not say in which zone it is`, value,
    wanted: 'a zone for such times, as Europe/London (on the command line --zone), or the process that the log records, whose zone it then is', at: { file, ...(line === undefined ? {} : { line }) },
  });
}
