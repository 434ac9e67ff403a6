import type { Item } from '../api/types.ts';

export type Entry = Item<'/audit'>;

/** What an entry’s ids are called, as far as the page knows. */
export interface Names {
  readonly record: (kind: string, id: string) => string;
}

const actions: Readonly<Record<string, (d: Entry['detail'], thing: string) => string>> = {
  'record.create': (_, thing) => `recorded ${thing}`,
  'record.change': (_, thing) => `changed ${thing}`,
  'record.retire': (_, thing) => `retired ${thing}`,
  'record.reinstate': (_, thing) => `took back ${thing}, which was retired`,
  'folder.apply': () => 'applied a company folder',
  'grant.add': (d) => `gave the set ${text(d['set'])}`,
  'grant.end': (d) => `took away the set ${text(d['set'])}`,
  'api-key.create': (_, thing) => `made ${thing}`,
  'api-key.revoke': (_, thing) => `revoked ${thing}`,
  'sign-in.invite': (_, thing) => `invited ${thing}`,
  'sign-in.end': (_, thing) => `ended the sign-in of ${thing}`,
  'link.create': (d) => ({ invitation: 'made an invitation link', reset: 'made a link for another password', 'set-up': 'made a set-up link' })[text(d['purpose'])] ?? 'made a one-time link',
  'link.accept': (d) => (d['purpose'] === 'set-up' ? 'set up the first sign-in' : 'chose a password by a one-time link'),
  'session.start': () => 'signed in',
  'session.end': () => 'a session ended',
  'password.change': () => 'changed a password',
  'person.erase': () => 'erased a person',
  'pseudonym.look-up': (d, thing) => `looked up who stands behind ${thing}${d['found'] === false ? ', in vain' : ''}`,
  'pseudonym.erase': (_, thing) => `erased who stands behind ${thing}`,
  'brief.create': () => 'kept a brief',
  'upload.create': () => 'sent a file',
  'import.create': () => 'began to bring events in',
  'import.cancel': () => 'cancelled an import',
  'event-log.import': (d, thing) => `brought ${number(d['events'])}events into ${thing}`,
  'event-log.import-again': (_, thing) => `sent the same events for ${thing} again`,
  'event-log.retry-batches': (_, thing) => `asked for the failed batches of ${thing} once more`,
  'event-log.fold-failed': (d, thing) => `could not take a batch into ${thing}${typeof d['again'] === 'string' ? ' yet' : ''}`,
  'pull.create': (_, thing) => `set up ${thing}`,
  'pull.change': (_, thing) => `changed ${thing}`,
  'pull.remove': (_, thing) => `removed ${thing}`,
  'pull.run': (_, thing) => `asked ${thing} to be read now`,
  'pull.pause': (_, thing) => `paused ${thing}`,
  'pull.resume': (_, thing) => `resumed ${thing}`,
  'pull.cancel': (_, thing) => `cancelled a reading of ${thing}`,
  'pull.done': (d, thing) => `read ${thing}: ${number(d['events']) || '0 '}new events`,
  'pull.failed': (_, thing) => `could not read ${thing}`,
  'allowed-range.allow': (_, thing) => `allowed ${thing} to be reached`,
  'allowed-range.forbid': (_, thing) => `forbade ${thing} to be reached`,
  'dataset-version.collect': () => 'collected versions that nothing needs',
};

/**
 * What somebody did, in plain words; an action that has none yet is shown as it is written.
 * @example whatWords({ action: 'session.start', detail: {}, subject: { kind: 'sign-in', id: 'x' } }, names) // 'signed in'
 */
export function whatWords({ action, detail, subject }: Pick<Entry, 'action' | 'detail' | 'subject'>, names: Names): string {
  const say = actions[action];
  const thing = names.record(subject.kind, subject.id);
  if (say === undefined) return `${action} ${subject.kind} ${subject.id}`;
  const holder = detail['holder'] as { kind?: string; id?: string } | undefined;
  const whose = holder === undefined ? '' : action === 'grant.end' ? ` from ${names.record(holder.kind === 'key' ? 'api-key' : 'post', holder.id ?? '')}` : ` to ${names.record(holder.kind === 'key' ? 'api-key' : 'post', holder.id ?? '')}`;
  return say(detail, thing) + whose;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): string {
  return typeof value === 'number' ? `${value.toLocaleString('en-GB')} ` : '';
}

/** The kinds of things that entries are about, to choose from. */
export const subjectKinds: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'Everything' },
  { value: 'person', label: 'People' }, { value: 'post', label: 'Posts' }, { value: 'grant', label: 'Permissions' }, { value: 'sign-in', label: 'Sign-ins' }, { value: 'api-key', label: 'API keys' }, { value: 'pseudonym', label: 'Pseudonyms' },
  { value: 'company', label: 'Company settings' }, { value: 'function', label: 'Functions' }, { value: 'process', label: 'Processes' }, { value: 'process-rule', label: 'Rules' }, { value: 'service', label: 'Services' }, { value: 'supplier', label: 'Suppliers' }, { value: 'incident', label: 'Incidents' }, { value: 'measure', label: 'Measures' },
  { value: 'event-log', label: 'Event logs' }, { value: 'process-link', label: 'Links between processes' }, { value: 'import', label: 'Imports' }, { value: 'pull', label: 'Pulls' }, { value: 'allowed-range', label: 'Networks' }, { value: 'saved-view', label: 'Saved views' }, { value: 'brief', label: 'Briefs' },
];
