import { z } from 'zod';
import { problem } from '../../../platform/errors/index.ts';
import { defineWrite, systemActor, type Actor } from '../../../platform/write/index.ts';
import type { Manifest } from '../../event-logs/versions/index.ts';
import type { ImportParts } from '../imports.ts';
import type { Reading, Rejected, StagedVersion } from '../model.ts';
import { publish } from '../publish.ts';
import { currentVersion } from '../store.ts';
import type { Increment } from './increment.ts';
import { hiding, wholeMapping } from './model.ts';
import { advance, endRun, type Pull, type PullRun } from './store.ts';
import type { PullReport } from './tables.ts';

/** Rejected rows that a run keeps; the others are counted. */
const examples = 20;

interface TakeIn {
  readonly pull: Pull;
  readonly run: PullRun;
  readonly increment: Increment;
  readonly path: string;
  readonly next: Date;
  readonly signal: AbortSignal;
}

/** Takes what a pull has read into its event log, as an increment; the cursor moves in the transaction in which the version becomes current. */
export async function takeIn({ db, clock, files, keepPseudonyms }: ImportParts, { pull, run, increment, path, next, signal }: TakeIn): Promise<void> {
  const { eventLog, definition } = pull;
  const current = await currentVersion(db, eventLog);
  const mapping = hiding(wholeMapping(definition, increment.columns), (current?.manifest as Manifest | undefined)?.pseudonyms ?? []);
  const reading: Reading = { format: 'csv', zone: definition.zone, mapping };
  const fileName = `pulled from ${definition.name}`;
  const mode = current === undefined ? 'replace' : 'append';
  const staged = await files.stage({ eventLog, path, fileName, fileSha256: increment.sha256, reading, mode, current: current === undefined ? null : { id: current.id, manifest: current.manifest }, increment: true, onProgress: () => {}, signal });
  const by: Actor = { ...systemActor, kind: run.askedByKind, id: run.askedById };
  const report = reportOf(increment, staged, current?.events ?? 0);
  await finish({ db, clock, actor: by }, { pull, run, increment, next, report, publication: { eventLog, expected: current?.id ?? null, mode, fileName, fileSha256: increment.sha256, reading, staged }, keepPseudonyms });
}

function reportOf({ rows }: Increment, { report: r }: StagedVersion, before: number): PullReport {
  return { rows, events: r.unchanged ? 0 : r.events - before, late: r.late, newCases: r.newCases, casesJoined: r.casesJoined, duplicates: r.duplicates, rejected: r.rejected, gaps: r.gaps, ambiguous: r.ambiguous };
}

interface Finish extends Pick<TakeIn, 'pull' | 'run' | 'increment' | 'next'> {
  readonly report: PullReport;
  readonly publication: Parameters<typeof publish>[1];
  readonly keepPseudonyms: ImportParts['keepPseudonyms'];
}

/** The version is current, the cursor is past it and the run is done, or none of these. */
const finish = defineWrite<Finish, void>({
  name: 'pull.done',
  input: z.custom<Finish>(),
  sets: ['administrator', 'editor'],
  run: async (ctx, { pull, run, increment, next, report, publication, keepPseudonyms }) => {
    const { tx, clock } = ctx;
    const at = clock.now();
    const { staged } = publication;
    const notes = staged.id === publication.expected ? [] : await publish(ctx, publication, keepPseudonyms);
    if (!(await advance(tx, pull.id, pull.revision, { cursor: increment.cursor, at, next }))) throw problem('changed-meanwhile', { detail: 'The pull was changed while it was under way; what it had read was left', value: pull.id });
    const done = await endRun(tx, run.id, { state: 'done', at, rows: increment.rows, complete: increment.complete, cursor: increment.cursor, version: staged.id === publication.expected ? null : staged.id, report, rejected: few(staged.rejectedRows ?? []) });
    if (!done) throw problem('cancelled', { detail: 'The pull was cancelled' });
    return { result: undefined, audit: [...notes, { action: 'pull.done', subjectKind: 'pull', subjectId: pull.id, detail: { run: run.id, version: staged.id, ...report } }] };
  },
});

function few(rows: readonly Rejected[]): Rejected[] {
  return rows.slice(0, examples).map(({ row, line, reason, value }) => ({ row, line, reason, value: value?.slice(0, 200) ?? null }));
}
