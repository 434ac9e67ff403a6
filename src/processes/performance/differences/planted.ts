import { drawExponential, drawInteger, seededRandom } from '../../../maths/random/index.ts';
import type { TestLogs } from '../steps/testing.ts';
import { slowAndFast } from './slow-and-fast.ts';

const NOISE = 24;
const CASES = 400;

/**
 * Logs of 400 cases in which the north, large amounts and checked cases take longer, beside 24 attributes, two activities and times of
 * beginning that have nothing to do with it: which of the three are found, and what else.
 */
export async function planted(logs: TestLogs, seed: number): Promise<{ found: string[]; wrong: string[]; told: number; tested: number }> {
  const random = seededRandom(seed);
  const regions = ['north', 'south', 'east', 'west'];
  const lines = Array.from({ length: CASES }, (_, k) => {
    const region = regions[drawInteger(random, 4)]!, amount = drawInteger(random, 10_000), checked = random.unit() < 0.3;
    const hours = drawExponential(random, 40) + (region === 'north' ? 45 : 0) + amount / 250 + (checked ? 40 : 0);
    const start = Date.UTC(2026, 0, 1) + k * 3_600_000 * 7 + drawInteger(random, 3_600_000);
    const noise = Array.from({ length: NOISE }, (_, i) => (i % 3 === 0 ? String(drawInteger(random, 1000)) : `v${drawInteger(random, 2 + (i % 4))}`));
    const row = (activity: string, at: number) => [k, activity, new Date(start + at * 3_600_000).toISOString(), region, amount, ...noise].join(',');
    const between = [...(checked ? ['check'] : []), ...(random.unit() < 0.5 ? ['call'] : []), ...(random.unit() < 0.2 ? ['mail', 'mail'] : [])];
    return [row('begin', 0), ...between.map((a, i) => row(a, (hours * (i + 1)) / 6)), row('end', hours)].join('\n');
  });
  const names = Array.from({ length: NOISE }, (_, i) => `noise${i}`);
  const attributes = [{ column: 'region', type: 'text' }, { column: 'amount', type: 'number' }, ...names.map((column, i) => ({ column, type: i % 3 === 0 ? 'number' : 'text' }))].map((a) => ({ ...a, of: 'case' }));
  const version = await logs.import(['case', 'activity', 'time', 'region', 'amount', ...names].join(','), lines, { attributes, zone: 'UTC', timeFormat: 'iso' });
  const { differences, tested } = await slowAndFast(logs.c, version, { zone: 'Europe/London', completion: { ends: ['end'], closedAfterSeconds: null } });
  const truths: Record<string, string> = { region: 'region', amount: 'amount', check: 'check' };
  // A variant with the check takes longer and one without it does not, so that none of them is a false finding.
  const told = differences.map((d) => truths[d.name ?? ''] ?? truths[d.value ?? ''] ?? (d.kind === 'variant' ? 'variant' : `${d.kind} ${d.name ?? ''} ${d.value ?? ''}`));
  return { found: [...new Set(Object.values(truths).filter((t) => told.includes(t)))], wrong: told.filter((t) => t !== 'variant' && truths[t] === undefined), told: told.length, tested };
}
