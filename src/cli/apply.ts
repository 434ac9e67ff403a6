import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import type { PlanView } from '../platform/company-folder/index.ts';
import { problems, type ProblemDetail } from '../platform/errors/index.ts';
import { folderFiles } from './folder-files.ts';
import { answer, withWorkspaceServer, type Session } from './session.ts';
import { uploadFile } from './upload.ts';
import { withWorkspace, type WorkspaceOptions } from './workspace-options.ts';

interface ApplyOptions {
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly take?: 'folder' | 'app';
}

/** `hymnsheet apply DIR`: shows what a company folder would change, then applies all of it or nothing. */
export function registerApply(program: Command): void {
  withWorkspace(program.command('apply').description('apply a company folder: shows the difference first, then all or nothing'))
    .argument('<dir>', 'the company folder')
    .option('--dry-run', 'show the difference and change nothing')
    .option('--prune', 'retire records that a folder once brought and this one leaves out')
    .addOption(new Option('--take <side>', 'which side wins where the app changed a record since it was applied').choices(['folder', 'app']))
    .option('--json', 'one JSON document on stdout')
    .action((dir: string, options: ApplyOptions & WorkspaceOptions & { json?: boolean }) => apply(dir, options));
}

async function apply(dir: string, { json = false, ...options }: ApplyOptions & WorkspaceOptions & { json?: boolean }): Promise<void> {
  const files = await folderFiles(dir);
  const show = (text: string) => { if (!json) process.stdout.write(text); };
  const plan = await withWorkspaceServer(options, (session) => applyFiles(session, dir, files, options, show));
  if (json) process.stdout.write(`${JSON.stringify(plan, null, 1)}\n`);
  // A folder in conflict cannot be applied: the answer of a dry run is no.
  if (options.dryRun === true && plan.conflicts.length > 0) process.exitCode = 1;
}

/**
 * Plans, shows the plan through `show`, and applies exactly what was shown, with the events that the folder names.
 * @throws Problem with every fault of the folder, or `changed-meanwhile` for what the app changed since.
 */
export async function applyFiles(session: Session, dir: string, files: { path: string; base64: string }[], { dryRun = false, prune = false, take }: ApplyOptions, show: (text: string) => void): Promise<PlanView> {
  const body = { files, prune, ...(take === undefined ? {} : { take }) };
  const plan = (await answer(session.api.POST('/company-folder/plan', { body }))) as PlanView;
  const logs = await eventFiles(session, dir, plan.eventLogs);
  // Where it will be refused, the refusal shows the same with what was wanted.
  if (dryRun || plan.conflicts.length === 0) show(plan.text);
  if (dryRun) return plan;
  const uploads: Record<string, string> = {};
  for (const { id, path } of plan.conflicts.length > 0 ? [] : logs) uploads[id] = (await uploadFile<{ id: string }>(session, path)).id;
  return (await answer(session.api.POST('/company-folder/apply', { body: { ...body, uploads, expected: plan.fingerprint } }))) as PlanView;
}

/** The files of event logs that the workspace does not have yet; one may be missing where its events are there already, as after an export. */
async function eventFiles(session: Session, dir: string, logs: PlanView['eventLogs']): Promise<{ id: string; path: string }[]> {
  const missing: ProblemDetail[] = [];
  const fresh: { id: string; path: string }[] = [];
  for (const { id, file, changed } of logs) {
    const path = join(dir, file);
    const known = await knownSha256(session, id);
    if ((await stat(path).catch(() => undefined))?.isFile() === true) {
      if (changed || known === null || known !== (await sha256Of(path))) fresh.push({ id, path });
    } else if (known === null) missing.push({ detail: `The file of the event log ${id} is not there`, value: file, wanted: 'a file inside the company folder', at: { file: 'event-logs.yaml' } });
  }
  if (missing.length > 0) throw problems('bad-input', missing);
  return fresh;
}

/** SHA-256 of the file that the current events of a log came from, or null where it has none. */
async function knownSha256({ url, headers }: Session, id: string): Promise<string | null> {
  const response = await fetch(`${url}/event-logs/${encodeURIComponent(id)}`, { headers });
  return response.ok ? (((await response.json()) as { sha256?: string | null }).sha256 ?? null) : null;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
