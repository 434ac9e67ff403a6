import { createHash } from 'node:crypto';
import { claimKey, type Claim, withId } from '../../evidence/claims/index.ts';
import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { type DatasetVersion, filterKey, filterOf, filterWords, isoOf, type LogMap, map, queryOf, relations, type SaidFilter } from '../event-logs/index.ts';
import { namesOf } from '../event-logs/questions/names.ts';

/** The method of the figures of a view and its version. */
export const viewMethod = { name: 'view of an event log', version: 1 } as const;

/** What a view's figures are worked out from; instants in milliseconds. */
export interface ViewQuestion {
  readonly eventLog: { readonly id: string; readonly name: string };
  readonly version: DatasetVersion;
  readonly importedAt: Date;
  readonly filter: SaidFilter;
  /** The step that is looked at; absent: the one on which most time passes. */
  readonly step?: { readonly from: string; readonly to: string } | null | undefined;
  /** Activities that complete a case, where that is agreed: time after them is no time of the case. */
  readonly until?: readonly string[] | undefined;
  readonly zone: string;
  readonly asOf: number;
  readonly computedAt: number;
}

type Edge = LogMap['edges'][number];

/** The figures that the page of a log says first, as claims: cases in view, and the step on which most of their time passes. */
export async function viewClaims(c: EngineConnection, question: ViewQuestion, signal?: AbortSignal): Promise<Claim[]> {
  const { version, filter } = question;
  const found = await map(c, version, await filterOf(c, version, queryOf(filter)), { signal });
  const cases = Object.values(found.start).reduce((sum, n) => sum + n, 0);
  const before = found.edges.filter((e) => question.until?.includes(e.from) !== true);
  // Where nothing takes time until a case is complete, all of it is looked at.
  const [edges, until]: readonly [readonly Edge[], readonly string[]] = question.until !== undefined && before.some((e) => e.sum > 0) ? [before, question.until] : [found.edges, []];
  const total = edges.reduce((sum, e) => sum + e.sum, 0);
  const longest = question.step === undefined ? edges.filter((e) => e.sum > 0).toSorted((a, b) => b.sum - a.sum)[0] : found.edges.find((e) => e.from === question.step?.from && e.to === question.step.to);
  const variants = await variantsNamed(c, version, filter);
  const of = (claim: Figure) => claimOf(question, variants, claim);
  return [
    of({ measure: 'cases-in-view', quantity: 'cases in view', unit: 'cases', estimate: cases, n: cases, meaning: `How many cases of the event log are in view: ${filterWords(filter)}.`, working: [`${cases} of ${version.manifest.counts.cases} cases are ${filterWords(filter)}.`] }),
    ...(longest === undefined || cases === 0 ? [] : stepFigures(longest, total, until).map(of)),
  ];
}

interface Figure extends Pick<Claim, 'measure' | 'quantity' | 'unit' | 'estimate' | 'n' | 'meaning' | 'working'> {
  readonly step?: { readonly from: string; readonly to: string };
  readonly until?: readonly string[];
}

function stepFigures({ from, to, count, median, sum }: Edge, total: number, until: readonly string[]): Figure[] {
  const step = { from, to };
  const [of, ends] = until.length === 0 ? ['all time', ''] : ['the time until a case is complete', ` What completes a case: ${until.map((a) => `“${a}”`).join(', ')}.`];
  return [
    { measure: 'step-time-median', quantity: `median time from “${from}” to “${to}”`, unit: 's', estimate: median, n: count, step, meaning: `Half of the moves from “${from}” directly to “${to}” took no longer than this, nights and weekends included; waiting and work alike.`, working: [`${count} moves from “${from}” directly to “${to}” in the cases in view.`] },
    { measure: 'step-time-share', quantity: `share of ${of} between “${from}” and “${to}”`, unit: 'share', estimate: total === 0 ? 0 : sum / total, n: count, step, ...(until.length === 0 ? {} : { until }), meaning: `The sum of the times of these moves, as a share of ${of} between the events of the cases in view.`, working: [`These moves took ${Math.round(sum)} s together, of ${Math.round(total)} s: ${of} between events.${ends}`] },
  ];
}

/** The sequences that a filter by variant means: their numbers may stand for others in a later version. */
async function variantsNamed(c: EngineConnection, version: DatasetVersion, { variant }: SaidFilter): Promise<Record<string, string> | undefined> {
  if (variant === undefined) return undefined;
  const names = await namesOf(c, version, 'activity');
  const rows = await c.rows<{ variant: number; activities: number[] }>(`SELECT variant, activities FROM ${relations(version).variants} WHERE variant IN (${[variant].flat().map(Number).join(', ')}) ORDER BY variant`);
  return Object.fromEntries(rows.map((r) => [String(r.variant), createHash('sha256').update(JSON.stringify(r.activities.map((a) => names[a]))).digest('hex').slice(0, 16)]));
}

function claimOf({ eventLog, version, importedAt, filter, zone, asOf, computedAt }: ViewQuestion, variants: Record<string, string> | undefined, { step, until, ...figure }: Figure): Claim {
  const subject = { kind: 'event-log', id: eventLog.id, name: eventLog.name };
  const { firstEvent, lastEvent } = version.manifest;
  const key = claimKey({ subject, measure: step === undefined ? figure.measure : `${figure.measure} ${step.from}→${step.to}${until === undefined ? '' : ` until ${until.join(', ')}`}`, window: 'all', filter: filterKey(filter) });
  return withId({
    key, subject, ...figure, window: { from: isoOf(firstEvent), to: isoOf(lastEvent), zone }, lo: null, hi: null, level: null, comparator: null, why: null,
    method: viewMethod.name, methodVersion: viewMethod.version, parameters: { filter, ...(step === undefined ? {} : { step }), ...(until === undefined ? {} : { until }), ...(variants === undefined ? {} : { variants }) }, seed: null,
    sources: [{ kind: 'event-log', id: eventLog.id, version: version.id, name: eventLog.name, recordedAt: importedAt.toISOString(), evidenceUpTo: isoOf(lastEvent) }],
    computedAt: new Date(computedAt).toISOString(), asOf: new Date(asOf).toISOString(),
    rows: { question: 'log-cases', parameters: { eventLog: eventLog.id, filter, ...(step === undefined ? {} : { step }) } },
  });
}
