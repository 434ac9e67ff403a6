import { readFile } from 'node:fs/promises';
import { problem } from '../platform/errors/index.ts';
import { parseModel, type PetriNet } from '../processes/models/index.ts';

const LARGEST_BYTES = 50_000_000;

/**
 * Reads a process model: BPMN, PNML or a process tree.
 * @throws Problem naming the file, and the place in it, for what is none of them.
 */
export async function readModel(path: string): Promise<PetriNet> {
  return parseModel(await modelText(path), path);
}

async function modelText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw problem('not-found', { detail: error.code === 'ENOENT' ? 'There is no such file' : 'The file cannot be read', value: path, wanted: 'a model as BPMN, PNML or a process tree' }, error);
  });
  if (bytes.length > LARGEST_BYTES) throw problem('too-large', { detail: 'The model is too large', value: `${bytes.length} bytes`, wanted: `at most ${LARGEST_BYTES} bytes`, at: { file: path } });
  return new TextDecoder().decode(bytes);
}
