import { problem } from '../../platform/errors/index.ts';
import type { AllRows, Claim, ClaimRows, RowsAnswer, RowsCtx, RowsPage } from '../../evidence/claims/index.ts';
import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import { versionOf } from '../catalogue/index.ts';
import { type DatasetVersion, filterOf, filterSql, inSession, isoOf, type Manifest, queryOf, relations, type SaidFilter } from '../event-logs/index.ts';
import type { EventStore } from '../performance/index.ts';

/** Which cases lie behind a figure of a view: those that pass the filter and, of a step, take it. */
export interface ViewCases {
  readonly filter: SaidFilter;
  readonly step?: { readonly from: string; readonly to: string };
}

interface Row { readonly id: string; readonly lo: number; readonly hi: number; readonly events: number }

const columns: ClaimRows['columns'] = [
  { name: 'Case', unit: null, kind: 'text' }, { name: 'First event', unit: null, kind: 'time' }, { name: 'Last event', unit: null, kind: 'time' }, { name: 'Took', unit: 's', kind: 'duration' }, { name: 'Events', unit: null, kind: 'number' },
];

/** Answers the question “log-cases” of the figures of views. */
export function logCasesAnswer({ engine, dir }: EventStore): RowsAnswer {
  return {
    page: async (ctx, claim, page, signal) => {
      const { version, asked } = await cited(ctx, dir, claim);
      return inSession({ engine }, { by: ctx.actor.id, signal }, (c, ends) => viewCases(c, version, asked, page, { signal: ends }));
    },
    all: async (ctx, claim, signal) => {
      const { version, asked } = await cited(ctx, dir, claim);
      return allViewCases(() => engine.connect({ by: ctx.actor.id, signal }), version, asked, signal);
    },
  };
}

/** The cases behind a figure of a view, a page of them. */
export async function viewCases(c: EngineConnection, version: DatasetVersion, asked: ViewCases, { limit, offset }: RowsPage, options: RunOptions = {}): Promise<ClaimRows> {
  const { from, sql, values } = await statement(c, version, asked);
  const [count] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, values, options);
  const rows = await c.rows<Row>(`${sql} LIMIT ${limit} OFFSET ${offset}`, values, options);
  const total = count?.n ?? 0;
  return { columns, rows: rows.map(shown), total, next: offset + rows.length < total ? String(offset + rows.length) : null };
}

/** All of them, in pieces; the connection is asked for with the first and closed with the last. */
export function allViewCases(connect: () => Promise<EngineConnection>, version: DatasetVersion, asked: ViewCases, signal: AbortSignal): AllRows {
  return { columns, pieces: pieces(connect, version, asked, signal) };
}

async function* pieces(connect: () => Promise<EngineConnection>, version: DatasetVersion, asked: ViewCases, signal: AbortSignal): AsyncGenerator<ClaimRows['rows']> {
  const c = await connect();
  try {
    const { sql, values } = await statement(c, version, asked);
    for await (const rows of c.stream<Row>(sql, values, { signal })) yield rows.map(shown);
  } finally {
    c.close();
  }
}

async function statement(c: EngineConnection, version: DatasetVersion, { filter, step }: ViewCases) {
  const asked = await filterOf(c, version, queryOf(filter));
  const where = await filterSql(c, version, step === undefined ? asked : { ...asked, follows: [...(asked.follows ?? []), step] });
  const from = `${relations(version).cases} k WHERE ${where?.where ?? 'true'}`;
  return { from, sql: `SELECT k.id, epoch_us(k."first") AS lo, epoch_us(k."last") AS hi, k.events FROM ${from} ORDER BY k."case"`, values: where?.values ?? [] };
}

const shown = (r: Row): ClaimRows['rows'][number] => [r.id, isoOf(r.lo), isoOf(r.hi), (r.hi - r.lo) / 1e6, r.events];

async function cited({ db }: RowsCtx, dir: string, claim: Claim): Promise<{ version: DatasetVersion; asked: ViewCases }> {
  const source = claim.sources.find((s) => s.kind === 'event-log')!;
  const row = await versionOf(db, source.id, source.version);
  if (row === undefined || row.collectedAt !== null) throw problem('rows-destroyed', { detail: 'The rows behind this figure were destroyed, as the retention of their event log asks; the figure stays on record', value: source.version.slice(0, 12), wanted: 'a figure of a dataset version that is still kept' });
  return { version: { id: row.id, manifest: row.manifest as Manifest, dir }, asked: claim.rows!.parameters as unknown as ViewCases };
}
