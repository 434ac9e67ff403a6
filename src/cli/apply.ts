import { Option, type Command } from 'commander';
import { applyFolderAt } from './apply-folder.ts';
import { companyFolder } from './folder-files.ts';
import { withWorkspaceServer } from './session.ts';
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
  const { dryRun = false } = options;
  const folder = await companyFolder(dir);
  const plan = await withWorkspaceServer(options, (session) => applyFolderAt(session, folder, {
    ...options,
    // Where it will be refused, the refusal shows the same with what was wanted.
    onPlan: ({ conflicts, text }) => { if (!json && (dryRun || conflicts.length === 0)) process.stdout.write(text); },
  }), { mayMake: !dryRun });
  if (json) process.stdout.write(`${JSON.stringify(plan, null, 1)}\n`);
  // A folder in conflict cannot be applied: the answer of a dry run is no.
  if (dryRun && plan.conflicts.length > 0) process.exitCode = 1;
}
