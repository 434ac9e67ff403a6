import { z } from 'zod';
import { problem } from '../../platform/errors/index.ts';
import { goneSignal, pageQuery, readOffset, route, sendCsv, writeCursor, type AnyRoute } from '../../platform/http/index.ts';
import { anySet, type Ctx } from '../../platform/write/index.ts';
import type { Claim } from './model.ts';
import { allRowsOf, rowsOf, type RowsAnswers } from './rows.ts';
import { claimRowsSchema, claimSchema } from './schemas.ts';
import { findClaim } from './store.ts';

const tag = 'evidence';
const params = z.object({ id: z.string().max(64) });

/** A figure with its lineage, and the rows behind it. */
export function claimRoutes(answers: RowsAnswers): AnyRoute[] {
  return [
    route({ method: 'GET', path: '/claims/:id', id: 'getClaim', summary: 'A figure on record: what it means, how it was worked out, where it comes from', tag, sets: anySet, params, response: claimSchema, handler: (ctx, input) => mustFind(ctx, input.params.id) }),
    route({
      method: 'GET', path: '/claims/:id/rows', id: 'getClaimRows', summary: 'The rows behind a figure', tag, sets: anySet, params, query: pageQuery, response: claimRowsSchema,
      handler: async (ctx, { params: { id }, query, reply }) => {
        const offset = readOffset(query.cursor);
        const rows = await rowsOf(ctx, await mustFind(ctx, id), { limit: query.limit, offset }, answers, goneSignal(reply));
        return { ...rows, next: rows.next === null ? null : writeCursor([offset + rows.rows.length]) };
      },
    }),
    route({
      method: 'GET', path: '/claims/:id/rows.csv', id: 'getClaimRowsFile', summary: 'The rows behind a figure as a file', tag, sets: anySet, params, response: { file: 'text/csv', description: 'All rows, formulas neutralised' },
      handler: async (ctx, { params: { id }, reply }) => {
        const { columns, pieces } = await allRowsOf(ctx, await mustFind(ctx, id), answers, goneSignal(reply));
        await sendCsv(reply, `rows-${id.slice(0, 8)}.csv`, columns.map((c) => (c.unit === null ? c.name : `${c.name} (${c.unit})`)), pieces);
      },
    }),
  ];
}

async function mustFind({ db }: Pick<Ctx, 'db'>, id: string): Promise<Claim> {
  const claim = await findClaim(db, id);
  if (claim === undefined) throw problem('not-found', { detail: 'There is no figure of this id on record', value: id, wanted: 'the id of a claim of a page or brief' });
  return claim;
}
