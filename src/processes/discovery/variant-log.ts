import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import { type DatasetVersion, type LogFilter, variants } from '../event-logs/index.ts';
import type { VariantLog } from '../models/index.ts';

/**
 * The variants of an imported log, the most frequent first; a filter leaves the cases that it lets pass.
 * @throws Problem as a question with this filter does.
 * @example (await variantLog(c, version)).counts // [13087 cases in the order of their variants …]
 */
export async function variantLog(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, options: RunOptions = {}): Promise<VariantLog> {
  const found = await variants(c, version, { filter }, options);
  const codes = new Map<string, number>();
  const codeOf = (name: string): number => {
    const known = codes.get(name);
    if (known !== undefined) return known;
    codes.set(name, codes.size);
    return codes.size - 1;
  };
  const sequences = found.map((v) => Int32Array.from(v.activities, codeOf));
  return { activities: [...codes.keys()], sequences, counts: found.map((v) => v.count) };
}
