/** The registers of the company as the files of its folder. */
export function registers(): [string, string][] {
  return [];
}
