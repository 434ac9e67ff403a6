/**
 * One row of a delimited file with commas; an empty text stands for a missing value.
 * @example delimited(['a', 'say "b"', '']) // '"a","say ""b""",\n'
 */
export function delimited(fields: readonly string[]): string {
  return `${fields.map((text) => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)).join(',')}\n`;
}
