import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type AnyRoute, type CsvValue, route, sendCsv, sendStream } from '../../platform/http/index.ts';
import { anySet } from '../../platform/write/index.ts';
import { type Ask, idParams, tag } from './asking.ts';
import { filterOf, filterQuery } from './filter-query.ts';
import type { ObjectFilter } from './ocel/index.ts';
import { KeptObjectMaps, xesOfVersion } from './questions/index.ts';
import { objectMapSchema } from './schemas.ts';

const instant = (what: string) => z.iso.datetime({ offset: true }).optional().describe(what);

/** Which objects are in view, in the query of an address; the times are said with the words that choose cases. */
const objectQuery = z.object({
  type: z.union([z.string(), z.array(z.string()).max(100)]).optional().transform((v) => (v === undefined ? undefined : [v].flat())).describe('Objects of this type; repeated, of one of these; absent, of every type'),
  from: instant('Objects whose first event lies at or after this instant'), to: instant('Objects whose first event lies before this instant'),
  activeFrom: instant('Objects whose last event does not lie before this instant'), activeTo: instant('Objects whose first event lies before this instant'),
  completedFrom: instant('Objects whose last event lies at or after this instant'), completedTo: instant('Objects whose last event lies before this instant'),
});

function objectFilter(q: z.output<typeof objectQuery>): ObjectFilter {
  const stretch = (from: string | undefined, to: string | undefined) => (from === undefined && to === undefined ? undefined : { from: from === undefined ? undefined : new Date(from), to: to === undefined ? undefined : new Date(to) });
  return { types: q.type, began: stretch(q.from, q.to), active: stretch(q.activeFrom, q.activeTo), ended: stretch(q.completedFrom, q.completedTo) };
}

const PATH = ['objectType', 'from', 'to', 'count', 'eventPairs', 'objects', 'median', 'mean', 'min', 'max'] as const;
const ACTIVITY = ['activity', 'events', 'objectType', 'eventsOfType', 'objects', 'relations', 'sharedEvents'] as const;

/** Questions to the objects of an event log, and the log as a file of its own. */
export function objectRoutes(ask: Ask): AnyRoute[] {
  const maps = new KeptObjectMaps();
  const common = { method: 'GET', tag, sets: anySet, params: idParams } as const;
  return [
    route({
      ...common, path: '/event-logs/:id/object-map', id: 'getObjectMap', summary: 'What directly follows what in the lives of the objects of each type, and how types meet', query: objectQuery, response: objectMapSchema,
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const found = await maps.of(c, v, objectFilter(input.query), { signal });
        return { ...found, types: [...found.types], objectTypes: found.objectTypes.map((t) => ({ ...t, start: { ...t.start }, end: { ...t.end } })), activities: found.activities.map((a) => ({ ...a, objectTypes: { ...a.objectTypes } })), edges: [...found.edges], links: [...found.links], repeats: [...found.repeats] };
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/object-map.csv', id: 'downloadObjectMap', summary: 'The paths of the object-centric map as CSV, times in seconds', query: objectQuery, response: { file: 'text/csv', description: PATH.join(', ') },
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const { edges } = await maps.of(c, v, objectFilter(input.query), { signal });
        await sendCsv(input.reply, 'object-paths.csv', [...PATH], once(edges.map((e) => PATH.map((column) => e[column]))));
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/object-activities.csv', id: 'downloadObjectActivities', summary: 'The activities of the object-centric map as CSV, a row for each object type that they concern', query: objectQuery, response: { file: 'text/csv', description: ACTIVITY.join(', ') },
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        const { activities } = await maps.of(c, v, objectFilter(input.query), { signal });
        await sendCsv(input.reply, 'object-activities.csv', [...ACTIVITY], once(activities.flatMap((a) => Object.entries(a.objectTypes).map(([type, n]): CsvValue[] => [a.name, a.events, type, n.events, n.objects, n.relations, n.sharedEvents]))));
      }),
    }),
    route({
      ...common, path: '/event-logs/:id/log.xes.gz', id: 'downloadXes', summary: 'The cases as an XES log; persons are the pseudonyms that the log has', query: filterQuery, response: { file: 'application/gzip', description: 'XES 1.0, packed with gzip' },
      handler: (ctx, input) => ask(ctx, input.params.id, input, async (c, v, signal) => {
        await sendGzip(input.reply, `${input.params.id}.xes.gz`, xesOfVersion(c, v, await filterOf(c, v, input.query), { signal }));
      }),
    }),
  ];
}

async function* once(rows: CsvValue[][]): AsyncGenerator<CsvValue[][]> {
  yield rows;
}

/** Sends a text packed while it comes; what fails before there are events is an answer of its own. Resolves when the last has gone, or the reader has. */
async function sendGzip(reply: FastifyReply, name: string, pieces: AsyncGenerator<string>): Promise<void> {
  // The head of a file says what is known already; only the piece after it had to be read.
  const begun = [await pieces.next(), await pieces.next()];
  const text = async function* (): AsyncGenerator<string> {
    for (const piece of begun) if (piece.done !== true) yield piece.value;
    yield* pieces;
  };
  const packed = createGzip();
  const source = Readable.from(text(), { objectMode: false });
  source.once('error', (error) => packed.destroy(error));
  packed.once('close', () => source.destroy());
  await sendStream(reply.type('application/gzip').header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`), source.pipe(packed));
}
