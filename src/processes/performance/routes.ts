import { z } from 'zod';
import { problem } from '../../platform/errors/index.ts';
import { route, type AnyRoute } from '../../platform/http/index.ts';
import { currentRecord } from '../../platform/register/index.ts';
import { anySet } from '../../platform/write/index.ts';
import { figureTime, processKind } from '../../organisation/index.ts';
import { claimSchema, saveClaims, seriesSchema } from '../../evidence/claims/index.ts';
import { eventLogsTag, filterQuery, idParams, onSession, saidFilter } from '../event-logs/index.ts';
import { type EventStore, logInputs, measuredAsOf, measureProcessOn, type ProcessMeasures } from './evidence.ts';

const measuresSchema = z.object({ process: z.string(), zone: z.string(), series: z.array(seriesSchema), claims: z.array(claimSchema) });

/** The weekly measures of the cases in view. They are worked out when asked for and not kept: only what is put in a brief is. */
function filteredRoute(store: EventStore): AnyRoute {
  return route({
    method: 'GET', path: '/event-logs/:id/measures', id: 'getLogMeasures', summary: 'Weekly measures of the cases that a filter lets pass, with the claims of the last week; not kept', tag: eventLogsTag, sets: anySet,
    params: idParams, query: filterQuery, response: measuresSchema,
    handler: async (ctx, { params: { id }, query, reply }) => {
      const { db, clock } = ctx;
      const inputs = await logInputs(db, store, id);
      if (inputs === undefined) throw problem('not-found', { detail: 'There is no event log of this id that has data and records a process', value: id, wanted: 'an id of GET /event-logs with a version and a process' });
      const { zone } = inputs.process.body;
      const filter = saidFilter(query);
      const options = { asOf: measuredAsOf(await figureTime(db, clock), zone), computedAt: clock.now().getTime(), ...(Object.keys(filter).length === 0 ? {} : { filter }) };
      const { series, claims } = await onSession(store, ctx, reply, (c, signal) => measureProcessOn(c, inputs, { ...options, signal }));
      return { process: inputs.process.id, zone, series, claims: [...claims] };
    },
  });
}

/** The weekly measures of a process, with the claims of its last week. */
export function performanceRoutes(measures: ProcessMeasures, store: EventStore): AnyRoute[] {
  return [filteredRoute(store), route({
    method: 'GET', path: '/processes/:id/measures', id: 'getProcessMeasures', summary: 'Weekly measures of a process: throughput, cycle time, work in progress, rework, on time', tag: 'processes', sets: anySet,
    params: z.object({ id: z.string().max(64) }), response: measuresSchema,
    handler: async ({ db, clock }, { params: { id } }) => {
      const process = await currentRecord(db, processKind, id);
      if (process === undefined) throw problem('not-found', { detail: 'There is no process of this id', value: id, wanted: 'an id of GET /processes' });
      const evidence = await measures.of(db, process, await figureTime(db, clock), clock.now().getTime());
      if (evidence !== undefined) await saveClaims(db, evidence.claims);
      return { process: id, zone: process.body.zone, series: evidence?.series ?? [], claims: [...(evidence?.claims ?? [])] };
    },
  })];
}
