import { expect, it } from 'vitest';
import { progressLine } from './progress.ts';

const written = (isTTY: boolean) => {
  const texts: string[] = [];
  return { texts, line: progressLine({ isTTY, write: (text: string | Uint8Array) => { texts.push(String(text)); return true; } }) };
};

it('is written over on a terminal, once for each text, and leaves nothing before what comes next', () => {
  const { texts, line } = written(true);
  for (const text of ['reading', 'reading', 'encoding']) line.show(text);
  line.clear();
  line.clear();
  expect(texts).toEqual(['\r\u001b[Kreading', '\r\u001b[Kencoding', '\r\u001b[K']);
});

it('is nothing where nobody looks: into a file or a pipe', () => {
  const { texts, line } = written(false);
  line.show('reading');
  line.clear();
  expect(texts).toEqual([]);
});
