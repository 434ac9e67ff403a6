import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { problems, type ProblemDetail } from '../platform/errors/index.ts';
import { folderFiles } from './folder-files.ts';
import { answer, type Session } from './session.ts';
import { uploadFile } from './upload.ts';

export interface ApplyFolderOptions {
  readonly prune?: boolean;
  readonly take?: 'folder' | 'app' | undefined;
  readonly dryRun?: boolean;
  /** Hears of the plan before anything is written. */
  readonly onPlan?: (plan: { readonly text: string; readonly conflicts: readonly unknown[] }) => void;
  /** Hears of each step, for people. */
  readonly say?: (text: string) => void;
}

/**
 * Applies the company folder `dir` with the events that it names: a plan first, then the event files that the workspace does not have yet,
 * then all of it at once.
 */
export async function applyFolderAt(session: Session, dir: string, { prune = false, take, dryRun = false, onPlan = () => {}, say = () => {} }: ApplyFolderOptions = {}) {
  const body = { files: await folderFiles(dir), prune, ...(take === undefined ? {} : { take }) };
  const plan = await answer(session.api.POST('/company-folder/plan', { body }));
  await refuseMissingFiles(dir, plan.eventLogs);
  onPlan(plan);
  if (dryRun) return plan;
  const uploads: Record<string, string> = {};
  // With conflicts nothing will be applied: do not send what would be thrown away.
  for (const log of plan.conflicts.length > 0 ? [] : plan.eventLogs) {
    const path = join(dir, log.file);
    if (!log.changed && (await sha256Of(path)) === (await knownSha256(session, log.id))) continue;
    say(`Sending ${log.file} …`);
    uploads[log.id] = (await uploadFile<{ id: string }>(session, path)).id;
  }
  if (Object.keys(uploads).length > 0) say('Reading events …');
  return answer(session.api.POST('/company-folder/apply', { body: { ...body, uploads, expected: plan.fingerprint } }));
}

async function refuseMissingFiles(dir: string, logs: readonly { id: string; file: string }[]): Promise<void> {
  const missing: ProblemDetail[] = [];
  for (const { id, file } of logs) {
    if ((await stat(join(dir, file)).catch(() => undefined))?.isFile() !== true) missing.push({ detail: `The file of event log ${id} is not there`, value: file, wanted: 'a file inside the company folder', at: { file: 'event-logs.yaml' } });
  }
  if (missing.length > 0) throw problems('bad-input', missing);
}

async function knownSha256({ api }: Session, id: string): Promise<string | null> {
  const { data } = await api.GET('/event-logs/{id}', { params: { path: { id } } });
  return data?.sha256 ?? null;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
