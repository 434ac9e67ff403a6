// The variants of imported events against a hand-written query on a native sorted table.
import { relations, variants } from '../../src/processes/event-logs/index.ts';
import { type BenchRow, median } from '../report.ts';
import { SIZES, timed, withMadeLog } from './made-log.ts';

const RUNS = 5;
const BY_HAND = 'SELECT activities, count(*) AS n FROM (SELECT list(activity ORDER BY "position") AS activities FROM native_events GROUP BY "case") GROUP BY activities ORDER BY n DESC';
const FILTER = { minSeconds: 259_200 };

/** At each size, all of them and those of the cases that a filter lets pass. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const events of SIZES) {
    rows.push(...await withMadeLog(events, async (version, c) => {
      await c.run(`CREATE TABLE native_events AS SELECT "case", activity, "position" FROM ${relations(version).events} ORDER BY "case", "position"`);
      const rounds: { all: number; filtered: number; hand: number }[] = [];
      for (let i = 0; i < RUNS; i++) rounds.push({ hand: await timed(() => c.rows(BY_HAND)), all: await timed(() => variants(c, version)), filtered: await timed(() => variants(c, version, { filter: FILTER })) });
      const all = median(rounds.map((x) => x.all)), filtered = median(rounds.map((x) => x.filtered));
      const size = `${events / 1e6} M events, ${version.manifest.counts.variants.toLocaleString('en-GB')} variants`;
      return [
        { name: `variants of ${size}`, value: all, unit: 'ms', target: '≤ 300', ok: all <= 300 }, { name: '  filtered by duration', value: filtered, unit: 'ms', target: '≤ 300', ok: filtered <= 300 },
        { name: '  ÷ by hand on a native sorted table', value: median(rounds.map((x) => x.all / x.hand)), unit: '×' },
      ];
    }));
  }
  return rows;
}
