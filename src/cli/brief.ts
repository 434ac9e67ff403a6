import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Option, type Command } from 'commander';
import { problem } from '../platform/errors/index.ts';
import { applyFolderAt } from './apply-folder.ts';
import { companyFolder } from './folder-files.ts';
import { answer, asProblem, withThrowAwayServer, withWorkspaceServer, type Session } from './session.ts';
import { withWorkspace, type WorkspaceOptions } from './workspace-options.ts';

const formats = ['md', 'pdf', 'html', 'json'] as const;
type Format = (typeof formats)[number];

interface BriefOptions extends WorkspaceOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly json?: boolean;
  readonly view?: readonly string[];
}

/** `hymnsheet brief [DIR]`: the one-page sheet of a workspace, or of a company folder with no server running. */
export function registerBrief(program: Command): void {
  withWorkspace(program.command('brief').description('the one-page sheet: of a workspace, or of a company folder without any server'))
    .argument('[dir]', 'a company folder; without it, the workspace')
    .addOption(new Option('--format <format>', 'how to write it (default: by the name of --output, else md)').choices([...formats]))
    .option('--output <file>', 'where to write it (default: stdout)')
    .option('--json', 'the same as --format json')
    .option('--view <name>', 'a saved view of the workspace to put in it, by its name or id; again for another', (name: string, before: readonly string[] | undefined) => [...(before ?? []), name])
    .action(async (dir: string | undefined, options: BriefOptions) => {
      const format = formatOf(options);
      if (format === 'pdf' && options.output === undefined && process.stdout.isTTY) throw problem('bad-input', { detail: 'A PDF is not for a terminal', wanted: '--output FILE.pdf' });
      if (dir !== undefined && options.view !== undefined) throw problem('bad-input', { detail: 'A company folder holds no saved views', value: options.view.join(', '), wanted: '--view without a folder, for the views of a workspace' });
      const bytes = dir === undefined ? await withWorkspaceServer(options, (session) => makeBrief(session, format, options.view)) : await briefOfFolder(dir, format);
      if (options.output === undefined) process.stdout.write(bytes);
      else await writeFile(options.output, bytes).catch((cause: NodeJS.ErrnoException) => { throw problem('bad-input', { detail: 'The brief cannot be written there', value: `${options.output}: ${cause.code ?? cause.message}`, wanted: 'a file that this user may write' }, cause); });
    });
}

async function briefOfFolder(dir: string, format: Format): Promise<Buffer> {
  const folder = await companyFolder(dir);
  const say = (text: string) => { if (process.stderr.isTTY) process.stderr.write(`${text}\n`); };
  return withThrowAwayServer(async (session) => {
    await applyFolderAt(session, folder, { say });
    say('Working the figures out …');
    return makeBrief(session, format);
  });
}

async function makeBrief(session: Session, format: Format, views: readonly string[] = []): Promise<Buffer> {
  const brief = await answer(session.api.POST('/briefs', { body: views.length === 0 ? {} : { views: await idsOf(session, views) } }));
  const response = await fetch(`${session.url}/briefs/${brief.id}/file?format=${format}`, { headers: session.headers });
  if (!response.ok) throw asProblem(await response.text(), response.status);
  return Buffer.from(await response.arrayBuffer());
}

/** The ids of saved views that are asked for by id or by name. @throws Problem where none, or more than one, is meant. */
async function idsOf(session: Session, views: readonly string[]): Promise<string[]> {
  const { items } = await answer(session.api.GET('/saved-views', { params: { query: { limit: 500 } } }));
  return views.map((asked) => {
    const found = items.find((v) => v.id === asked) ?? items.filter((v) => v.name === asked);
    if (!Array.isArray(found)) return found.id;
    if (found.length === 1) return found[0]!.id;
    throw problem('bad-input', { detail: found.length === 0 ? 'There is no saved view of this name' : 'Several saved views have this name', value: asked, wanted: found.length === 0 ? items.length === 0 ? 'a view that was saved on the page How work flows; there is none yet' : `one of ${items.map((v) => `“${v.name}”`).join(', ')}` : `an id, one of ${found.map((v) => v.id).join(', ')}` });
  });
}

/** @throws Problem where the name of the output and the format say different things, or nothing that is known. */
function formatOf({ format, json = false, output }: BriefOptions): Format {
  const asked = json ? 'json' : format;
  const named = output === undefined ? undefined : extname(output).slice(1).toLowerCase().replace(/^htm$/, 'html').replace(/^markdown$/, 'md');
  if (asked !== undefined) return asked;
  if (named === undefined || named === '') return 'md';
  const found = formats.find((f) => f === named);
  if (found === undefined) throw problem('bad-input', { detail: 'The name of the output does not say how to write it', value: output ?? '', wanted: `--format, one of ${formats.join(', ')}` });
  return found;
}
