import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { problem } from '../platform/errors/index.ts';
import type { Server } from '../server.ts';
import { applyFolderAt } from './apply-folder.ts';
import { companyFolder } from './folder-files.ts';
import { sessionOf } from './session.ts';

/** The example company's folder: in the package, beside src/ or dist/. */
export function exampleFolder(): string {
  const found = ['../../examples/northgate', '../examples/northgate'].map((p) => fileURLToPath(new URL(p, import.meta.url))).find((f) => existsSync(`${f}/company.yaml`));
  if (found === undefined) throw problem('not-found', { detail: 'The example company is not in this installation', wanted: 'examples/northgate beside the program' });
  return found;
}

/**
 * Loads the example company into a workspace that has no company yet, or brings an example that is there up to date.
 * @throws Problem `bad-input` where another company lives in the workspace
 */
export async function loadExample(server: Server, say: (text: string) => void): Promise<void> {
  const session = sessionOf(server);
  const { data } = await session.api.GET('/company');
  const company = data?.name;
  if (company !== undefined && company !== 'Northgate Supplies') throw problem('bad-input', { detail: 'Another company lives in this workspace', value: company, wanted: 'an empty workspace for the example: another --data' });
  say('Loading the example company …');
  const plan = await applyFolderAt(session, await companyFolder(exampleFolder()), { say, take: 'app' });
  say(`Northgate Supplies is loaded: ${plan.create.length + plan.update.length + plan.unchanged} records, ${plan.eventLogs.length} event logs.`);
}
