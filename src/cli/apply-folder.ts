import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { leadsOut, placeOf, type PlanView } from '../platform/company-folder/index.ts';
import { problems, type ProblemDetail } from '../platform/errors/index.ts';
import type { CompanyFolder } from './folder-files.ts';
import { answer, type Session } from './session.ts';
import { uploadFile } from './upload.ts';

export interface ApplyFolderOptions {
  readonly prune?: boolean;
  readonly take?: 'folder' | 'app' | undefined;
  readonly dryRun?: boolean;
  /** Hears of the plan before anything is written; one in conflict will be refused. */
  readonly onPlan?: (plan: PlanView) => void;
  /** Hears of each step, for people. */
  readonly say?: (text: string) => void;
}

/**
 * Applies a company folder with the events that it names: a plan first, then the event files that the workspace does not have yet, then
 * exactly what was planned, all of it at once.
 * @throws Problem with every fault of the folder, or `changed-meanwhile` for what the app changed since.
 */
export async function applyFolderAt(session: Session, { dir, files }: CompanyFolder, { prune = false, take, dryRun = false, onPlan = () => {}, say = () => {} }: ApplyFolderOptions = {}): Promise<PlanView> {
  const body = { files, prune, ...(take === undefined ? {} : { take }) };
  const plan = (await answer(session.api.POST('/company-folder/plan', { body }))) as PlanView;
  const fresh = await eventFiles(session, dir, plan.eventLogs);
  onPlan(plan);
  if (dryRun) return plan;
  const uploads: Record<string, string> = {};
  // With conflicts nothing will be applied: do not send what would be thrown away.
  for (const { id, file } of plan.conflicts.length > 0 ? [] : fresh) {
    say(`Sending ${file} …`);
    uploads[id] = (await uploadFile<{ id: string }>(session, join(dir, file))).id;
  }
  if (Object.keys(uploads).length > 0) say('Reading events …');
  return (await answer(session.api.POST('/company-folder/apply', { body: { ...body, uploads, expected: plan.fingerprint } }))) as PlanView;
}

/** The files of event logs that the workspace does not have yet; one may be missing where its events are there already, as after an export. */
async function eventFiles(session: Session, dir: string, logs: PlanView['eventLogs']): Promise<{ id: string; file: string }[]> {
  const faults: ProblemDetail[] = [];
  const fresh: { id: string; file: string }[] = [];
  for (const { id, file, changed } of logs) {
    const known = await knownSha256(session, id);
    if ((await placeOf(dir, file)) === 'outside') faults.push(leadsOut(file, 'event-logs.yaml'));
    else if ((await stat(join(dir, file)).catch(() => undefined))?.isFile() === true) {
      if (changed || known === null || known !== (await sha256Of(join(dir, file)))) fresh.push({ id, file });
    } else if (known === null) faults.push({ detail: `The file of the event log ${id} is not there`, value: file, wanted: 'a file inside the company folder', at: { file: 'event-logs.yaml' } });
  }
  if (faults.length > 0) throw problems('bad-input', faults);
  return fresh;
}

/** SHA-256 of the file that the current events of a log came from, or null where it has none. */
async function knownSha256({ api }: Session, id: string): Promise<string | null> {
  const { data } = await api.GET('/event-logs/{id}', { params: { path: { id } } });
  return data?.sha256 ?? null;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
