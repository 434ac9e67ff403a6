import type { ProblemDetail } from '../errors/index.ts';

/**
 * The text of a UTF-8 file, or what is wrong with its bytes and on which line.
 * @example decodeText('a.yaml', new TextEncoder().encode('a: 1')) // { text: 'a: 1' }
 */
export function decodeText(file: string, bytes: Uint8Array): { text: string } | { error: ProblemDetail } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { error: { detail: 'The file is UTF-16', wanted: 'UTF-8', at: { file, line: 1 } } };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { error: { detail: 'The file holds a zero byte, so it is not text', wanted: 'UTF-8 text', at: { file, line: lineOf(bytes, nul) } } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const offset = firstBadByte(bytes);
    const value = [...bytes.subarray(offset, offset + 4)].map((b) => b.toString(16).padStart(2, '0')).join(' ');
    return { error: { detail: 'The file is not UTF-8', value: `bytes ${value}`, wanted: 'UTF-8 (save it again with that encoding)', at: { file, line: lineOf(bytes, offset) } } };
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line += 1;
  return line;
}

/** The longest readable beginning, by halving: a streaming decoder throws at the first chunk that cannot be right. */
function firstBadByte(bytes: Uint8Array): number {
  const readable = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (middle <= bytes.length && readable(middle)) good = middle;
    else bad = middle;
  }
  // The readable beginning may end inside a character: the fault is where that one begins.
  let start = good;
  while (start > 0 && start > good - 3 && !whole(bytes.subarray(0, start))) start -= 1;
  return Math.min(start, Math.max(bytes.length - 1, 0));
}

function whole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
