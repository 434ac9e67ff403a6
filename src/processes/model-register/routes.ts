import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { problem } from '../../platform/errors/index.ts';
import { goneSignal, route, type AnyRoute } from '../../platform/http/index.ts';
import { currentRecord, currentRecords, ownersOf, recordHistory, type Kinds, type RecordVersion, type RegisterChanges } from '../../platform/register/index.ts';
import { anySet, type Ctx } from '../../platform/write/index.ts';
import { processKind } from '../../organisation/index.ts';
import { type Ask, asking, eventLogsTag, filterOf, filterQuery, idParams, type QuestionParts } from '../event-logs/index.ts';
import { eventLogKind } from '../log-register/index.ts';
import { activityUse, edgesOf, treeText } from '../models/index.ts';
import { type Discovered, type Discoveries, keyOfCases, type LogInHand, logInHand } from './discoveries.ts';
import { type ProcessModel, processModelKind } from './kind.ts';
import { storedModel } from './named-net.ts';
import { pnmlElsewhere, readElsewhere, shownTree, treeAs } from './elsewhere.ts';
import { formatOf } from './read-model.ts';
import { checkInput, discoveredSchema, keepInput, noiseQuery, readModelSchema, storedModelSchema, storedModelsSchema } from './schemas.ts';

export interface ModelParts {
  readonly questions: QuestionParts;
  readonly discoveries: Discoveries;
  readonly kinds: Kinds;
  readonly registers: Pick<RegisterChanges, 'put'>;
}

const tag = 'process models';
const modelParams = z.object({ id: z.string().max(64) });
const versionQuery = z.object({ version: z.uuid().optional().describe('Absent: the version that holds') });
const discoverQuery = filterQuery.extend({ noise: noiseQuery });
const MEDIA = { bpmn: 'application/xml', pnml: 'application/xml', tree: 'text/plain; charset=utf-8' } as const;
const ENDING = { bpmn: 'bpmn', pnml: 'pnml', tree: 'tree.txt' } as const;

/** Models discovered in the cases in view, and models that are kept: read, checked, shown and downloaded. */
export function modelRoutes(parts: ModelParts): AnyRoute[] {
  return [...discoveredRoutes(parts), ...storedRoutes(), keepRoute(parts), checkRoute()];
}

interface Found { readonly found: Discovered; readonly version: string }

/** The model of the cases that a query asks for. The session of the event store is given back before the search begins. */
async function discover(ctx: Ctx, { discoveries }: ModelParts, ask: Ask, input: { params: { id: string }; query: z.output<typeof discoverQuery>; reply: FastifyReply }): Promise<Found> {
  const { noise } = input.query;
  const { known, log, version } = await ask(ctx, input.params.id, input, async (c, v, signal) => {
    const filter = await filterOf(c, v, input.query);
    const before = discoveries.known(keyOfCases(v, filter), noise);
    return { version: v.id, known: before, log: before === undefined ? await logInHand(c, v, filter, signal) : undefined };
  });
  return { version, found: known ?? await discoveries.find(log as LogInHand, noise, { by: ctx.actor.id, signal: goneSignal(input.reply) }) };
}

function discoveredRoutes(parts: ModelParts): AnyRoute[] {
  const ask = asking(parts.questions);
  const common = { method: 'GET', tag: eventLogsTag, sets: anySet, params: idParams, query: discoverQuery } as const;
  const file = (format: 'bpmn' | 'pnml', what: string) => route({
    ...common, path: `/event-logs/:id/model.${format}`, id: format === 'bpmn' ? 'downloadModelBpmn' : 'downloadModelPnml', summary: `The discovered model as ${what}`, response: { file: 'application/xml', description: what },
    handler: async (ctx, input) => {
      const { found: { tree } } = await discover(ctx, parts, ask, input);
      send(input.reply, format, `${input.params.id}-model`, await treeAs(format, tree, goneSignal(input.reply)));
    },
  });
  return [
    route({
      ...common, path: '/event-logs/:id/model', id: 'getLogModel', summary: 'A model of how work flows, found by the inductive miner in the cases of the filter', response: discoveredSchema,
      handler: async (ctx, input) => {
        const { found: { tree, cases, variants, activities } } = await discover(ctx, parts, ask, input);
        const use = activityUse(tree);
        const known = new Set(use.map((u) => u.activity));
        return {
          noise: input.query.noise, cases, variants, tree: treeText(tree), activities: use, ...edgesOf(tree),
          missing: activities.filter((a) => !known.has(a)), ...(await shownTree(tree, goneSignal(input.reply))),
        };
      },
    }),
    file('bpmn', 'BPMN 2.0 with its diagram'), file('pnml', 'a Petri net (PNML)'),
    route({
      method: 'GET', path: '/event-logs/:id/models', id: 'listLogModels', summary: 'The models kept of the process that an event log records', tag, sets: anySet, params: idParams, response: storedModelsSchema,
      handler: async ({ db }, { params }) => {
        const log = await currentRecord(db, eventLogKind, params.id);
        if (log === undefined) throw noLog(params.id);
        const all = (await currentRecords(db, processModelKind)).filter((r) => r.body.process === log.body.process);
        return { items: await Promise.all(all.map(async (r) => ({ id: r.id, name: r.body.name, process: r.body.process, ...versionOut(r), history: (await recordHistory(db, processModelKind, r.id)).map(versionOut) }))) };
      },
    }),
  ];
}

function storedRoutes(): AnyRoute[] {
  const common = { method: 'GET', tag, sets: anySet, params: modelParams, query: versionQuery } as const;
  return [
    route({
      ...common, path: '/process-models/:id/read', id: 'readProcessModel', summary: 'A kept model as it is shown: its activities, its drawing and what is odd about it', response: storedModelSchema,
      handler: async ({ db }, { params, query, reply }) => {
        const record = await storedModel(db, { model: params.id, version: query.version });
        const { version, recordedAt, discovered } = versionOut(record);
        return { id: params.id, name: record.body.name, process: record.body.process, version, recordedAt, discovered, ...plain(await readElsewhere(record.body.model, record.body.name, goneSignal(reply))) };
      },
    }),
    route({
      ...common, path: '/process-models/:id/file', id: 'downloadProcessModel', summary: 'A kept model as the file that it came as', response: { file: 'application/xml', description: 'BPMN, PNML, or a process tree as text' },
      handler: async ({ db }, { params, query, reply }) => {
        const { body } = await storedModel(db, { model: params.id, version: query.version });
        send(reply, formatOf(body.model), params.id, body.model);
      },
    }),
    route({
      ...common, path: '/process-models/:id/file.pnml', id: 'downloadProcessModelPnml', summary: 'A kept model as a Petri net', response: { file: 'application/xml', description: 'PNML' },
      handler: async ({ db }, { params, query, reply }) => {
        const { body } = await storedModel(db, { model: params.id, version: query.version });
        send(reply, 'pnml', params.id, await pnmlElsewhere(body.model, body.name, goneSignal(reply)));
      },
    }),
  ];
}

function keepRoute(parts: ModelParts): AnyRoute {
  const ask = asking(parts.questions);
  return route({
    method: 'POST', path: '/event-logs/:id/keep-model', id: 'keepLogModel', summary: 'Keep the discovered model, with the version of the log, the filter and the noise that it comes from', tag, sets: processModelKind.sets,
    ownerOf: async ({ db }, { id }) => {
      const process = (await currentRecord(db, eventLogKind, id))?.body.process;
      const record = process === undefined ? undefined : await currentRecord(db, processKind, process);
      return record === undefined ? [] : ownersOf(parts.kinds, processKind.name, record.body, async (kind, of) => (await currentRecord(db, { name: kind }, of))?.body);
    },
    params: idParams, query: discoverQuery, body: keepInput, status: 201, response: z.object({ id: z.string(), version: z.string() }),
    handler: async (ctx, input) => {
      const { params, query, body } = input;
      const record = await currentRecord(ctx.db, eventLogKind, params.id);
      if (record === undefined) throw noLog(params.id);
      if (record.body.process === undefined) throw problem('bad-input', { detail: 'The event log does not say which process it records', value: params.id, wanted: 'an event log of a process: a model belongs to one' });
      const { found, version } = await discover(ctx, parts, ask, input);
      const model = await treeAs('bpmn', found.tree, goneSignal(input.reply));
      const discovered = { eventLog: params.id, version, noise: query.noise, filter: filterText(input.request.url) };
      const kept = await parts.registers.put(ctx, { kind: processModelKind.name, id: body.id, expected: body.expected, body: { name: body.name, process: record.body.process, discovered, model } satisfies ProcessModel });
      return { id: kept.id, version: kept.versionId };
    },
  });
}

function checkRoute(): AnyRoute {
  return route({
    method: 'POST', path: '/process-models/check', id: 'checkProcessModel', summary: 'Read and check a model without keeping it', tag, sets: anySet, body: checkInput, response: readModelSchema,
    handler: async (_, { body, reply }) => plain(await readElsewhere(body.model, body.file, goneSignal(reply))),
  });
}

function plain<T extends { readonly activities: readonly string[]; readonly findings: readonly object[] }>(read: T): T & { activities: string[]; findings: T['findings'][number][] } {
  return { ...read, activities: [...read.activities], findings: [...read.findings] };
}

function versionOut({ versionId, recordedAt, supersededAt, validTo, body }: RecordVersion<ProcessModel>) {
  return { version: versionId, recordedAt: recordedAt.toISOString(), supersededAt: (supersededAt ?? validTo)?.toISOString() ?? null, format: formatOf(body.model), bytes: Buffer.byteLength(body.model), discovered: body.discovered ?? null };
}

/** The filter of an address, as the flow page has it. */
function filterText(url: string): string {
  const query = new URL(url, 'http://here').searchParams;
  query.delete('noise');
  return query.toString();
}

function send(reply: FastifyReply, format: keyof typeof MEDIA, name: string, text: string): void {
  const safe = name.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  void reply.type(MEDIA[format]).header('content-disposition', `attachment; filename="${safe}.${ENDING[format]}"`).send(text);
}

const noLog = (id: string): Error => problem('not-found', { detail: 'There is no event log of this id', value: id, wanted: 'an id of GET /event-logs' });
