import { localDay, startOfDay, workingIntervals, type WorkingCalendar } from '../../maths/time/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { canonical, currentRecords, type AsOf, type RecordVersion } from '../../platform/register/index.ts';
import { agreedHours, calendarKind, workingCalendar, type Calendar } from '../../organisation/index.ts';
import type { Claim, ClaimRows, RowsAnswer, RowsCtx, RowsPage } from '../../evidence/claims/index.ts';
import { incidentKind, type Incident } from '../incidents/index.ts';
import { serviceKind, type Service } from '../services/index.ts';
import { serviceHealth, stopInHours, type ServiceHealth, type ServiceHealthInput } from './claims.ts';
import { belowLevelClaim, downNowClaim } from './company.ts';
import type { Stop } from './model-availability.ts';
import type { NeedGroup, Needs } from './model-structure.ts';

/** The records that the health of services rests on. */
export interface HealthRecords {
  readonly services: readonly RecordVersion<Service>[];
  readonly incidents: readonly RecordVersion<Incident>[];
  readonly calendars: readonly RecordVersion<Calendar>[];
}

export interface ServiceEvidence {
  readonly service: RecordVersion<Service>;
  readonly health: ServiceHealth;
  readonly stops: readonly Stop[];
}

export interface BasicsEvidence {
  readonly services: readonly ServiceEvidence[];
  /** Claims about all services together. */
  readonly claims: readonly Claim[];
  readonly needs: Needs;
}

/** The records of services, incidents and calendars as they hold now, or as they were known at a moment. */
export async function healthRecords(db: Db, known: AsOf = {}): Promise<HealthRecords> {
  return { services: await currentRecords(db, serviceKind, known), incidents: await currentRecords(db, incidentKind, known), calendars: await currentRecords(db, calendarKind, known) };
}

/** As of when health is worked out; the rest is for working it out again as it was. */
export interface HealthTime {
  readonly asOf: Date;
  readonly pinned: boolean;
  /** The company's zone. */
  readonly zone: string;
  readonly knownFrom?: number | null;
  readonly longRunTo?: number;
}

/** Stops are on record since the first of any service; before it, nothing is known about any (null: none is on record). */
function onRecordSince(incidents: HealthRecords['incidents'], asOf: number): number | null {
  return incidents.map((i) => Date.parse(i.body.impactStart)).filter((t) => t <= asOf).reduce<number | null>((first, t) => (first === null ? t : Math.min(first, t)), null);
}

/** The health of every service from records, as of a moment; pure but for its arguments. */
export function measureServices(records: HealthRecords, time: HealthTime, computedAt: number): BasicsEvidence {
  const asOf = time.asOf.getTime();
  const at = { asOf, computedAt, zone: time.zone, knownFrom: time.knownFrom === undefined ? onRecordSince(records.incidents, asOf) : time.knownFrom };
  const look = lookUps(records);
  const services = records.services.map((service): ServiceEvidence => {
    const input = inputOf(service, look, { ...at, pinned: time.pinned, longRunTo: time.longRunTo });
    return { service, health: serviceHealth(input), stops: input.stops };
  });
  const told = services.map((s) => ({ id: s.service.id, health: s.health }));
  return { services, claims: [downNowClaim(told, at), belowLevelClaim(told, at)].filter((c) => c !== null), needs: needsOf(records.services) };
}

/** Records as services look them up; one calendar object for all services with the same hours, whose working time is then worked out once. */
interface LookUps {
  readonly incidents: ReadonlyMap<string, readonly RecordVersion<Incident>[]>;
  readonly calendars: ReadonlyMap<string, RecordVersion<Calendar>>;
  readonly hours: (zone: string, own: Service['hours'], calendar: RecordVersion<Calendar> | undefined) => WorkingCalendar | null;
}

function lookUps({ incidents, calendars }: HealthRecords): LookUps {
  const byService = new Map<string, RecordVersion<Incident>[]>();
  for (const incident of incidents) for (const service of incident.body.services) byService.set(service, [...(byService.get(service) ?? []), incident]);
  const known = new Map<string, WorkingCalendar | null>();
  return {
    incidents: byService, calendars: new Map(calendars.map((c) => [c.id, c])),
    hours: (zone, own, calendar) => {
      const key = canonical([zone, own ?? null, calendar?.hash ?? null]);
      const agreed = known.has(key) ? undefined : agreedHours({ zone, hours: own }, calendar?.body);
      const found = known.get(key) ?? (agreed === undefined ? null : workingCalendar(agreed));
      known.set(key, found);
      return found;
    },
  };
}

function inputOf(service: RecordVersion<Service>, { incidents, calendars, hours }: LookUps, at: { asOf: number; computedAt: number; zone: string; knownFrom: number | null; pinned: boolean; longRunTo?: number | undefined }): ServiceHealthInput {
  const { body } = service;
  const calendar = body.calendar === undefined ? undefined : calendars.get(body.calendar);
  const zone = body.zone ?? calendar?.body.zone ?? at.zone;
  const own = (incidents.get(service.id) ?? []).filter((i) => Date.parse(i.body.impactStart) <= at.asOf);
  const cited: readonly RecordVersion<{ name?: string; title?: string }>[] = [service, ...(calendar === undefined ? [] : [calendar]), ...own];
  return {
    service: { id: service.id, name: body.name }, hours: hours(zone, body.hours, calendar),
    objective: body.objective === undefined ? null : { share: body.objective.availability.percent / 100, window: body.objective.window },
    zone, stops: own.map((i) => stopOf(i, at.asOf)), knownFrom: at.knownFrom, asOf: at.asOf,
    longRunTo: at.longRunTo ?? (at.pinned ? at.asOf : startOfDay(zone, localDay(zone, at.asOf))), computedAt: at.computedAt,
    sources: cited.map((r) => ({ kind: 'record' as const, id: `${r.kind}/${r.id}`, version: r.hash, name: r.body.name ?? r.body.title ?? r.id, recordedAt: r.recordedAt.toISOString(), evidenceUpTo: null })),
  };
}

/** What the health of one service is worked out from, as of a moment. */
export function healthInput(service: RecordVersion<Service>, records: HealthRecords, time: HealthTime): ServiceHealthInput {
  const asOf = time.asOf.getTime();
  return inputOf(service, lookUps(records), { asOf, computedAt: asOf, zone: time.zone, pinned: time.pinned, knownFrom: onRecordSince(records.incidents, asOf) });
}

/** A stop as it was known at `asOf`: one that ends later lasts still. */
function stopOf({ id, body }: RecordVersion<Incident>, asOf: number): Stop {
  const end = body.impactEnd === undefined ? null : Date.parse(body.impactEnd);
  return { id, kind: body.kind, start: Date.parse(body.impactStart), end: end !== null && end > asOf ? null : end, announcedAt: body.announcedAt === undefined ? null : Date.parse(body.announcedAt) };
}

/** What each service cannot do without: its hard dependencies. */
export function needsOf(services: readonly Pick<RecordVersion<Service>, 'id' | 'body'>[]): Needs {
  return new Map(services.map(({ id, body }) => [id, body.dependencies.filter((d) => d.strength === 'hard').map((d): NeedGroup => ('service' in d ? { needed: 1, members: [d.service] } : { needed: d.needs, members: d.of }))]));
}

/** Answers the question “service-stops” of availability claims: the stops in the window, as they are on record now. */
export const serviceStopsAnswer: RowsAnswer = { page: serviceStops };

async function serviceStops({ db }: RowsCtx, claim: Claim, { limit, offset }: RowsPage): Promise<ClaimRows> {
  const { service: id, from, to, asOf } = claim.rows!.parameters as { service: string; from: number; to: number; asOf: number };
  const records = await healthRecords(db);
  const service = records.services.find((s) => s.id === id);
  const input = service === undefined ? undefined : inputOf(service, lookUps(records), { asOf, computedAt: asOf, zone: claim.window.zone, knownFrom: null, pinned: true });
  const hours = input?.hours == null ? [] : workingIntervals(input.hours, from, to);
  const stops = (input?.stops ?? []).filter((s) => s.start < to && (s.end ?? asOf) > from).sort((a, b) => a.start - b.start);
  const titles = new Map(records.incidents.map((i) => [i.id, i.body.title]));
  const rows = stops.slice(offset, offset + limit).map((s) => [s.id, titles.get(s.id) ?? '', s.kind, iso(s.start), s.end === null ? null : iso(s.end), s.announcedAt === null ? null : iso(s.announcedAt), stopInHours(s, hours, asOf) / 1000]);
  return {
    columns: [{ name: 'Incident', unit: null, kind: 'text' }, { name: 'What', unit: null, kind: 'text' }, { name: 'Kind', unit: null, kind: 'text' }, { name: 'From', unit: null, kind: 'time' }, { name: 'To', unit: null, kind: 'time' }, { name: 'Announced', unit: null, kind: 'time' }, { name: 'In service hours', unit: 's', kind: 'duration' }],
    rows, total: stops.length, next: offset + rows.length < stops.length ? String(offset + rows.length) : null,
  };
}

/** Answers the question “services” of claims that count services: those counted first, each with its state and level as on record now. */
export const servicesAnswer: RowsAnswer = { page: servicesCounted };

async function servicesCounted({ db }: RowsCtx, claim: Claim, { limit, offset }: RowsPage): Promise<ClaimRows> {
  const { services, counted } = claim.parameters as { services: readonly string[]; counted: readonly string[] };
  const { services: all } = measureServices(await healthRecords(db), { asOf: new Date(claim.asOf), pinned: true, zone: claim.window.zone }, Date.parse(claim.asOf));
  const rank = (id: string) => (counted.includes(id) ? 0 : 1);
  const of = all.filter(({ service }) => services.includes(service.id)).sort((a, b) => rank(a.service.id) - rank(b.service.id) || a.service.body.name.localeCompare(b.service.body.name));
  const rows = of.slice(offset, offset + limit).map(({ service, health }) => {
    const figure = health.claims.find((c) => c.measure === 'availability');
    return [service.body.name, counted.includes(service.id) ? 'counted' : 'not counted', health.state, figure?.estimate ?? null, figure?.comparator?.estimate ?? null];
  });
  return {
    columns: [{ name: 'Service', unit: null, kind: 'text' }, { name: 'In this figure', unit: null, kind: 'text' }, { name: 'State', unit: null, kind: 'text' }, { name: 'Available', unit: 'share', kind: 'number' }, { name: 'Agreed', unit: 'share', kind: 'number' }],
    rows, total: of.length, next: offset + rows.length < of.length ? String(offset + rows.length) : null,
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
