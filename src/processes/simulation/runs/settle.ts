import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { currentRecord, type RecordVersion } from '../../../platform/register/index.ts';
import type { Ctx } from '../../../platform/write/index.ts';
import { companyZone, type Process } from '../../../organisation/index.ts';
import { currentVersion } from '../../catalogue/index.ts';
import type { DatasetVersion, Manifest } from '../../event-logs/index.ts';
import { recordedProcess } from '../../log-register/index.ts';
import { spanOf } from '../calibrate/observe.ts';
import type { SimulatedWindow } from '../model.ts';
import { type Change, refuseStopsOutside } from '../scenario.ts';
import { windowAfter } from '../study.ts';
import type { AskedChange, SimulationInputs } from './model.ts';
import { changeInWords } from './words.ts';

/** A service that activities of a process cannot do without, as the process register says. */
export interface NeededService {
  readonly id: string;
  readonly name: string;
  readonly activities: readonly string[];
}

/** What a simulation of a log starts from. */
export interface Ground {
  readonly version: DatasetVersion;
  readonly inputs: SimulationInputs;
  readonly process: RecordVersion<Process> | undefined;
}

/**
 * The current version of a log with the rules of its process.
 * @throws Problem `not-found` where there is no such log or nothing in it.
 */
export async function groundOf({ db }: Pick<Ctx, 'db'>, dir: string, eventLog: string): Promise<Ground> {
  const [{ log, process, calendar }, row] = [await recordedProcess(db, eventLog), await currentVersion(db, eventLog)];
  if (row === undefined || log === undefined) throw problem('not-found', { detail: 'There is no event log of this id, or nothing has been imported into it', value: eventLog, wanted: 'an id of GET /event-logs with a version' });
  // A holiday with hours of its own is no closed day.
  const holidays = (calendar?.body.holidays ?? []).filter((h) => h.hours === undefined || h.hours.length === 0).map((h) => h.date).sort();
  const input = (r: RecordVersion<{ name: string }> | undefined) => (r === undefined ? null : { id: r.id, version: r.versionId, name: r.body.name });
  return {
    version: { id: row.id, manifest: row.manifest as Manifest, dir }, process,
    inputs: {
      dataset: row.id, process: input(process), calendar: input(calendar),
      rules: { zone: process?.body.zone ?? log.body.zone ?? (await companyZone(db)), ends: process?.body.ends ?? [], closedAfterSeconds: process?.body.closedAfter?.seconds ?? null, holidays },
    },
  };
}

/** The services without which activities of a process, those of the log, cannot be done. */
export async function neededServices({ db }: Pick<Ctx, 'db'>, process: RecordVersion<Process> | undefined, activities: readonly string[]): Promise<NeededService[]> {
  const ids = [...new Set((process?.body.activities ?? []).flatMap((a) => a.services))].sort();
  const found = await Promise.all(ids.map(async (id): Promise<NeededService> => ({
    id, name: ((await currentRecord(db, { name: 'service' }, id))?.body as { name?: string } | undefined)?.name ?? id,
    activities: (process?.body.activities ?? []).filter((a) => a.services.includes(id) && activities.includes(a.name)).map((a) => a.name),
  })));
  return found.filter((s) => s.activities.length > 0);
}

/** The weeks after a log. @throws Problem `bad-input` for an empty one. */
export async function windowOf(c: EngineConnection, { version, inputs: { rules } }: Ground, weeks: number, signal?: AbortSignal): Promise<SimulatedWindow> {
  const span = await spanOf(c, version, { signal });
  if (span === null) throw problem('bad-input', { detail: 'The log has no cases to calibrate a simulation from', wanted: 'a log with events' });
  return windowAfter(rules.zone, span.last, weeks);
}

/**
 * What is asked, as the simulation takes it: a service becomes the activities that it stops.
 * @throws Problem `bad-input` for an activity or service that is none, or a stop outside the weeks.
 */
export function settle(asked: readonly AskedChange[], { window, zone, activities, services }: { readonly window: SimulatedWindow; readonly zone: string; readonly activities: readonly string[]; readonly services: readonly NeededService[] }): { changes: Change[]; says: string[] } {
  const changes = asked.flatMap((c, i) => settled(c, i, activities, services));
  refuseStopsOutside(changes, window);
  return { changes, says: asked.map((c) => changeInWords(c, zone, c.kind === 'stop-service' ? services.find((s) => s.id === c.service) : undefined)) };
}

function settled(c: AskedChange, i: number, activities: readonly string[], services: readonly NeededService[]): Change[] {
  if (c.kind === 'arrivals') return [c];
  if (c.kind === 'stop-service') {
    const service = services.find((s) => s.id === c.service);
    if (service === undefined) throw problem('bad-input', { detail: 'By the process register, no activity of this log needs this service', value: c.service, wanted: services.length === 0 ? 'a process whose activities name the services that they need' : `one of: ${services.map((s) => s.id).join(', ')}`, at: { path: `changes[${i}].service` } });
    return service.activities.map((activity) => ({ kind: 'stop', activity, at: Date.parse(c.at), hours: c.hours }));
  }
  if (!activities.includes(c.activity)) throw problem('bad-input', { detail: 'The log has no such activity', value: c.activity, wanted: `one of: ${activities.slice(0, 50).join(', ')}`, at: { path: `changes[${i}].activity` } });
  return [c.kind === 'stop' ? { ...c, at: Date.parse(c.at) } : c];
}
