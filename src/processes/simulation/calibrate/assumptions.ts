import type { PoolModel, SimulationModel, SimulationRules } from '../model.ts';
import type { Classes } from './classes.ts';
import type { PoolFacts, SeenKind } from './people.ts';
import type { Staffed } from './roster.ts';

interface Found {
  readonly seen: readonly SeenKind[];
  readonly pools: readonly PoolModel[];
  readonly activities: readonly string[];
  readonly classes: Classes;
  readonly beside: SimulationModel['routes']['sideBySide'];
  readonly rules: SimulationRules;
  readonly facts: readonly PoolFacts[];
  readonly staffed: Pick<Staffed, 'left' | 'came'>;
  readonly warmUpSeconds: number;
  /** The share of cases that begin at the same instant as another. */
  readonly together: number;
}

/** From here on it is said. */
const least = { together: 0.2, outOfOrder: 0.2, pairs: 100 } as const;

/** What a simulation of this log takes for granted, in words, the gravest first. */
export function assumptionsOf({ seen, pools, activities, classes, beside, rules, facts, staffed, warmUpSeconds, together }: Found): string[] {
  const all = seen.reduce((n, k) => n + k.n, 0);
  const started = seen.reduce((n, k) => n + k.started, 0);
  const muddled = facts.filter((f, i) => pools[i]?.newestFirst === false && f.pairs >= least.pairs && (f.inOrder ?? 1) < 1 - least.outOfOrder).length;
  const crowded = facts.filter((f) => f.atOnce > 1.1).length;
  return [
    ...(started === 0 ? ['The log records no starts: hands-on time is unknown, every step is a wait of its own, and nothing can be said of people.'] : []),
    ...(started > 0 && pools.length === 0 ? ['No step has both a start and a person: nothing waits for people, and nothing can be said of them.'] : []),
    ...(started > 0 && started < all * 0.99 ? [`${Math.round((1 - started / all) * 100)} in 100 steps have no start; where an activity has none, its hands-on time counts as waiting.`] : []),
    'The wait before the first step of a case is not in the log; cases are taken in when they were.',
    ...(pools.length > 0 ? ['People are at work from their first to their last work of a shift, and with nothing to do from when to when they usually are; a short shift lasts as long as their pool is open. What they began they finish.'] : []),
    ...(staffed.left ? ['Some people worked regularly in the last eight weeks and then were not seen for three weeks or more, longer than ever before: they are taken to have left, and the others to do the work.'] : []),
    ...(staffed.came ? ['Some people came in the last eight weeks: they are taken to stay.'] : []),
    ...(crowded > 0 ? [`In ${crowded} of ${pools.length} pools people have several pieces of work in hand at once, as often as in the log.`] : []),
    ...(pools.some((p) => p.newestFirst) ? ['In some pools the newest work is taken first, as in the log.'] : pools.length > 0 ? ['The oldest waiting work is taken first.'] : []),
    ...(muddled > 0 ? [`In ${muddled} of ${pools.length} pools work is taken out of its order more than one time in five, by a rule that the log does not name: who is urgent waits less than simulated, the others more.`] : []),
    ...(together >= least.together ? [`${Math.round(together * 100)} in 100 cases begin at the same instant as another; in the simulation they come one by one, so that waits for people may be too short.`] : []),
    ...(classes.attribute === null ? [] : [`Work is divided among people by “${classes.attribute}”.`]),
    ...(beside.length > 0 ? [`Side by side: ${beside.slice(0, 5).map(([a, b]) => `“${activities[a]}” and “${activities[b]}”`).join('; ')}${beside.length > 5 ? `; and ${beside.length - 5} more pairs` : ''}.`] : []),
    ...(rules.ends.length === 0 ? ['No activity is agreed to end a case: it is complete at its last step.'] : []),
    'Cases take the routes that were seen, as often as they were seen.',
    `Each run begins ${Math.ceil(warmUpSeconds / 86_400)} days before the weeks that count, with nothing under way, to fill the queues; changes hold from there on, so that figures are of a process that has settled. A stop is where it is.`,
  ];
}
