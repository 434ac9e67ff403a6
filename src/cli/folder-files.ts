import { kinds } from '../app/kinds.ts';
import { loadFolder } from '../platform/company-folder/index.ts';

/** A company folder as it lies on this machine: where, and its registers as the API takes them. */
export interface CompanyFolder {
  readonly dir: string;
  readonly files: { path: string; base64: string }[];
}

/** Reads the registers of a company folder; before any server is started, so that a mistyped name costs no time. */
export async function companyFolder(dir: string): Promise<CompanyFolder> {
  const files = await loadFolder(dir, kinds.all);
  return { dir, files: files.map(({ path, bytes }) => ({ path, base64: Buffer.from(bytes).toString('base64') })) };
}
