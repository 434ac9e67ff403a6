/** What progress is written to: stderr, or what stands for it in a test. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean | undefined };

export interface ProgressLine {
  /** Shows how far something is, in place of what was shown before. */
  readonly show: (text: string) => void;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

/** One line that is written over and over, on a terminal only. */
export function progressLine(stream: ProgressStream = process.stderr): ProgressLine {
  let shown = '';
  const put = (text: string) => {
    if (stream.isTTY === true && text !== shown) stream.write(`\r\u001b[K${text}`);
    shown = text;
  };
  return { show: put, clear: () => put('') };
}
