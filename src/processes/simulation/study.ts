import type { EngineConnection } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { enoughPeople } from '../../platform/personal/index.ts';
import { drawInteger, seededRandom, seedOf } from '../../maths/random/index.ts';
import { weekOf } from '../../maths/time/index.ts';
import type { DatasetVersion } from '../event-logs/index.ts';
import { levelsOf } from './arrivals.ts';
import { calibrate } from './calibrate/calibrate.ts';
import { intakeUntil, observe, spanOf } from './calibrate/observe.ts';
import { staffOf } from './calibrate/staff-of.ts';
import type { SimulatedWindow, SimulationModel, SimulationRules } from './model.ts';
import { type RunSummary, summaryOf, wholeWeeks } from './outcome.ts';
import { runReplications, type ReplicationLimits } from './replications.ts';
import { refuseStopsOutside, scenarioOf, type Change } from './scenario.ts';
import { notValidated, validationOf, type Validation } from './validate.ts';
import { differencesOf, type SimulatedDifference, strained, whatIf } from './what-if.ts';

export type StudyStep = 'calibrating' | 'checking' | 'simulating';

export interface StudyOptions extends ReplicationLimits {
  readonly changes?: readonly Change[] | undefined;
  /** Whole weeks at the end of the log that calibration does not see; absent: a fifth of them, up to eight. */
  readonly heldBackWeeks?: number | undefined;
  /** Weeks after the log that are simulated. */
  readonly weeks?: number | undefined;
  readonly replications?: number | undefined;
  readonly seed?: number | undefined;
  /** The check of an earlier study of the same log, rules and seed, which need not be made again. */
  readonly checked?: Validation | undefined;
  readonly onStep?: ((step: StudyStep) => void) | undefined;
}

/** Pools as they may be shown: figures about fewer than five people are not. */
export interface ShownPool {
  readonly name: string;
  /** The part of the work that is theirs (a warehouse); null where it is not divided. */
  readonly of: string | null;
  readonly people: number | null;
  /** Hours of work for each hour that people are there, today and with the changes. */
  readonly load: number | null;
  readonly changedLoad: number | null;
}

/** What a simulation of a log found. */
export interface Study {
  readonly model: Pick<SimulationModel, 'assumptions' | 'source' | 'classAttribute' | 'warmUpSeconds'> & {
    /** Activities whose people may be more or fewer, and in which parts. */
    readonly staffed: readonly { readonly activity: string; readonly of: readonly string[] }[];
  };
  readonly validation: Validation;
  readonly window: { readonly from: string; readonly until: string };
  readonly differences: readonly SimulatedDifference[];
  readonly pools: readonly ShownPool[];
  /** What a reader must know before using a figure, the gravest first. */
  readonly warnings: readonly string[];
  readonly replications: { readonly asked: number; readonly done: number };
}

export const studyDefaults = { weeks: 4, replications: 40, validationRuns: 8, heldBackShare: 0.2, mostHeldBack: 8, seed: 1 } as const;

/**
 * Calibrates a simulation on all but the last weeks of a log, compares it with these, calibrates it again on the whole log, and simulates the
 * weeks after it twice with the same luck: as today, and with the changes.
 * @throws Problem `bad-input` for an empty log or a change that does not fit it, `cancelled` when the signal fires, `too-large` where a run would need too much memory.
 */
export async function study(c: EngineConnection, version: DatasetVersion, rules: SimulationRules, options: StudyOptions = {}): Promise<Study> {
  const { changes = [], weeks = studyDefaults.weeks, replications = studyDefaults.replications, seed = studyDefaults.seed, signal, onStep } = options;
  const span = await spanOf(c, version, { signal });
  if (span === null) throw problem('bad-input', { detail: 'The log has no cases to calibrate a simulation from', wanted: 'a log with events' });
  const window = windowAfter(rules.zone, span.last, weeks);
  refuseStopsOutside(changes, window);
  onStep?.('calibrating');
  const intake = await intakeUntil(c, version, span, { signal });
  const model = await calibrate(c, version, rules, { from: span.first, until: intake + 1 }, { signal });
  const scenarios = [scenarioOf(model, []), scenarioOf(model, changes)];
  onStep?.('checking');
  const validation = options.checked ?? (await validate(c, version, rules, { ...span, intake }, options));
  onStep?.('simulating');
  const pairs = await runReplications({ model, window, scenarios, seeds: seedsOf(seed, replications) }, options, summaryOf);
  const inputs = { version: version.id, calibratedFrom: iso(span.first), calibratedUntil: iso(intake), simulatedFrom: iso(window.from), simulatedUntil: iso(window.until), changes: JSON.stringify(changes) };
  return {
    model: { assumptions: [...(intake < span.last ? [tailed(intake, span.last)] : []), ...model.assumptions], source: model.source, classAttribute: model.classAttribute, warmUpSeconds: model.warmUpSeconds, staffed: staffedOf(model) }, validation, window: { from: iso(window.from), until: iso(window.until) },
    differences: changes.length === 0 ? [] : differencesOf(pairs, seed, inputs, validation), pools: shownPools(model, pairs),
    warnings: warningsOf(model, pairs, validation, replications), replications: { asked: replications, done: pairs.length },
  };
}

/** Whole weeks of a zone after the week of a log's last event. */
export function windowAfter(zone: string, last: number, weeks: number = studyDefaults.weeks): SimulatedWindow {
  let until = weekOf(zone, last).end;
  const from = until;
  for (let i = 0; i < weeks; i++) until = weekOf(zone, until).end;
  return { from, until };
}

/** Calibrates on all but the last weeks and compares with them. */
async function validate(c: EngineConnection, version: DatasetVersion, rules: SimulationRules, span: { first: number; last: number; intake: number }, { heldBackWeeks, seed = studyDefaults.seed, ...limits }: StudyOptions): Promise<Validation> {
  let windows: readonly SimulatedWindow[] = [];
  const [real, before] = await observe(c, version, rules, span, (settledUntil) => (windows = heldBack(rules.zone, span.first, Math.min(settledUntil, span.intake), heldBackWeeks)), { signal: limits.signal });
  const held = windows[0];
  if (held === undefined || real === undefined || before === undefined) return notValidated('The log is too short to hold weeks back: the simulation could not be checked, and its figures are what would follow if it were right.');
  const model = await calibrate(c, version, rules, { from: span.first, until: held.from }, { signal: limits.signal });
  const today = scenarioOf(model, []);
  const staffed = await staffOf(c, version, rules, model, held, { signal: limits.signal });
  const scenarios = [{ ...today, known: levelsOf(model.arrivals, real.begun, new Set(model.holidays)), staffed }, today];
  const runs = await runReplications({ model, window: held, scenarios, seeds: seedsOf(seed, studyDefaults.validationRuns) }, { ...limits, onProgress: undefined }, (run) => run);
  return validationOf(real, before, { told: runs.map((r) => r[0]!), expecting: runs.map((r) => r[1]!), people: model.pools.reduce((n, p) => n + p.people, 0) });
}

/** The last whole weeks, and as many before them; none where fewer than four weeks are there. */
function heldBack(zone: string, first: number, settledUntil: number, wanted: number | undefined): SimulatedWindow[] {
  const all = wholeWeeks(zone, { from: first, until: Math.max(first, settledUntil) });
  const held = Math.min(wanted ?? Math.max(2, Math.min(studyDefaults.mostHeldBack, Math.round(all.length * studyDefaults.heldBackShare))), all.length - 2);
  if (all.length < 4 || held < 1) return [];
  const start = all.length - held;
  return [{ from: all[start]!.start, until: all.at(-1)!.end }, { from: all[Math.max(0, start - held)]!.start, until: all[start]!.start }];
}

/** As many seeds as are wanted, from one. */
function seedsOf(seed: number, n: number): number[] {
  const random = seededRandom(seedOf(`simulation ${seed}`));
  return Array.from({ length: n }, () => drawInteger(random, 2 ** 31));
}

function shownPools(model: SimulationModel, pairs: readonly (readonly RunSummary[])[]): ShownPool[] {
  const mean = (of: (p: readonly RunSummary[]) => number) => (pairs.length === 0 ? null : pairs.reduce((s, p) => s + of(p), 0) / pairs.length);
  return model.pools.map(({ name, people }, i) => {
    const shown = enoughPeople(people);
    return { name, of: partOf(model, i), people: shown ? people : null, load: shown ? mean((p) => p[0]!.load[i]!) : null, changedLoad: shown ? mean((p) => p[1]!.load[i]!) : null };
  });
}

/** The one class whose work a pool does; null where work is not divided, or it does that of several. */
function partOf({ kinds, classes, activities, classAttribute }: SimulationModel, pool: number): string | null {
  const parts = new Set(kinds.flatMap((k, i) => (k.pool === pool ? [classes[Math.floor(i / activities.length)]!] : [])));
  return classAttribute === null || parts.size !== 1 ? null : [...parts][0]!;
}

function staffedOf({ kinds, classes, activities, classAttribute }: SimulationModel): Study['model']['staffed'] {
  return activities.flatMap((activity, a) => {
    const of = classes.filter((_, g) => kinds[g * activities.length + a]!.pool >= 0);
    return of.length === 0 ? [] : [{ activity, of: classAttribute === null ? [] : of }];
  });
}

const endless = 'the queue grows without end, and every figure depends on how long it is watched.';
const tight = 'with hardly any slack, how long cases wait hangs on small things.';

/** What is said of pools that are brought nearly as much as they can do, or more; groups of fewer than five people are not named. */
function strainedIn(model: SimulationModel, runs: readonly RunSummary[]): string[] {
  const all = strained(runs);
  const shown = all.filter(({ pool }) => enoughPeople(model.pools[pool]!.people));
  const named = (pool: number) => `“${model.pools[pool]!.name}”${partOf(model, pool) === null ? '' : ` (${partOf(model, pool)})`}`;
  const hidden = all.filter((x) => !shown.includes(x) && x.load >= whatIf.overloaded).length;
  return [
    ...shown.map(({ pool, load }) => `${named(pool)} is brought ${Math.round(load * 100)} hours of work for every 100 hours that people are there: ${load >= whatIf.overloaded ? endless : tight}`),
    ...(hidden > 0 ? [`a group of fewer than five people is brought more work than they can do: ${endless}`] : []),
  ];
}

function warningsOf(model: SimulationModel, pairs: readonly (readonly RunSummary[])[], validation: Validation, asked: number): string[] {
  const [before, after] = [strainedIn(model, pairs.map((p) => p[0]!)), strainedIn(model, pairs.map((p) => p[1]!))];
  return [
    ...(validation.verdict === 'poor' || validation.verdict === 'none' ? [validation.says] : []), ...validation.cautions,
    ...before.map((said) => `Already today, ${said}`), ...after.filter((said) => !before.includes(said)).map((said) => `With the changes, ${said}`),
    ...(pairs.length < asked ? [`The time limit was reached after ${pairs.length} of ${asked} replications.`] : []),
  ];
}

function tailed(intake: number, last: number): string {
  return `Hardly any case begins after ${iso(intake).slice(0, 10)}, and the log goes on until ${iso(last).slice(0, 10)}: it seems to have been taken by when cases began. The simulation is made from what is before, and goes on as if cases came as they did then.`;
}

const iso = (ms: number): string => new Date(ms).toISOString();
