import type { Get } from '../../api/types.ts';
import { capital, count, duration, number, percent, quantity } from '../../ui/format.ts';
import { conditionsOf, type Names, withCondition, without } from '../conditions.ts';
import type { FlowSearch } from '../search.ts';

export type Differences = Get<'/event-logs/{id}/differences'>;
export type Difference = Differences['differences'][number];

/**
 * What cases have that go with being slow, or fast.
 * @example inWords({ kind: 'activity done again', value: 'Check' }) // '“Check” is done more than once'
 */
export function inWords({ kind, name, value, effect }: Pick<Difference, 'kind' | 'name' | 'value' | 'effect'>): string {
  switch (kind) {
    case 'case attribute': return value === null ? `${readable(name)} is ${effect.estimate < 0 ? 'smaller' : 'larger'}` : `${readable(name)} is “${value}”`;
    case 'attribute of the first event': return value === null ? `${readable(name)} is ${effect.estimate < 0 ? 'smaller' : 'larger'} at the first event` : `${readable(name)} is “${value}” at the first event`;
    case 'activity': return `“${value}” is done`;
    case 'activity done again': return `“${value}” is done more than once`;
    case 'variant': return `Goes this way: ${value}`;
    case 'weekday of the first event': return `Begins on a ${value}`;
    case 'hour of the first event': return `Begins between ${value} and ${value?.slice(0, 3)}59`;
  }
}

/** The name of a column as words. */
export function readable(name: string | null): string {
  return capital((name ?? '').replaceAll(/[_:]+/g, ' ').trim());
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * An effect in points of a hundred, with its sign.
 * @example points(-0.236) // '−24'
 */
export function points(effect: number): string {
  const whole = number(100 * effect, 0);
  return whole === '−0' ? '0' : effect > 0 && whole !== '0' ? `+${whole}` : whole;
}

/** What slow cases took longer than, in the unit of their time. */
export function limit({ time, seconds }: Differences['split']): string {
  return time === 'working' ? quantity(seconds, 'working s') : duration(seconds);
}

/** The answer in a sentence: what of all that is known when a case starts goes most with being slow. */
export function answer({ split, tested, leastCases, differences }: Differences): string {
  if (tested === 0) return tooFew(split, leastCases);
  const first = differences.find((d) => d.knownAtStart);
  if (differences.length === 0) return `In none of the ${count(tested)} things looked at do slow cases differ from fast ones by more than chance.`;
  if (first === undefined) return 'Nothing that is known when a case starts goes with being slow or fast by more than chance; what is done on the way does.';
  const said = (side: string) => `Of what is known when a case starts, this goes most with being ${side}: ${first.kind.endsWith('of the first event') && first.name === null ? 'it ' : ''}${lower(inWords(first))}.`;
  const side = first.effect.estimate < 0 && first.value !== null ? 'fast' : 'slow';
  if (first.share === null) return said('slow');
  const share = ({ cases, slow }: { readonly cases: number; readonly slow: number }) => percent((side === 'slow' ? slow : cases - slow) / cases, 0);
  return `${said(side)} Of these cases ${share(first.share.with)} are ${side}, of the others ${share(first.share.without)}.`;
}

/** Why slow and fast cases are not compared: too few are complete, or too few are on one side. */
function tooFew(split: Differences['split'], least: number): string {
  const { slow, fast } = split;
  const wanted = `there must be at least ${least} slow and ${least} fast ones.`;
  if (slow + fast < 2 * least) return `Too few cases are complete to compare: ${wanted}`;
  if (slow >= least && fast >= least) return 'Nothing is on record of these cases by which slow and fast ones could differ.';
  if (slow === 0) return `None of the ${count(fast)} complete cases took longer than ${limit(split)}, so there are no slow ones to compare.`;
  if (fast === 0) return `All ${count(slow)} complete cases took longer than ${limit(split)}, so there are no fast ones to compare.`;
  return `Too few cases are ${slow < fast ? 'slow' : 'fast'} to compare: ${wanted}`;
}

/** An address whose filters let pass only the cases with what a row says; undefined where no filter can. */
export function onlyThese({ filter }: Difference, names: Names): ((now: FlowSearch) => FlowSearch) | undefined {
  if (filter === null) return undefined;
  const [asked] = conditionsOf(filter, names);
  if (asked === undefined) return undefined;
  return (now) => {
    const sameAttribute = conditionsOf(now, names).find((c) => c.kind === 'attribute' && asked.kind === 'attribute' && !c.not && c.name === asked.name);
    return { ...withCondition(sameAttribute === undefined ? now : without(now, sameAttribute, names), asked, names), view: 'cases', node: undefined, edge: undefined };
  };
}
