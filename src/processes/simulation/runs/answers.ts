import type { z } from 'zod';
import type { RunProgress } from './runs.ts';
import type { RecordedDistributions } from './distributions.ts';
import type { distributionsSchema, runSchema, runSummarySchema } from './schemas.ts';
import type { DifferenceRow, RunRow } from './store.ts';
import { differenceInWords, shownFigures } from '../shown.ts';
import type { Validation } from '../validate.ts';
import { type SimulationInputs, wholeCheck } from './model.ts';
import { figuresFrom, simulationMethod } from '../what-if.ts';

export type NamesOf = (ids: readonly string[]) => Promise<Map<string, string>>;

/** A run as a list shows it. */
export function runSummary(row: RunRow, progress: RunProgress | undefined, names: ReadonlyMap<string, string>): z.input<typeof runSummarySchema> {
  const { request: { says, weeks, replications, seed } } = row;
  const underWay = row.state === 'waiting' || row.state === 'running';
  return {
    id: row.id, eventLog: row.eventLog, state: row.state,
    progress: underWay ? { step: progress?.step ?? 'waiting', percent: Math.floor((progress?.share ?? 0) * 100) } : { step: 'over', percent: row.state === 'done' ? 100 : 0 },
    says: [...says], weeks, replications, seed, verdict: row.study?.validation.verdict ?? null, dataset: row.inputs.dataset,
    createdAt: row.createdAt.toISOString(), createdBy: { kind: row.createdByKind, name: names.get(row.createdById) ?? null }, finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

interface Around {
  readonly differences: readonly DifferenceRow[];
  readonly rowsKept: boolean;
  readonly progress: RunProgress | undefined;
  readonly names: ReadonlyMap<string, string>;
}

/** A run with all that came of it. */
export function runFull(row: RunRow, { differences, rowsKept, progress, names }: Around): z.input<typeof runSchema> {
  return {
    ...runSummary(row, progress, names), rowsKept, changes: row.request.changes.map((c) => ({ ...c })), inputs: inputsOut(row.inputs), startedAt: row.startedAt?.toISOString() ?? null,
    result: row.study === null ? null : resultOf(row.study, differences), problem: row.problem as z.input<typeof runSchema>['problem'],
  };
}

/** What a run rests on, as the API gives it. */
export function inputsOut({ rules, ...inputs }: SimulationInputs) {
  return { ...inputs, rules: { ...rules, ends: [...rules.ends], holidays: [...rules.holidays] } };
}

/** Distributions as the API gives them. */
export function distributionsOut({ distributions, warnings, process, calendar, ...about }: RecordedDistributions): z.input<typeof distributionsSchema> {
  return { ...about, process, calendar, warnings: [...warnings], distributions: distributions.map((d) => ({ ...d, draws: [...d.draws], changes: [...d.changes], method: { ...d.method }, period: { ...d.period }, check: { ...d.check } })) };
}

function differenceOut({ beforeChange: before, afterChange: after, ...d }: DifferenceRow, validation: Validation) {
  const { check, measured } = figuresFrom(validation, d.measure);
  return {
    measure: d.measure, quantity: d.quantity, unit: d.unit, says: differenceInWords({ ...d, before }, check), shown: { ...shownFigures({ ...d, before, after, measured }) }, measured, before, after,
    estimate: d.estimate, lo: d.lo, hi: d.hi, level: d.level, n: d.n, draws: d.draws, check: { ...check }, usable: d.usable,
  };
}

function resultOf({ model, validation: stored, window, pools, warnings, replications }: NonNullable<RunRow['study']>, differences: readonly DifferenceRow[]): NonNullable<z.input<typeof runSchema>['result']> {
  const validation = wholeCheck(stored), cautions = [...validation.cautions];
  const method = { name: differences[0]?.method ?? simulationMethod.name, version: differences[0]?.methodVersion ?? simulationMethod.version };
  const older = method.version === simulationMethod.version ? [] : [`This was worked out by version ${method.version} of the method, and today’s is ${simulationMethod.version}: simulate it again before you use its figures.`];
  return {
    validation: { ...validation, cautions }, warnings: [...older, ...warnings], assumptions: [...model.assumptions], window, method, replications, classAttribute: model.classAttribute,
    differences: differences.map((row) => differenceOut(row, validation)),
    pools: pools.map((p) => ({ ...p })), staffed: model.staffed.map((s) => ({ activity: s.activity, of: [...s.of] })),
  };
}
