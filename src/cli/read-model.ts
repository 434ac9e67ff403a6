import { readFile } from 'node:fs/promises';
import { Problem, problem } from '../platform/errors/index.ts';
import { netOfTree, parsePnml, parseTree, type PetriNet } from '../processes/models/index.ts';

const LARGEST_BYTES = 50_000_000;

/**
 * Reads a process model: PNML where the text is XML, else a process tree.
 * @throws Problem naming the file, and the place in it, for what is neither.
 */
export async function readModel(path: string): Promise<PetriNet> {
  const text = await modelText(path);
  if (/^\s*</.test(text)) return parsePnml(text, path);
  try {
    return netOfTree(parseTree(text));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw problem(error.code, { detail: error.detail, ...(error.value === undefined ? {} : { value: error.value }), wanted: error.wanted ?? 'a process tree, or PNML', at: { ...error.at, file: path } }, error);
  }
}

async function modelText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw problem('not-found', { detail: error.code === 'ENOENT' ? 'There is no such file' : 'The file cannot be read', value: path, wanted: 'a model as PNML, or a process tree as text' }, error);
  });
  if (bytes.length > LARGEST_BYTES) throw problem('too-large', { detail: 'The model is too large', value: `${bytes.length} bytes`, wanted: `at most ${LARGEST_BYTES} bytes`, at: { file: path } });
  return new TextDecoder().decode(bytes);
}
