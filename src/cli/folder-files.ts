import { kinds } from '../app/kinds.ts';
import { loadFolder } from '../platform/company-folder/index.ts';

/** The registers of a company folder as the API takes them. */
export async function folderFiles(dir: string): Promise<{ path: string; base64: string }[]> {
  const files = await loadFolder(dir, kinds.all);
  return files.map(({ path, bytes }) => ({ path, base64: Buffer.from(bytes).toString('base64') }));
}
