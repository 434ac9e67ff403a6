import { problem } from '../../platform/errors/index.ts';
import type { RowsAnswer, RowsCtx } from '../../evidence/claims/index.ts';
import type { Claim } from '../../evidence/claims/index.ts';
import { versionOf } from '../catalogue/index.ts';
import { filterOf, filterSql, isoOf, type Manifest, queryOf, relations, type SaidFilter } from '../event-logs/index.ts';
import type { EventStore } from '../performance/index.ts';

interface Row { readonly id: string; readonly lo: number; readonly hi: number; readonly events: number }

/** Answers the question “log-cases” of the figures of views: the cases that pass the filter and, of a step, take it. */
export function logCasesAnswer({ engine, dir }: EventStore): RowsAnswer {
  return {
    page: async (ctx, claim, { limit, offset }) => {
      const version = await cited(ctx, dir, claim);
      const { filter, step } = claim.rows!.parameters as { filter: SaidFilter; step?: { from: string; to: string } };
      const c = await engine.connect();
      try {
        const asked = await filterOf(c, version, queryOf(filter));
        const where = await filterSql(c, version, step === undefined ? asked : { ...asked, follows: [...(asked.follows ?? []), step] });
        const from = `${relations(version).cases} k WHERE ${where?.where ?? 'true'}`;
        const [count] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, where?.values ?? []);
        const rows = await c.rows<Row>(`SELECT k.id, epoch_us(k."first") AS lo, epoch_us(k."last") AS hi, k.events FROM ${from} ORDER BY k."case" LIMIT ${Math.min(limit, 10_000_000)} OFFSET ${offset}`, where?.values ?? []);
        const total = count?.n ?? 0;
        return {
          columns: [{ name: 'Case', unit: null, kind: 'text' }, { name: 'First event', unit: null, kind: 'time' }, { name: 'Last event', unit: null, kind: 'time' }, { name: 'Took', unit: 's', kind: 'duration' }, { name: 'Events', unit: null, kind: 'number' }],
          rows: rows.map((r) => [r.id, isoOf(r.lo), isoOf(r.hi), (r.hi - r.lo) / 1e6, r.events]), total, next: offset + rows.length < total ? String(offset + rows.length) : null,
        };
      } finally {
        c.close();
      }
    },
  };
}

async function cited({ db }: RowsCtx, dir: string, claim: Claim) {
  const source = claim.sources.find((s) => s.kind === 'event-log')!;
  const row = await versionOf(db, source.id, source.version);
  if (row === undefined || row.collectedAt !== null) throw problem('rows-destroyed', { detail: 'The rows behind this figure were destroyed, as the retention of their event log asks; the figure stays on record', value: source.version.slice(0, 12), wanted: 'a figure of a dataset version that is still kept' });
  return { id: row.id, manifest: row.manifest as Manifest, dir };
}
