import { answer, withWorkspaceServer } from './session.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

/**
 * `hymnsheet verify --audit [--against HEAD]`: checks the whole audit chain, and resolves with the exit code: 0 whole, 1 not.
 * `against` is a head printed earlier, `LENGTH:HASH`.
 */
export async function verifyAuditChain({ against, json, ...workspace }: WorkspaceOptions & { readonly against?: string; readonly json?: boolean }): Promise<0 | 1> {
  const found = await withWorkspaceServer(workspace, async ({ api }) => answer(api.POST('/audit/verify', { body: against === undefined ? {} : { against } })));
  if (json === true) process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
  else process.stdout.write(`${explain(found, against)}\n`);
  return found.ok ? 0 : 1;
}

interface Found {
  readonly ok: boolean;
  readonly length: number;
  readonly hash: string;
  readonly unsealed: number;
  readonly count: number;
  readonly findings: readonly { readonly kind: string; readonly detail: string }[];
}

/** The answer as lines for people; the last one is the head to keep. */
export function explain({ ok, length, hash, unsealed, count, findings }: Found, against?: string): string {
  const entries = (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'}`;
  const verdict = ok
    ? [`The audit is whole: ${entries(length)}${against === undefined ? '' : ', and it continues the head that you gave'}.`]
    : [`The audit was tampered with: ${count} ${count === 1 ? 'finding' : 'findings'}.`, ...findings.map((f) => `  ${f.kind}: ${f.detail}`), ...(findings.length < count ? [`  … and ${count - findings.length} more`] : [])];
  const waiting = unsealed === 0 ? [] : [`${entries(unsealed)} ${unsealed === 1 ? 'waits' : 'wait'} to be sealed.`];
  const advice = against === undefined && ok ? ['Without a head printed earlier (--against) a cut-off end cannot be seen.'] : [];
  return [...verdict, ...waiting, ...advice, `Head: ${length}:${hash}`].join('\n');
}
