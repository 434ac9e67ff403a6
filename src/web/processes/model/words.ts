import { count } from '../../ui/format.ts';

/** What an activity may do in one run of a model. */
interface Use {
  readonly activity: string;
  readonly least: number;
  readonly most: number | null;
}

interface Facts {
  readonly activities: readonly Use[];
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/**
 * A discovered model in one sentence: how many activities, how many always happen, and which may happen again.
 * @example headline([{ activity: 'Ship', least: 1, most: 1 }], 10) // 'In the model of these 10 cases its one activity, “Ship”, always happens.'
 */
export function headline(activities: readonly Use[], cases: number): string {
  const of = `In the model of ${cases === 1 ? 'this one case' : `these ${count(cases)} cases`}`;
  const [only] = activities;
  if (only === undefined) return `${of} nothing happens.`;
  const always = activities.filter((a) => a.least > 0).length;
  const again = activities.filter((a) => a.most === null || a.most > 1).length;
  const repeats = again === 0 ? '' : again === 1 ? '; one may happen more than once' : `; ${count(again)} may happen more than once`;
  if (activities.length === 1) return `${of} its one activity, “${only.activity}”, ${always === 1 ? 'always' : 'sometimes'} happens${again === 1 ? ' and may happen more than once' : ''}.`;
  if (always === activities.length) return `${of} all ${count(always)} activities always happen${repeats}.`;
  return `${of} ${always === 0 ? 'none' : count(always)} of ${count(activities.length)} activities always ${always <= 1 ? 'happens' : 'happen'}, ${always === 0 ? 'each' : activities.length - always === 1 ? 'the other' : `the other ${count(activities.length - always)}`} only sometimes${repeats}.`;
}

const NAMED = 4;

/**
 * Some names in a sentence.
 * @example listed(['A', 'B', 'C'], 'or') // '“A”, “B” or “C”'
 */
export function listed(names: readonly string[], word: 'and' | 'or'): string {
  const shown = names.slice(0, names.length > NAMED ? NAMED - 1 : NAMED).map((n) => `“${n}”`);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${count(rest)} ${rest === 1 ? 'other' : 'others'}`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1)}`;
}

/**
 * How runs of a model begin and end.
 * @example bounds({ activities: [], first: ['A'], last: ['B', 'C'] }) // 'A run begins with “A” and ends with “B” or “C”.'
 */
export function bounds({ first, last }: Facts): string {
  return first.length === 0 ? 'A run may be empty.' : `A run begins with ${listed(first, 'or')} and ends with ${listed(last, 'or')}.`;
}

/**
 * How often an activity happens in one run.
 * @example often({ activity: 'A', least: 0, most: null }) // 'any number of times, also never'
 */
export function often({ least, most }: Use): string {
  if (least === 0) return most === 1 ? 'once or never' : most === null ? 'any number of times, also never' : `up to ${count(most)} times, also never`;
  if (least === most) return least === 1 ? 'exactly once' : `exactly ${count(least)} times`;
  return most === null ? (least === 1 ? 'once or more' : `${count(least)} times or more`) : `${count(least)} to ${count(most)} times`;
}

/** A line of an outline with the lines below it. */
export interface OutlineLine {
  readonly text: string;
  readonly below: OutlineLine[];
}

/**
 * An indented text as lines inside lines.
 * @example outlineLines('one of\n  a\n  b\n')[0].below.length // 2
 */
export function outlineLines(text: string): OutlineLine[] {
  const root: OutlineLine[] = [];
  const open: OutlineLine[][] = [root];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
    const made = { text: line.trim(), below: [] };
    open[depth]?.push(made);
    open.length = depth + 1;
    open.push(made.below);
  }
  return root;
}

/** What kind of file a model is, in words. */
export function formatWords(format: 'bpmn' | 'pnml' | 'tree'): string {
  return { bpmn: 'BPMN', pnml: 'Petri net (PNML)', tree: 'process tree' }[format];
}

/** Where a kept model comes from, to be put after its date. */
export function sourceWords(discovered: { readonly noise: number; readonly filter: string } | null): string {
  if (discovered === null) return 'recorded as a file';
  return `discovered in ${discovered.filter === '' ? 'all cases' : 'the cases of a filter'}, ${discovered.noise === 0 ? 'nothing left out' : `rare ways left out (${Math.round(discovered.noise * 100)} %)`}`;
}

