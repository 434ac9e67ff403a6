import { z } from 'zod';
import { problem } from '../../platform/errors/index.ts';
import { route, type AnyRoute } from '../../platform/http/index.ts';
import { currentRecord } from '../../platform/register/index.ts';
import { anySet } from '../../platform/write/index.ts';
import { figureTime, processKind } from '../../organisation/index.ts';
import { claimSchema, saveClaims, seriesSchema } from '../../evidence/claims/index.ts';
import type { ProcessMeasures } from './evidence.ts';

const measuresSchema = z.object({ process: z.string(), zone: z.string(), series: z.array(seriesSchema), claims: z.array(claimSchema) });

/** The weekly measures of a process, with the claims of its last week. */
export function performanceRoutes(measures: ProcessMeasures): AnyRoute[] {
  return [route({
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
