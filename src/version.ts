import { readFileSync } from 'node:fs';

/** The program's version, from its package.json: beside src/ in a checkout, above dist/ or dist/parts/ in a build. */
export const version: string = ['../package.json', '../../package.json']
  .map((path) => read(new URL(path, import.meta.url)))
  .find((p) => p?.name === 'hymnsheet')?.version ?? '0.0.0';

function read(file: URL): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
  } catch {
    return undefined;
  }
}
