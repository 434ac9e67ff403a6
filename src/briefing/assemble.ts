import { dayPhrase, monthPhrase } from '../language/index.ts';
import { dateOfDay, localDay } from '../maths/time/index.ts';
import type { Db } from '../platform/db/index.ts';
import { currentRecords, type AsOf, type RecordVersion } from '../platform/register/index.ts';
import { dayIn, figureTime, holderOn, personKind, postKind, type FigureTime, type Process } from '../organisation/index.ts';
import type { Claim } from '../evidence/claims/index.ts';
import type { ProcessMeasures } from '../processes/performance/index.ts';
import { healthRecords, measureServices, working, type BasicsEvidence, type NamedWindow } from '../basics/health/index.ts';
import { supplierKind } from '../basics/suppliers/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { PostRef, SheetInput, SheetProcess, SheetService } from './sheet/model.ts';

/** What a sheet is assembled from. */
export interface SheetParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly measures: ProcessMeasures;
}

/** Everything that the sheet of this moment says, and every claim that it could rest on. */
export async function assembleSheet({ db, clock, measures }: SheetParts): Promise<{ input: SheetInput; claims: Claim[]; time: FigureTime }> {
  const time = await figureTime(db, clock);
  const computedAt = clock.now().getTime();
  const processes = (await measures.all(db, time, computedAt)).map(({ process, evidence }): SheetFlow => ({ process, claims: evidence?.claims ?? [], series: evidence?.series ?? [] }));
  const basics = measureServices(await healthRecords(db), { asOf: time.asOf, pinned: time.pinned, zone: time.company.zone }, computedAt);
  const input = sheetInput({ time, processes, basics, names: await sheetNames(db, time) });
  return { input, claims: [...input.processes.flatMap((p) => p.claims), ...input.services.flatMap((s) => s.claims), ...input.claims], time };
}

/** A process with what was measured of it. */
export interface SheetFlow extends Pick<SheetProcess, 'claims' | 'series'> {
  readonly process: RecordVersion<Process>;
}

/** Who answers for what, and who supplies it, by id. */
export interface SheetNames {
  readonly post: (id: string) => PostRef;
  readonly supplier: (id: string) => string;
}

/** What a sheet speaks of, from what was measured and who is named. */
export function sheetInput({ time, processes: flows, basics, names }: { time: FigureTime; processes: readonly SheetFlow[]; basics: BasicsEvidence; names: SheetNames }): SheetInput {
  const processes = flows.map(({ process: { id, body }, claims, series }): SheetProcess => ({ id, name: body.name, caseNoun: body.case, owner: names.post(body.owner), claims, series }));
  const used = flows.map(({ process: { body } }) => ({ name: body.name, services: new Set(body.activities.flatMap((a) => a.services)) }));
  const services = basics.services.map(({ service: { id, body }, health }): SheetService => ({
    id, name: body.name, tier: body.tier, owner: names.post(body.owner), supplier: body.supplier === undefined ? null : names.supplier(body.supplier),
    state: health.state, since: health.since, below: health.below, windowWords: windowWords(health.window, time), neededBy: neededBy(id, used, basics), claims: health.claims,
  }));
  return { company: time.company, asOf: time.asOf.getTime(), pinned: time.pinned, processes, services, claims: basics.claims, link: linkTo };
}

/** Posts with their holders at `asOf`, and suppliers; as on record now, or as they were known at a moment. */
export async function sheetNames(db: Db, { asOf, company }: FigureTime, known: AsOf = {}): Promise<SheetNames> {
  const suppliers = new Map((await currentRecords(db, supplierKind, known)).map((s) => [s.id, s.body.name]));
  const posts = new Map((await currentRecords(db, postKind, known)).map((p) => [p.id, p]));
  const people = new Map((await currentRecords(db, personKind, known)).map((p: RecordVersion<{ name: string }>) => [p.id, p.body.name]));
  const day = dayIn(asOf, company.zone);
  const post = (id: string): PostRef => {
    const found = posts.get(id);
    const holder = found === undefined ? undefined : holderOn({ id, holders: found.body.holders, delegations: found.body.delegations }, day);
    return { id, name: found?.body.name ?? id, holder: holder === undefined ? null : (people.get(holder) ?? holder) };
  };
  return { post, supplier: (id) => suppliers.get(id) ?? id };
}

/** Processes that cannot go on while a service is down: one of theirs stops with it, directly or through what it needs. */
function neededBy(service: string, processes: readonly { name: string; services: ReadonlySet<string> }[], { services, needs }: BasicsEvidence): string[] {
  const up = new Set(services.map((s) => s.service.id));
  up.delete(service);
  const works = working(needs, up);
  return processes.filter((p) => [...p.services].some((s) => !works.has(s))).map((p) => p.name);
}

/** The window of a level in words: October, the week of 2 November, the third quarter as 2026-Q3, 2025. */
function windowWords({ id, start }: NamedWindow, { asOf, company: { zone } }: FigureTime): string {
  const year = Number(dateOfDay(localDay(zone, asOf.getTime())).slice(0, 4));
  if (/^\d{4}-\d{2}$/.test(id)) return monthPhrase(id, year);
  if (/W/.test(id)) return `the week of ${dayPhrase(dateOfDay(localDay(zone, start + 3_600_000)), { year })}`;
  const quarter = /^(\d{4})-Q(\d)$/.exec(id);
  return quarter === null ? id : `the ${['first', 'second', 'third', 'fourth'][Number(quarter[2]) - 1]} quarter of ${quarter[1]}`;
}

const linkTo: SheetInput['link'] = ({ kind, id }) => (kind === 'service' ? { label: 'the service', to: `/basics/${id}` } : { label: 'how it flows', to: `/flow?process=${id}` });
