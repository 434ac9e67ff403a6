import { setImmediate as pause } from 'node:timers/promises';
import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { type DatasetVersion, filterSql, type LogFilter, relations, variants } from '../event-logs/index.ts';
import type { VariantLog } from '../models/index.ts';

/** Activities of all variants together that a server holds at once: about 100 MB. */
export const MOST_SYMBOLS = 5_000_000;
/** Variants after which others get their turn. */
const SLICE = 2_000;

/**
 * The variants of an imported log, the most frequent first, with their numbers in the version; a filter leaves the cases that it lets pass.
 * @throws Problem `too-large` where all variants together have more than `most` activities, or as a question with this filter does.
 * @example (await variantLog(c, version)).counts // [13087 cases in the order of their variants …]
 */
export async function variantLog(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, { most, ...options }: RunOptions & { readonly most?: number } = {}): Promise<VariantLog & { readonly numbers: readonly number[] }> {
  if (most !== undefined) await refuseLong(c, version, filter, most, options);
  const found = await variants(c, version, { filter }, options);
  const codes = new Map<string, number>();
  const codeOf = (name: string): number => {
    const known = codes.get(name);
    if (known !== undefined) return known;
    codes.set(name, codes.size);
    return codes.size - 1;
  };
  const sequences: Int32Array[] = [];
  for (const v of found) {
    sequences.push(Int32Array.from(v.activities, codeOf));
    if (sequences.length % SLICE === 0) await pause();
  }
  return { activities: [...codes.keys()], sequences, counts: found.map((v) => v.count), numbers: found.map((v) => v.variant) };
}

async function refuseLong(c: EngineConnection, version: DatasetVersion, filter: LogFilter, most: number, options: RunOptions): Promise<void> {
  const f = await filterSql(c, version, filter);
  const r = relations(version);
  const kept = f === null ? 'cases > 0' : `variant IN (SELECT k.variant FROM ${r.cases} k WHERE ${f.where})`;
  const [row] = await c.rows<{ n: number | bigint | null }>(`SELECT sum(len(activities)) AS n FROM ${r.variants} WHERE ${kept}`, f?.values ?? [], options);
  const n = Number(row?.n ?? 0);
  if (n > most) throw problem('too-large', { detail: 'The cases take too many different ways for one model', value: `${n} activities in all variants together`, wanted: `at most ${most}; keep the most frequent variants only` });
}
