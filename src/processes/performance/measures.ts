import type { WeekMeasures } from './model.ts';

/** One weekly measure of a process: what it is, where it stands in a week, which way is better. */
export interface ProcessMeasure {
  readonly id: string;
  readonly quantity: string;
  readonly unit: 'cases' | 's' | 'working s' | 'share';
  readonly better: 'lower' | 'higher' | null;
  readonly meaning: string;
  /** Null where the week gives no figure. */
  readonly of: (week: WeekMeasures) => number | null;
  /** Which cases lie behind it. */
  readonly cases: 'completed' | 'in-progress';
}

const share = (part: number | null, whole: number): number | null => (part === null || whole === 0 ? null : part / whole);

/** The weekly measures of METHODS §0, in the order in which they are shown. */
export const processMeasures: readonly ProcessMeasure[] = [
  { id: 'throughput', quantity: 'cases completed', unit: 'cases', better: null, cases: 'completed', meaning: 'How many cases were completed in the week.', of: (w) => w.throughput },
  { id: 'cycle-time-median', quantity: 'median cycle time', unit: 's', better: 'lower', cases: 'completed', meaning: 'Half of the cases completed in the week took no longer than this, from first event to completion, nights and weekends included.', of: (w) => w.cycleMedian },
  { id: 'cycle-time-p90', quantity: 'cycle time of nine cases in ten', unit: 's', better: 'lower', cases: 'completed', meaning: 'Nine in ten of the cases completed in the week took no longer than this, nights and weekends included.', of: (w) => w.cycleP90 },
  { id: 'working-time-median', quantity: 'median cycle time in working hours', unit: 'working s', better: 'lower', cases: 'completed', meaning: 'As the median cycle time, counting only the working hours of the process.', of: (w) => w.workingMedian },
  { id: 'working-time-p90', quantity: 'cycle time of nine cases in ten in working hours', unit: 'working s', better: 'lower', cases: 'completed', meaning: 'As the cycle time of nine cases in ten, counting only the working hours of the process.', of: (w) => w.workingP90 },
  { id: 'work-in-progress', quantity: 'cases in progress', unit: 'cases', better: 'lower', cases: 'in-progress', meaning: 'Cases that had started and were not complete when the week ended.', of: (w) => w.workInProgress },
  { id: 'rework-share', quantity: 'share of cases with rework', unit: 'share', better: 'lower', cases: 'completed', meaning: 'The share of the cases completed in the week in which a step was done more than once.', of: (w) => share(w.rework, w.throughput) },
  { id: 'on-time-share', quantity: 'share of cases on time', unit: 'share', better: 'higher', cases: 'completed', meaning: 'The share of the cases completed in the week that took no longer than the target.', of: (w) => share(w.onTime, w.throughput) },
];
