import { readdir } from 'node:fs/promises';
import type { Command } from 'commander';
import { saveFolder } from '../platform/company-folder/index.ts';
import { problem } from '../platform/errors/index.ts';
import { answer, withWorkspaceServer } from './session.ts';
import { withWorkspace, type WorkspaceOptions } from './workspace-options.ts';

interface ExportOptions extends WorkspaceOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `hymnsheet export DIR`: writes the registers as a company folder that applies again without a difference. */
export function registerExport(program: Command): void {
  withWorkspace(program.command('export').description('write the registers as a company folder; events are in `backup`'))
    .argument('<dir>', 'the folder to write; made where it is missing')
    .option('--force', 'write into a folder that is not empty, over files of the same names')
    .option('--json', 'one JSON document on stdout')
    .action((dir: string, options: ExportOptions) => exportTo(dir, options));
}

async function exportTo(dir: string, options: ExportOptions): Promise<void> {
  const there = await readdir(dir).catch(() => []);
  if (there.length > 0 && options.force !== true) throw problem('bad-input', { detail: 'The folder is not empty', value: dir, wanted: 'an empty or a new folder, or --force' });
  const { files } = await withWorkspaceServer(options, ({ api }) => answer(api.GET('/company-folder')));
  await saveFolder(dir, files);
  const paths = files.map((f) => f.path);
  process.stdout.write(options.json === true ? `${JSON.stringify({ folder: dir, files: paths }, null, 1)}\n` : `Wrote ${paths.length} files to ${dir}.\n`);
}
