/** Which steps lie behind a figure, as the API asks for them. */
export interface StepsBehind {
  readonly step?: string;
  readonly after?: string;
  readonly again?: boolean;
  readonly later?: boolean;
  /** Of the activity, in batches or not. */
  readonly batched?: boolean;
  /** Of the week, from Monday 00:00. */
  readonly hour?: number;
  /** With an hour: worked on in it, instead of begun. */
  readonly worked?: boolean;
  readonly fromResource?: string;
  readonly toResource?: string;
  readonly fromFunction?: string;
  readonly toFunction?: string;
  /** Of no activity that the process lists. */
  readonly noFunction?: boolean;
  /** Of which it is not known when they start. */
  readonly withoutStart?: boolean;
  /** Before which work changed hands. */
  readonly hands?: 'changed';
}

/**
 * As an address says it.
 * @example writeSteps({ step: 'Pick', after: 'Pack & go' }) // 'step=Pick&after=Pack+%26+go'
 */
export function writeSteps(of: StepsBehind): string {
  return new URLSearchParams(Object.entries(of).map(([name, value]) => [name, String(value)])).toString();
}

/** What an address says; what is none of it is left out. */
export function readSteps(text: string): StepsBehind {
  const said = new URLSearchParams(text);
  const texts = ['step', 'after', 'fromResource', 'toResource', 'fromFunction', 'toFunction'].flatMap((name) => { const value = said.get(name); return value === null ? [] : [[name, value]]; });
  const hour = Number(said.get('hour') ?? Number.NaN);
  const marks = ['again', 'later', 'noFunction', 'withoutStart', 'worked'].flatMap((name) => (said.get(name) === 'true' ? [[name, true]] : []));
  const batched = said.get('batched');
  return { ...Object.fromEntries([...texts, ...marks]), ...(batched === 'true' || batched === 'false' ? { batched: batched === 'true' } : {}), ...(said.get('hands') === 'changed' ? { hands: 'changed' } : {}), ...(Number.isInteger(hour) ? { hour } : {}) };
}

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/**
 * In words.
 * @example stepsTitle({ step: 'Ship', after: 'Pack' }) // '“Ship” after “Pack”'
 */
export function stepsTitle({ step, after, again, later, hour, worked, fromResource, toResource, fromFunction, toFunction, noFunction, withoutStart, batched, hands }: StepsBehind): string {
  const clock = (h: number) => `${String(h).padStart(2, '0')}:00`;
  const pair = (from: string | undefined, to: string | undefined) => (from === undefined || to === undefined ? [] : [`from ${from} to ${to}`]);
  return [
    step === undefined ? 'Steps' : `“${step}”`, ...(after === undefined ? [] : [`after “${after}”`]), ...(again === true ? ['done again'] : []), ...(later === true ? ['once the case is complete'] : []),
    ...(hour === undefined ? [] : [`${worked === true ? 'in work' : 'begun'} on ${DAYS[Math.floor(hour / 24)] ?? ''} from ${clock(hour % 24)} to ${clock((hour % 24) + 1)}`]), ...pair(fromResource, toResource), ...pair(fromFunction, toFunction),
    ...(noFunction === true ? ['of no function'] : []), ...(withoutStart === true ? ['without a known start'] : []), ...(batched === undefined ? [] : [batched ? 'done in batches' : 'not done in batches']), ...(hands === undefined ? [] : ['before which work changed hands']),
  ].join(' ');
}
