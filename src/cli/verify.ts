import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { problem } from '../platform/errors/index.ts';
import { briefSchema } from '../briefing/index.ts';
import { applyFolderAt } from './apply-folder.ts';
import { companyFolder } from './folder-files.ts';
import { answer, withThrowAwayServer, withWorkspaceServer, type Session } from './session.ts';
import { verifyAuditChain } from './verify-audit.ts';
import { withWorkspace, type WorkspaceOptions } from './workspace-options.ts';

interface VerifyOptions extends WorkspaceOptions {
  readonly audit?: boolean;
  readonly against?: string;
  readonly json?: boolean;
}

/** `hymnsheet verify BRIEF.json [DIR]`, and `hymnsheet verify --audit`. */
export function registerVerify(program: Command): void {
  withWorkspace(program.command('verify').description('work every figure of a brief out again, or check the whole audit'))
    .argument('[brief]', 'a brief as JSON')
    .argument('[dir]', 'the company folder that it was made from, where there is no workspace')
    .option('--audit', 'check the audit chain instead')
    .option('--against <head>', 'with --audit: a head printed earlier, LENGTH:HASH')
    .option('--json', 'one JSON document on stdout')
    .action(async (file: string | undefined, dir: string | undefined, options: VerifyOptions) => {
      if (options.audit === true) process.exitCode = await verifyAuditChain(options);
      else if (file === undefined) throw problem('bad-input', { detail: 'There is nothing to verify', wanted: 'a brief as JSON, or --audit' });
      else process.exitCode = await verifyBrief(file, dir, options);
    });
}

async function verifyBrief(file: string, dir: string | undefined, options: VerifyOptions): Promise<0 | 1> {
  const brief = await readBrief(file);
  const ask = async ({ api }: Session) => answer(api.POST('/verifications', { body: brief as never }));
  const found = dir === undefined
    ? await withWorkspaceServer(options, ask)
    : await onFolder(dir, ask);
  process.stdout.write(options.json === true ? `${JSON.stringify(found, null, 1)}\n` : `${explain(found)}\n`);
  return found.same === found.figures && found.texts.same === found.texts.checked ? 0 : 1;
}

async function onFolder<T>(dir: string, ask: (session: Session) => Promise<T>): Promise<T> {
  const folder = await companyFolder(dir);
  return withThrowAwayServer(async (session) => { await applyFolderAt(session, folder); return ask(session); });
}

async function readBrief(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => { throw problem('not-found', { detail: 'The brief cannot be read', value: `${file}: ${cause.code ?? ''}`, wanted: 'a brief as JSON: hymnsheet brief --format json --output BRIEF.json' }, cause); });
  const wanted = 'a brief as hymnsheet brief --format json writes it';
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw problem('bad-input', { detail: 'The brief is not JSON', value: text.slice(0, 60), wanted, at: { file } }, cause);
  }
  const [issue] = briefSchema.safeParse(document).error?.issues ?? [];
  if (issue === undefined) return document;
  const place = pathOf(issue.path);
  const value = issue.path.reduce<unknown>((v, key) => (v as Record<PropertyKey, unknown> | null | undefined)?.[key], document);
  const detail = `This is not a brief${place === '' ? '' : `: its ${place} is ${value === undefined ? 'missing' : 'not what a brief has there'}`}`;
  throw problem('bad-input', { detail, ...(value === undefined ? {} : { value: JSON.stringify(value) }), wanted, at: { file } });
}

/** A place in a document as people write it. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map((p, i) => (typeof p === 'number' ? `[${p}]` : `${i === 0 ? '' : '.'}${String(p)}`)).join('');
}

interface Found {
  readonly figures: number;
  readonly same: number;
  readonly moved: number;
  readonly texts: { readonly checked: number; readonly same: number; readonly note: string | null; readonly differ: readonly { readonly place: string; readonly written: string | null; readonly again: string | null }[] };
  readonly rows: readonly { readonly quantity: string; readonly subject: string; readonly recorded: number | null; readonly again: number | null; readonly verdict: string; readonly note: string | null; readonly today: number | null; readonly unit: string }[];
}

/** What was found, as lines: the answers first, then each text that says something else, and each figure that differs or moved. */
export function explain({ figures, same, moved, texts, rows }: Found): string {
  const n = (x: number | null) => (x === null ? 'no figure' : x.toLocaleString('en-GB', { maximumSignificantDigits: 6 }));
  const notable = rows.filter((r) => r.verdict !== 'same' || r.today !== r.recorded);
  return [
    `As recorded: ${same} of ${figures} figures come out the same.`,
    texts.note === null ? `The sheet made again: ${texts.same} of ${texts.checked} texts are the same.` : `The sheet’s texts cannot be compared: ${texts.note}.`,
    ...texts.differ.flatMap((d) => [`  ${d.place}:`, `    written: ${d.written ?? '(nothing)'}`, `    should be: ${d.again ?? '(nothing)'}`]),
    `On today’s evidence: ${moved === 0 ? 'none has moved' : `${moved} ${moved === 1 ? 'has' : 'have'} moved`}.`,
    ...notable.map((r) => `  ${r.subject}, ${r.quantity} (${r.unit}): recorded ${n(r.recorded)}, again ${n(r.again)} (${r.verdict}${r.note === null ? '' : `: ${r.note}`}), today ${n(r.today)}`),
  ].join('\n');
}
