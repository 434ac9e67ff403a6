import { dayPhrase, monthPhrase } from '../language/index.ts';
import { dateOfDay, localDay } from '../maths/time/index.ts';
import type { Db } from '../platform/db/index.ts';
import { currentRecords, type RecordVersion } from '../platform/register/index.ts';
import { dayIn, figureTime, holderOn, personKind, postKind, type FigureTime } from '../organisation/index.ts';
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
  const post = await postLookUp(db, time);
  const measured = await measures.all(db, time, computedAt);
  const basics = measureServices(await healthRecords(db), { asOf: time.asOf, pinned: time.pinned, zone: time.company.zone }, computedAt);
  const processes = measured.map(({ process, evidence }): SheetProcess => ({
    id: process.id, name: process.body.name, caseNoun: process.body.case, owner: post(process.body.owner), claims: evidence?.claims ?? [], series: evidence?.series ?? [],
  }));
  const used = measured.map(({ process }) => ({ name: process.body.name, services: new Set(process.body.activities.flatMap((a) => a.services)) }));
  const suppliers = new Map((await currentRecords(db, supplierKind)).map((s) => [s.id, s.body.name]));
  const services = basics.services.map(({ service, health }): SheetService => ({
    id: service.id, name: service.body.name, tier: service.body.tier, owner: post(service.body.owner),
    supplier: service.body.supplier === undefined ? null : (suppliers.get(service.body.supplier) ?? service.body.supplier),
    state: health.state, since: health.since, below: health.below, windowWords: windowWords(health.window, time), neededBy: neededBy(service.id, used, basics), claims: health.claims,
  }));
  const input: SheetInput = { company: time.company, asOf: time.asOf.getTime(), pinned: time.pinned, processes, services, claims: basics.claims, link: linkTo };
  return { input, claims: [...processes.flatMap((p) => p.claims), ...services.flatMap((s) => s.claims), ...basics.claims], time };
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

async function postLookUp(db: Db, { asOf, company }: FigureTime): Promise<(id: string) => PostRef> {
  const posts = new Map((await currentRecords(db, postKind)).map((p) => [p.id, p]));
  const people = new Map((await currentRecords(db, personKind)).map((p: RecordVersion<{ name: string }>) => [p.id, p.body.name]));
  const day = dayIn(asOf, company.zone);
  return (id) => {
    const post = posts.get(id);
    const holder = post === undefined ? undefined : holderOn({ id, holders: post.body.holders, delegations: post.body.delegations }, day);
    return { id, name: post?.body.name ?? id, holder: holder === undefined ? null : (people.get(holder) ?? holder) };
  };
}

const linkTo: SheetInput['link'] = ({ kind, id }) => (kind === 'service' ? { label: 'the service', to: `/basics/${id}` } : { label: 'how it flows', to: `/flow?process=${id}` });
