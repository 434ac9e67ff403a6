import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem, problem } from '../../../platform/errors/index.ts';
import { partPath } from './files.ts';
import { sha256Of } from './log-file.ts';
import { type DatasetVersion, partsOf } from './manifest.ts';

/** A part on disk that is not what its version says. */
export interface DamagedPart {
  readonly path: string;
  readonly what: 'missing' | 'damaged';
}

/** The parts of a version that are missing, or whose bytes are not those that were written: each is read once, to its end. */
export async function damagedParts({ dir, manifest }: DatasetVersion): Promise<DamagedPart[]> {
  const found: DamagedPart[] = [];
  for (const { sha256, bytes } of partsOf(manifest)) {
    const path = partPath(dir, sha256);
    const size = await stat(path).then((s) => s.size, () => undefined);
    if (size === undefined) found.push({ path, what: 'missing' });
    else if (size !== bytes || (await sha256Of(path).catch(() => '')) !== sha256) found.push({ path, what: 'damaged' });
  }
  return found;
}

/** Whether a version is as it was written; parts that are not are removed, for an import to write them anew. */
export async function wholeOrCleared(version: DatasetVersion): Promise<boolean> {
  const damaged = await damagedParts(version);
  for (const { path } of damaged) await rm(path, { force: true });
  return damaged.length === 0;
}

/**
 * What failed while a version was read: where parts of it are not what they were, that as a Problem `log-damaged` which names them; anything
 * else as it is.
 */
export async function orDamage(error: unknown, version: DatasetVersion, eventLog: string): Promise<unknown> {
  if (error instanceof Problem && error.code !== 'log-damaged') return error;
  const [first, ...others] = await damagedParts(version);
  if (first === undefined) return error;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return problem('log-damaged', {
    detail: `A stored part of the event log “${eventLog}” is ${first.what}`, value: `${basename(first.path)}${more}`,
    wanted: 'the parts as they were, from a backup of the data folder; or the file of the log imported again, with mode replace', at: { path: 'events/parts' },
  }, error);
}
