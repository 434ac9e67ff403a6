import { z } from 'zod';
import { dateOfDay, localDay, monthOf, workingIntervals } from '../../maths/time/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { route, type AnyRoute } from '../../platform/http/index.ts';
import { currentRecords, type RecordVersion } from '../../platform/register/index.ts';
import { anySet, type Ctx } from '../../platform/write/index.ts';
import { figureTime, functionKind, postKind, processKind, type FigureTime } from '../../organisation/index.ts';
import { saveClaims } from '../../evidence/claims/index.ts';
import type { Service } from '../services/index.ts';
import { supplierKind } from '../suppliers/index.ts';
import { healthInput, healthRecords, measureServices, type BasicsEvidence, type HealthRecords, type ServiceEvidence } from './evidence.ts';
import { availability } from './model-availability.ts';
import { bounds, reached, unrelated } from './model-structure.ts';
import { measuredTogether } from './model-together.ts';
import { basicsSchema, serviceHealthSchema, serviceStateSchema } from './schemas.ts';

const tag = 'basics';

/** Our basics: every service under its function, and one service with all that is known of it. */
export function healthRoutes(): AnyRoute[] {
  return [
    route({ method: 'GET', path: '/basics', id: 'getBasics', summary: 'Every service under the function that it serves, its availability and whether it is up', tag, sets: anySet, response: basicsSchema, handler: basics }),
    route({
      method: 'GET', path: '/services/:id/health', id: 'getServiceHealth', summary: 'One service: availability by month, incidents, what it needs and what needs it', tag, sets: anySet,
      params: z.object({ id: z.string().max(64) }), response: serviceHealthSchema, handler: (ctx, { params }) => one(ctx, params.id),
    }),
  ];
}

interface Names { readonly posts: ReadonlyMap<string, string>; readonly suppliers: ReadonlyMap<string, string> }

async function evidenceNow({ db, clock }: Pick<Ctx, 'db' | 'clock'>): Promise<{ time: FigureTime; records: HealthRecords; evidence: BasicsEvidence; names: Names }> {
  const [time, records] = [await figureTime(db, clock), await healthRecords(db)];
  const evidence = measureServices(records, { asOf: time.asOf, pinned: time.pinned, zone: time.company.zone }, clock.now().getTime());
  const byId = async (kind: { name: string }) => new Map((await currentRecords<{ name: string }>(db, kind)).map((r) => [r.id, r.body.name]));
  await saveClaims(db, [...evidence.claims, ...evidence.services.flatMap((s) => s.health.claims)]);
  return { time, records, evidence, names: { posts: await byId(postKind), suppliers: await byId(supplierKind) } };
}

async function basics(ctx: Ctx): Promise<z.input<typeof basicsSchema>> {
  const { records, evidence, names } = await evidenceNow(ctx);
  const functions = await currentRecords(ctx.db, functionKind);
  const where = await functionOf(ctx.db);
  const groups = [...functions.map((f) => ({ id: f.id, name: f.body.name })), { id: 'shared', name: 'Used by everything' }].map((f) => ({
    ...f, services: evidence.services.filter(({ service }) => (where(service) ?? 'shared') === f.id).sort((a, b) => a.service.body.tier - b.service.body.tier || (a.service.body.name < b.service.body.name ? -1 : 1)).map((s) => stateOut(s, records, names)),
  }));
  return { functions: groups.filter((g) => g.services.length > 0), claims: [...evidence.claims] };
}

/** The function that a service is shown under: its own first, else that of a process that uses it, else none. */
async function functionOf(db: Db): Promise<(service: RecordVersion<Service>) => string | undefined> {
  const processes = await currentRecords(db, processKind);
  return ({ id, body }) => body.functions[0] ?? processes.find((p) => p.body.activities.some((a) => a.services.includes(id)))?.body.function;
}

function stateOut({ service: { id, body }, health }: ServiceEvidence, { incidents }: HealthRecords, { posts, suppliers }: Names): z.input<typeof serviceStateSchema> {
  const named = (of: ReadonlyMap<string, string>, key: string | undefined) => (key === undefined ? null : { id: key, name: of.get(key) ?? key });
  return {
    id, name: body.name, owner: named(posts, body.owner), tier: body.tier, supplier: named(suppliers, body.supplier),
    availability: health.claims.find((c) => c.measure === 'availability') ?? null, level: body.objective === undefined ? null : body.objective.availability.percent / 100,
    below: health.below, state: health.state, since: health.since === null ? null : new Date(health.since).toISOString(), incidents: incidents.filter((i) => i.body.services.includes(id)).length,
  };
}

async function one(ctx: Ctx, id: string): Promise<z.input<typeof serviceHealthSchema>> {
  const { time, records, evidence, names } = await evidenceNow(ctx);
  const found = evidence.services.find((s) => s.service.id === id);
  if (found === undefined) throw problem('not-found', { detail: 'There is no service of this id', value: id, wanted: 'an id of GET /services' });
  const asOf = time.asOf.getTime();
  const own = records.incidents.filter((i) => i.body.services.includes(id) && Date.parse(i.body.impactStart) <= asOf).sort((a, b) => Date.parse(b.body.impactStart) - Date.parse(a.body.impactStart));
  const utc = (text: string | undefined) => (text === undefined ? null : new Date(text).toISOString());
  return {
    service: stateOut(found, records, names), availability: monthly(found.service, records, time),
    incidents: own.map(({ id: incident, body }) => ({ id: incident, title: body.title, kind: body.kind, start: utc(body.impactStart)!, detected: utc(body.detectedAt), end: body.impactEnd !== undefined && Date.parse(body.impactEnd) > asOf ? null : utc(body.impactEnd), announced: utc(body.announcedAt), cause: body.cause ?? null })),
    ...neighbours(id, evidence), claims: [...found.health.claims], together: together(id, evidence, records, time),
  };
}

/** Availability by month of the service's zone, from the first month on record to the last that is over. */
function monthly(service: RecordVersion<Service>, records: HealthRecords, time: FigureTime): z.input<typeof serviceHealthSchema>['availability'] {
  const input = healthInput(service, records, { asOf: time.asOf, pinned: time.pinned, zone: time.company.zone });
  const points = [];
  for (let at = input.knownFrom ?? Number.POSITIVE_INFINITY; input.hours !== null && at < input.asOf; at = monthOf(input.zone, at).end) {
    const month = monthOf(input.zone, at);
    if (month.end > input.asOf) break;
    const a = availability({ window: month, hours: workingIntervals(input.hours, month.start, month.end), stops: input.stops, known: [{ start: input.knownFrom!, end: input.asOf }] });
    const unknown = a.unknownMs > 0;
    points.push({ start: dateOfDay(localDay(input.zone, month.start)), value: a.share, lo: unknown ? a.worst : null, hi: unknown ? a.best : null, n: a.episodes.length });
  }
  return { measure: 'availability', name: 'availability', unit: 'share', points };
}

type Dependency = z.input<typeof serviceHealthSchema>['dependencies'][number];

function neighbours(id: string, { services }: BasicsEvidence): Pick<z.input<typeof serviceHealthSchema>, 'dependencies' | 'dependents'> {
  const by = new Map(services.map((s) => [s.service.id, s]));
  const out = (other: string) => ({ id: other, name: by.get(other)?.service.body.name ?? other, state: by.get(other)?.health.state ?? ('unknown' as const) });
  const needs = (s: ServiceEvidence | undefined): Dependency[] => (s?.service.body.dependencies ?? []).flatMap((d): Dependency[] => ('service' in d
    ? [{ ...out(d.service), strength: d.strength, group: null }]
    : d.of.map((member) => ({ ...out(member), strength: d.strength, group: `${d.needs} of ${d.of.length}` }))));
  return {
    dependencies: needs(by.get(id)),
    dependents: services.flatMap((s) => { const need = needs(s).find((d) => d.id === id); return need === undefined ? [] : [{ ...out(s.service.id), strength: need.strength }]; }),
  };
}

/** A service together with all that it cannot do without, over its own window: as measured, and what holds whatever the stops. */
function together(id: string, { services, needs }: BasicsEvidence, records: HealthRecords, time: FigureTime): z.input<typeof serviceHealthSchema>['together'] {
  const all = reached(id, needs);
  const found = services.find((s) => s.service.id === id)!;
  const input = healthInput(found.service, records, { asOf: time.asOf, pinned: time.pinned, zone: time.company.zone });
  const { window } = found.health;
  if (all.length === 1 || input.hours === null || input.knownFrom === null || input.knownFrom > window.start) return null;
  const hours = workingIntervals(input.hours, window.start, window.end);
  const measured = measuredTogether(id, { hours, stops: new Map(services.map((s) => [s.service.id, s.stops])), needs, until: input.asOf });
  const shares = new Map(services.filter((s) => all.includes(s.service.id)).flatMap((s) => { const { share } = availability({ window, hours, stops: s.stops, known: [window] }); return share === null ? [] : [[s.service.id, share] as const]; }));
  if (measured === null || shares.size < all.length) return null;
  // With redundancy the service may be up while a member is down, so only its own share bounds it from above.
  const redundant = all.some((s) => (needs.get(s) ?? []).some((g) => g.needed < g.members.length));
  const certain = bounds([...shares.values()]);
  return { measured, lo: certain.lo, hi: redundant ? shares.get(id)! : certain.hi, unrelated: unrelated(id, needs, shares) };
}
