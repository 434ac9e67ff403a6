import { createHash } from 'node:crypto';
import { problem } from '../../../platform/errors/index.ts';
import { currentRecord } from '../../../platform/register/index.ts';
import type { Ctx } from '../../../platform/write/index.ts';
import { MOST_SYMBOLS, variantLog } from '../../discovery/index.ts';
import { type DatasetVersion, FairQueue, type LogFilter, type QuestionEngine } from '../../event-logs/index.ts';
import type { VariantLog } from '../../models/index.ts';
import { type Discoveries, keyOfCases, logInHand, modelNet, type NamedNet, processModelKind } from '../../model-register/index.ts';
import type { Completion } from '../../performance/index.ts';
import type { Deviation } from '../deviations.ts';
import { elsewhere } from '../elsewhere.ts';
import type { Fitness } from '../fitness.ts';
import { withEnded } from './ended.ts';

export interface FitQuestion {
  readonly version: DatasetVersion;
  readonly filter: LogFilter;
  /** When a case has ended: the others are under way and not compared. */
  readonly completion: Completion;
  /** As `modelNet` reads it; a discovered one is that of the whole log, so that the cases in view can differ from it. */
  readonly model: string;
  readonly method: Fitness['method'];
  /** Seconds after which bounds are the answer. */
  readonly seconds: number;
}

/** A deviation with what it is called in addresses and the numbers of its variants in the version. */
export interface KnownDeviation extends Omit<Deviation, 'variants'> {
  readonly id: string;
  readonly variants: readonly number[];
}

/** How the ended cases in view fit a model; variants by their numbers in the version. */
export interface KnownFit {
  readonly model: Pick<NamedNet, 'name' | 'version'>;
  readonly fitness: Fitness;
  readonly keeping: readonly number[];
  readonly leaving: readonly number[];
  /** Variants at whose end the model expects more: of them only what is settled was compared. */
  readonly expecting: readonly number[];
  /** Cases in view that are still under way. */
  readonly underWay: number;
  readonly deviations: readonly KnownDeviation[];
}

/** Named once: answers kept, comparisons worked on at once and waiting for their turn. */
export const fitLimits = { kept: 24, running: 1, waiting: 16 } as const;

/**
 * What an address calls a deviation; the same in every log and filter.
 * @example deviationId({ kind: 'skipped', activity: 'Pay', after: null }).length // 16
 */
export function deviationId({ kind, activity, after }: Pick<Deviation, 'kind' | 'activity' | 'after'>): string {
  return createHash('sha256').update(JSON.stringify([kind, activity, after])).digest('hex').slice(0, 16);
}

/** What comparisons are made from. */
export interface FitParts {
  readonly engine: QuestionEngine;
  readonly discoveries: Discoveries;
}

/** Reads the cases in view and the model, and compares them in a thread of its own. */
export class Fits {
  readonly #parts: FitParts;
  readonly #line = new FairQueue(fitLimits);

  constructor(parts: FitParts) {
    this.#parts = parts;
  }

  /** What names an answer: the same name, the same answer. @throws Problem `not-found` for a model that is not stored. */
  async key({ db }: Ctx, { version, filter, completion, model, method, seconds }: FitQuestion): Promise<string> {
    const stored = await currentRecord(db, processModelKind, model);
    return [keyOfCases(version, filter), JSON.stringify(completion), model, stored?.versionId ?? '', method, seconds].join(' ');
  }

  /**
   * How the cases in view that have ended fit a model.
   * @throws Problem `busy` where too many comparisons wait, `cancelled` where the signal says so, else as `modelNet` and `elsewhere` do.
   */
  async find(ctx: Ctx, question: FitQuestion, signal: AbortSignal): Promise<KnownFit> {
    const { model, method, seconds } = question;
    const by = ctx.actor.id;
    const end = await this.#line.turn({ by, signal });
    try {
      const { log, settled, inView, whole } = await this.#read(question, { by, signal });
      if (inView === 0) throw problem('bad-input', { detail: 'No case fits these filters, so there is nothing to compare with a model', wanted: 'filters that let some cases pass' });
      const { net, name, version: modelVersion } = await modelNet(this.#parts.discoveries, ctx.db, { model }, whole, { by, signal });
      const fit = await elsewhere({ fit: method, settled }, net, log, { seconds, signal });
      const numbered = (variants: Iterable<number>) => Array.from(variants, (i) => log.numbers[i]!);
      return {
        model: { name: model.startsWith('discovered:') ? 'discovered in all cases of the log' : name, version: modelVersion }, fitness: fit.fitness,
        keeping: numbered(fit.keeping), leaving: numbered(fit.leaving), expecting: numbered(fit.expecting), underWay: inView - fit.fitness.cases,
        deviations: fit.deviations.map((d) => ({ ...d, id: deviationId(d), variants: numbered(d.variants) })),
      };
    } finally {
      end();
    }
  }

  /** The session of the engine ends before the comparison begins: others need it. */
  async #read({ version, filter, completion }: FitQuestion, asker: { by: string; signal: AbortSignal }) {
    const c = await this.#parts.engine.connect(asker);
    try {
      const log = await variantLog(c, version, filter, { most: MOST_SYMBOLS, signal: asker.signal });
      const ended = await withEnded(c, version, { filter, completion, signal: asker.signal }, ({ table, options }) => c.rows<EndedOfVariant>(`SELECT variant, count(*) AS ended, count(*) FILTER (settled) AS settled FROM ${table} GROUP BY variant`, [], options));
      return { ...endedOnly(log, ended), inView: log.counts.reduce((a, b) => a + b, 0), whole: await logInHand(c, version, {}, asker.signal) };
    } finally {
      c.close();
    }
  }
}

interface EndedOfVariant { readonly variant: number; readonly ended: number; readonly settled: number }

/** The log without the cases under way, and how many cases of each variant are settled. */
function endedOnly(log: VariantLog & { readonly numbers: readonly number[] }, ended: readonly EndedOfVariant[]) {
  const of = new Map(ended.map((e) => [e.variant, e]));
  const kept = [...log.numbers.keys()].filter((i) => of.has(log.numbers[i]!));
  const numbers = kept.map((i) => log.numbers[i]!);
  return { log: { activities: log.activities, sequences: kept.map((i) => log.sequences[i]!), counts: numbers.map((n) => of.get(n)!.ended), numbers }, settled: numbers.map((n) => of.get(n)!.settled) };
}
