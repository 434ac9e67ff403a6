import { z } from 'zod';
import { problem } from '../platform/errors/index.ts';
import { pageOf, pageQuery, readCursor, route, writeCursor, type AnyRoute } from '../platform/http/index.ts';
import { anySet, type Ctx } from '../platform/write/index.ts';
import type { EventStore, ProcessMeasures } from '../processes/performance/index.ts';
import { createBrief, type NamesOf } from './create.ts';
import { toHtml, toMarkdown, toPdf } from './render/index.ts';
import { briefSchema, briefSummarySchema, sheetSchema, verificationSchema, type Brief } from './schemas.ts';
import { briefPage, findBrief } from './store.ts';
import { Today } from './today.ts';
import { verifyBrief } from './verify/index.ts';

const tag = 'briefs';
const params = z.object({ id: z.uuid() });
const writers = ['administrator', 'editor', 'finance', 'contributor'] as const;

/** The forms in which a brief is handed on. */
export const briefFormats = {
  md: { type: 'text/markdown; charset=utf-8', render: toMarkdown },
  html: { type: 'text/html; charset=utf-8', render: toHtml },
  pdf: { type: 'application/pdf', render: toPdf },
  json: { type: 'application/json; charset=utf-8', render: (brief: Brief): string => `${JSON.stringify(brief, null, 2)}\n` },
} as const;

const formatQuery = z.object({ format: z.enum(['md', 'html', 'pdf', 'json']).default('md') });

/** Today's sheet; briefs kept, handed on and verified. */
export function briefingRoutes({ measures, namesOf, store, publicUrl }: { readonly measures: ProcessMeasures; readonly namesOf: NamesOf; readonly store: EventStore; readonly publicUrl?: string | undefined }): AnyRoute[] {
  const parts = { today: new Today(measures), namesOf, store };
  return [
    route({ method: 'GET', path: '/today', id: 'getToday', summary: 'The sheet of this moment', tag, sets: anySet, response: sheetSchema, handler: async (ctx) => (await parts.today.sheet(ctx)).sheet }),
    route({
      method: 'GET', path: '/briefs', id: 'listBriefs', summary: 'Briefs, newest first', tag, sets: anySet, query: pageQuery, response: pageOf(briefSummarySchema),
      handler: async ({ db }, { query }) => {
        const { items, total, next } = await briefPage(db, query.limit, query.cursor === undefined ? undefined : cursorOf(query.cursor));
        return { items: items.map((b) => ({ ...b, createdAt: b.createdAt.toISOString() })), total, next: next === null ? null : writeCursor(next) };
      },
    }),
    route({
      method: 'POST', path: '/briefs', id: 'createBrief', summary: 'Keep today’s sheet as a brief', tag, sets: writers, status: 201, body: z.strictObject({ title: z.string().trim().min(1).max(200).optional(), views: z.array(z.string().max(64)).max(12).optional().describe('Saved views to put in it, by their ids') }), response: briefSchema,
      handler: (ctx, { body }) => createBrief(ctx, parts, body),
    }),
    route({ method: 'GET', path: '/briefs/:id', id: 'getBrief', summary: 'One brief with its claims', tag, sets: anySet, params, response: briefSchema, handler: (ctx, input) => mustFind(ctx, input.params.id) }),
    route({
      method: 'GET', path: '/briefs/:id/file', id: 'getBriefFile', summary: 'A brief as Markdown, HTML, PDF or JSON', tag, sets: anySet, params, query: formatQuery, response: { file: 'application/octet-stream', description: 'The brief in the format asked for' },
      handler: async (ctx, { params: { id }, query: { format }, reply }) => {
        const brief = await mustFind(ctx, id);
        const { type, render } = briefFormats[format];
        await reply.type(type).header('content-disposition', `attachment; filename="brief-${brief.sheet.asOf.slice(0, 10)}.${format}"`).send(render(brief, publicUrl));
      },
    }),
    route({ method: 'POST', path: '/briefs/:id/verify', id: 'verifyBrief', summary: 'Work every figure of a brief out again, as recorded and on today’s evidence', tag, sets: anySet, params, response: verificationSchema, handler: async (ctx, input) => verifyBrief(ctx.db, parts.store, briefSchema.parse(await mustFind(ctx, input.params.id))) }),
    route({ method: 'POST', path: '/verifications', id: 'verifyBriefDocument', summary: 'The same for a brief’s JSON document', tag, sets: anySet, bodyLimit: 32 * 1024 * 1024, body: briefSchema, response: verificationSchema, handler: (ctx, { body }) => { refuseTooMuch(body); return verifyBrief(ctx.db, parts.store, body); } }),
  ];
}

/** Claims and moments that a document may bring: each moment reads event logs again. */
const most = { claims: 1000, moments: 12 };

function refuseTooMuch({ claims }: Brief): void {
  const moments = new Set(claims.map((c) => c.asOf)).size;
  if (claims.length > most.claims || moments > most.moments) throw problem('too-large', { detail: 'The document has too many figures to verify at once', value: `${claims.length} claims of ${moments} moments`, wanted: `at most ${most.claims} claims of ${most.moments} moments, as a brief has` });
}

async function mustFind({ db }: Pick<Ctx, 'db'>, id: string): Promise<Brief> {
  const brief = await findBrief(db, id);
  if (brief === undefined) throw problem('not-found', { detail: 'There is no brief of this id', value: id, wanted: 'an id of GET /briefs' });
  return brief;
}

function cursorOf(text: string): readonly [string, string] {
  const [at, id] = readCursor(text);
  if (typeof at !== 'string' || typeof id !== 'string') throw problem('bad-input', { detail: 'The cursor is not one of ours', value: text, wanted: '`next` of the page before, unchanged' });
  return [at, id];
}
