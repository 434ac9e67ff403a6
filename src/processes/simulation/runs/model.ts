import type { SimulationRules } from '../model.ts';
import type { Study } from '../study.ts';
import type { Validation } from '../validate.ts';

/** A change as somebody asks for it; instants as ISO 8601. A service stops the activities that cannot do without it. */
export type AskedChange =
  | { readonly kind: 'skip'; readonly activity: string; readonly share: number }
  | { readonly kind: 'people'; readonly activity: string; readonly of?: string | undefined; readonly by: number }
  | { readonly kind: 'touch'; readonly activity: string; readonly factor: number }
  | { readonly kind: 'arrivals'; readonly factor: number }
  | { readonly kind: 'stop'; readonly activity: string; readonly at: string; readonly hours: number }
  | { readonly kind: 'stop-service'; readonly service: string; readonly at: string; readonly hours: number };

export interface SimulationRequest {
  readonly changes: readonly AskedChange[];
  /** The changes in words. */
  readonly says: readonly string[];
  readonly weeks: number;
  readonly replications: number;
  readonly seed: number;
}

interface RecordInput {
  readonly id: string;
  /** The version of the record, by its id. */
  readonly version: string;
  readonly name: string;
}

/** What a simulation was made from: the same inputs and request give the same result to the bit. */
export interface SimulationInputs {
  /** The version of the event log. */
  readonly dataset: string;
  readonly process: RecordInput | null;
  readonly calendar: RecordInput | null;
  /** As the records gave them. */
  readonly rules: SimulationRules;
}

/** A check as it is kept: the first version of the method judged it as a whole, the second had no yardstick. */
type StoredCheck = Omit<Validation, Later> & Partial<Pick<Validation, Later>>;
type Later = 'figures' | 'work' | 'people' | 'naive' | 'cautions';

/** A study as it is kept; its differences are kept beside it. */
export type StoredStudy = Omit<Study, 'differences' | 'validation'> & { readonly validation: StoredCheck };

/** A check with a verdict for each figure: that of the whole where it has none. */
export function wholeCheck(v: StoredCheck): Validation {
  const as = (what: string, off: number | null) => ({ verdict: v.verdict, off, what });
  return {
    ...v, work: v.work ?? { real: null, simulated: null, share: null }, people: v.people ?? { real: null, simulated: null, share: null }, naive: v.naive ?? { cycleTime: null, throughput: null }, cautions: v.cautions ?? [],
    figures: v.figures ?? { cycleTime: as('cycle times', v.cycleTime.share), throughput: as('cases a week', v.throughput.share), work: as('cases a week', v.throughput.share) },
  };
}

export const runLimits = {
  /** Simulations that may wait for their turn; of one person, that may wait or run. */
  waiting: 8,
  each: 3,
  seconds: 300,
  weeks: 26,
  replications: 1000,
  changes: 20,
} as const;
