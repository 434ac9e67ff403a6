import { aroundTheClock, weeksBetween } from '../../maths/time/index.ts';
import { drawInteger, drawNormal, type Random } from '../../maths/random/index.ts';
import { belowLevelClaim, downNowClaim, serviceHealth, type Stop } from '../../basics/health/index.ts';
import { processClaims, processSeries, type Performance, type PerformanceRules } from '../../processes/performance/index.ts';
import type { SheetInput, SheetProcess, SheetService } from './model.ts';

const zone = 'Europe/London';
export const factoryAsOf = Date.parse('2026-11-09T10:05:00Z');
const at = { asOf: factoryAsOf, computedAt: factoryAsOf, zone };
const post = { id: 'head', name: 'Head of Order Fulfilment', holder: 'Asha Patel' };
const hour = 3_600_000;

/** A process whose last week differs from the weeks before by `shift` standard deviations, with `weeks` of history. */
export function processOf(random: Random, { id = 'order-to-cash', name = 'Order 2 Cash', caseNoun = 'order', weeks = 30, shift = 0 }: { id?: string; name?: string; caseNoun?: string; weeks?: number; shift?: number } = {}): SheetProcess {
  const rules: PerformanceRules = { zone, ends: ['Deliver'], closedAfterSeconds: 30 * 86_400, targetSeconds: 4 * 86_400, calendar: null };
  const all = weeksBetween(zone, Date.parse('2025-01-06T00:00:00Z'), Date.parse('2026-11-09T00:00:00Z')).slice(-weeks);
  const level = 10 ** (1 + 4 * random.unit());
  const cycle = 10 ** (3 + 3 * random.unit());
  const performance: Performance = {
    closedAfterSeconds: rules.closedAfterSeconds, closedBySilence: 2, settlesAfterSeconds: null, lastEvent: factoryAsOf - 60_000,
    weeks: all.map((week, i) => {
      const z = (i === all.length - 1 ? shift : 0) + drawNormal(random);
      const throughput = Math.max(0, Math.round(level * (1 + 0.05 * drawNormal(random))));
      return {
        week, settling: false, started: throughput, throughput, cycleMedian: throughput === 0 ? null : cycle * Math.exp(0.05 * z), cycleP90: throughput === 0 ? null : 3 * cycle * Math.exp(0.05 * z), workingMedian: null, workingP90: null,
        workInProgress: Math.max(0, Math.round(level * 0.4 * (1 + 0.05 * z))), rework: Math.round(throughput * Math.min(1, Math.max(0, 0.04 + 0.005 * z))), onTime: Math.round(throughput * Math.min(1, Math.max(0, 0.94 - 0.01 * z))),
      };
    }),
  };
  const sources = [{ kind: 'event-log' as const, id, version: 'v1', name: `${name} log`, recordedAt: '2026-11-09T10:05:00Z', evidenceUpTo: '2026-11-09T10:04:00Z' }];
  return { id, name, caseNoun, owner: post, claims: processClaims({ process: { id, name }, eventLog: id, rules, performance, sources, asOf: factoryAsOf, computedAt: factoryAsOf }), series: processSeries(performance, rules) };
}

/** A service with stops of October and perhaps one that lasts. */
export function serviceOf(id: string, stops: readonly Stop[], { tier = 2, neededBy = [], supplier = null, knownFrom = Date.parse('2025-11-10T00:00:00Z') }: { tier?: number; neededBy?: string[]; supplier?: string | null; knownFrom?: number } = {}) {
  const name = `Service ${id.toUpperCase()}`;
  const health = serviceHealth({ service: { id, name }, hours: aroundTheClock(zone), objective: { share: 0.995, window: 'month' }, zone, stops, knownFrom, asOf: factoryAsOf, computedAt: factoryAsOf, sources: [] });
  const service: SheetService = { id, name, tier, owner: post, supplier, state: health.state, since: health.since, below: health.below, windowWords: 'October', neededBy, claims: health.claims };
  return { service, health };
}

/** A stop from an hour of October on, `hours` long; null lasts. */
export function stopOf(startHour: number, hours: number | null): Stop {
  const start = Date.parse('2026-10-01T00:00:00Z') + startHour * hour;
  return { id: `INC-${startHour}`, kind: 'unplanned', start, end: hours === null ? null : start + hours * hour, announcedAt: null };
}

/** A sheet input from processes and services, with its company claims. */
export function sheetInputOf(processes: readonly SheetProcess[], services: readonly ReturnType<typeof serviceOf>[]): SheetInput {
  const told = services.map((s) => ({ id: s.service.id, health: s.health }));
  return {
    company: { name: 'Northgate Supplies', zone }, asOf: factoryAsOf, pinned: true, processes, services: services.map((s) => s.service),
    claims: [downNowClaim(told, at), belowLevelClaim(told, at)].filter((c) => c !== null), link: ({ kind, id }) => ({ label: 'the figures', to: `/${kind}/${id}` }),
  };
}

/** Any company: up to three processes and six services, up, down, below their level or unknown. */
export function randomInput(random: Random): SheetInput {
  const processes = Array.from({ length: drawInteger(random, 4) }, (_, i) => processOf(random, { id: `p${i}`, name: `Process ${i}`, weeks: drawInteger(random, 30), shift: 6 * (random.unit() - 0.5) * drawInteger(random, 2) }));
  const services = Array.from({ length: drawInteger(random, 7) }, (_, i) => {
    const stops = Array.from({ length: drawInteger(random, 4) }, () => stopOf(700 * random.unit(), 12 * random.unit()));
    const lasting = drawInteger(random, 5) === 0 ? [stopOf(39 * 24 + 9.7 - 100 * random.unit(), null)] : [];
    return serviceOf(`s${i}`, [...stops, ...lasting], { tier: 1 + drawInteger(random, 4), neededBy: processes.slice(0, drawInteger(random, 3)).map((p) => p.name), supplier: drawInteger(random, 3) === 0 ? 'Acme 24 Hosting' : null, ...(drawInteger(random, 4) === 0 ? { knownFrom: Date.parse('2026-10-16T00:00:00Z') } : {}) });
  });
  return sheetInputOf(processes, services);
}
