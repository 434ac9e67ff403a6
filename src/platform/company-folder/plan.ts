import type { Place, ProblemDetail } from '../errors/index.ts';
import { bodyHash, recordWords, type AnyKind, type Finding, type Kinds } from '../register/index.ts';
import type { Folder, LocatedRecord } from './model.ts';
import { threeWay, twoWay, type FieldDifference } from './three-way.ts';
import { writtenBody } from './write-folder.ts';

/** A record as the workspace has it. */
export interface WorkspaceRecord {
  readonly kind: string;
  readonly id: string;
  readonly versionId: string;
  readonly body: unknown;
  readonly hash: string;
  readonly retired: boolean;
  /** As a folder last agreed to it; undefined where no folder ever did. */
  readonly applied?: { readonly hash: string; readonly body: unknown };
}

export type Take = 'folder' | 'app';

export interface PlanOptions {
  /** Retire records that a folder once brought and this one leaves out, of kinds that it has a file for. */
  readonly prune?: boolean;
  /** Which side wins where both changed. */
  readonly take?: Take | undefined;
}

export interface PlannedChange {
  readonly kind: AnyKind;
  readonly id: string;
  readonly record?: LocatedRecord;
  readonly current?: WorkspaceRecord;
  readonly fields: readonly { path: string; before?: unknown; after?: unknown }[];
}

/** A record that the app changed since a folder last agreed to it. */
export interface Conflict {
  readonly kind: AnyKind;
  readonly id: string;
  readonly at?: Place;
  readonly fields: readonly FieldDifference[];
  readonly retire: boolean;
}

/** What applying a folder would do; with errors or conflicts it does nothing at all. */
export interface Plan {
  readonly create: readonly PlannedChange[];
  readonly update: readonly PlannedChange[];
  readonly retire: readonly PlannedChange[];
  readonly unchanged: readonly PlannedChange[];
  /** Left as the app has them, because `take` says so. */
  readonly kept: readonly PlannedChange[];
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
  readonly errors: readonly ProblemDetail[];
}

interface Draft {
  create: PlannedChange[];
  update: PlannedChange[];
  retire: PlannedChange[];
  unchanged: PlannedChange[];
  kept: PlannedChange[];
  conflicts: Conflict[];
  errors: ProblemDetail[];
}

const keyOf = (kind: string, id: string) => `${kind} ${id}`;

/** Compares a folder with the workspace: what to create, change and retire, what the app changed meanwhile, and what does not fit together. */
export function planFolder(folder: Folder, current: readonly WorkspaceRecord[], kinds: Kinds, options: PlanOptions = {}): Plan {
  const draft: Draft = { create: [], update: [], retire: [], unchanged: [], kept: [], conflicts: [], errors: [...folder.errors] };
  const workspace = new Map(current.map((r) => [keyOf(r.kind, r.id), r]));
  for (const record of folder.records) planRecord(draft, record, workspace.get(keyOf(record.kind.name, record.id)), options.take);
  if (options.prune === true) planPrune(draft, folder, current, kinds, options.take);
  const findings = draft.errors.length > 0 ? [] : checkTogether(draft, current, kinds);
  return { ...draft, findings: findings.filter((f) => f.level === 'confirm') };
}

function planRecord(draft: Draft, record: LocatedRecord, current: WorkspaceRecord | undefined, take: Take | undefined): void {
  const { kind, id } = record;
  if (current === undefined) {
    draft.create.push({ kind, id, record, fields: [] });
  } else if (current.retired) {
    draft.errors.push({ detail: `${recordWords(kind, id)} was retired, and ids are never used again`, value: id, wanted: 'another id, or the retirement taken back in the app first', at: record.place() });
  } else if (bodyHash(record.body) === current.hash) {
    draft.unchanged.push({ kind, id, record, current, fields: [] });
  } else {
    const change: PlannedChange = { kind, id, record, current, fields: twoWay(writtenBody(kind, current.body), writtenBody(kind, record.body)) };
    if (current.applied?.hash === current.hash || take === 'folder') draft.update.push(change);
    else if (take === 'app') draft.kept.push(change);
    else draft.conflicts.push(conflict(change, false));
  }
}

function planPrune(draft: Draft, folder: Folder, current: readonly WorkspaceRecord[], kinds: Kinds, take: Take | undefined): void {
  const named = new Set(folder.records.map((r) => keyOf(r.kind.name, r.id)));
  for (const record of current) {
    const kind = kinds.of(record.kind);
    if (record.retired || record.applied === undefined || kind.shape === 'single' || !folder.kinds.has(record.kind) || named.has(keyOf(record.kind, record.id))) continue;
    const change: PlannedChange = { kind, id: record.id, current: record, fields: [] };
    if (record.applied.hash === record.hash || take === 'folder') draft.retire.push(change);
    else if (take === 'app') draft.kept.push(change);
    else draft.conflicts.push(conflict(change, true));
  }
}

function conflict({ kind, id, record, current }: PlannedChange, retire: boolean): Conflict {
  const readable = (body: unknown) => (body === undefined ? undefined : writtenBody(kind, body));
  return { kind, id, ...(record === undefined ? {} : { at: record.place() }), fields: threeWay(readable(current?.applied?.body), readable(record?.body), readable(current?.body)), retire };
}

interface Merged {
  readonly id: string;
  readonly body: unknown;
  readonly record?: LocatedRecord;
}

/** References and checks over all records as they would be afterwards. */
function checkTogether(draft: Draft, current: readonly WorkspaceRecord[], kinds: Kinds): Finding[] {
  const merged = new Map<string, Map<string, Merged>>(kinds.all.map((k) => [k.name, new Map()]));
  for (const r of current) if (!r.retired) merged.get(r.kind)?.set(r.id, { id: r.id, body: r.body });
  for (const c of [...draft.create, ...draft.update, ...draft.unchanged]) if (c.record !== undefined) merged.get(c.kind.name)?.set(c.id, { id: c.id, body: c.record.body, record: c.record });
  for (const c of draft.retire) merged.get(c.kind.name)?.delete(c.id);
  const pruned = new Set(draft.retire.map((c) => keyOf(c.kind.name, c.id)));
  const findings: Finding[] = [];
  for (const kind of kinds.all) {
    const records = [...(merged.get(kind.name)?.values() ?? [])];
    for (const r of records) draft.errors.push(...brokenReferences(kind, r, merged, pruned));
    if (kind.shape === 'single' && records.length === 0) draft.errors.push({ detail: `The ${kind.plural} are missing`, wanted: `a file ${kind.file}`, at: { file: kind.file } });
    findings.push(...kind.check(records, (name) => [...(merged.get(name)?.values() ?? [])]));
  }
  for (const f of findings.filter((x) => x.level === 'error')) draft.errors.push(findingError(f, merged.get(f.kind)?.get(f.id)));
  return findings;
}

function brokenReferences(kind: AnyKind, r: Merged, merged: ReadonlyMap<string, ReadonlyMap<string, Merged>>, pruned: ReadonlySet<string>): ProblemDetail[] {
  return kind.references(r.body).filter((ref) => merged.get(ref.kind)?.has(ref.id) !== true).map((ref) => ({
    detail: pruned.has(keyOf(ref.kind, ref.id)) ? `${recordWords(kind, r.id)} still needs ${ref.kind} ${ref.id}, which the folder leaves out` : `${recordWords(kind, r.id)}: there is no ${ref.kind} of this id`,
    value: ref.id,
    wanted: someIds(ref.kind, [...(merged.get(ref.kind)?.keys() ?? [])]),
    at: r.record?.place(ref.path) ?? {},
  }));
}

function someIds(kind: string, ids: readonly string[]): string {
  if (ids.length === 0) return `a ${kind}; there is none yet`;
  const shown = [...ids].sort().slice(0, 12).join(', ');
  return `one of: ${shown}${ids.length > 12 ? ` and ${ids.length - 12} more` : ''}`;
}

function findingError(f: Finding, merged: Merged | undefined): ProblemDetail {
  return { detail: f.detail, ...(f.value === undefined ? {} : { value: f.value }), ...(f.wanted === undefined ? {} : { wanted: f.wanted }), at: merged?.record?.place(f.path) ?? {} };
}
