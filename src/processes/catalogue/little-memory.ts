import { stat } from 'node:fs/promises';
import { Problem } from '../../platform/errors/index.ts';

/** What an import may use beside the questions that the server answers meanwhile; on disk goes what does not fit. */
const LITTLE = '300MB';
/** A larger file would go to disk too often. */
const SMALL_FILE = 500_000_000;

/**
 * Does some work on a file with little memory; where the file is large, or that is too little, with as much as the engine takes by itself.
 * @example await inLittleMemory(path, (memory) => importLog({ ...order, ...memory }))
 */
export async function inLittleMemory<T>(path: string, work: (memory: { readonly memoryLimit?: string }) => Promise<T>, little = LITTLE): Promise<T> {
  if ((await stat(path)).size > SMALL_FILE) return work({});
  try {
    return await work({ memoryLimit: little });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'out-of-memory') throw error;
    return work({});
  }
}
