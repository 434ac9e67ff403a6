import { compared, comparison, dayPhrase, direction, figure, joined, name, nounOf, period, say, sentenceOf, undecided, verdictOf, type Difference, type Noun, type Piece, type Sentence } from '../../language/index.ts';
import { dateOfDay, localDay, weekOf } from '../../maths/time/index.ts';
import type { Claim } from '../../evidence/claims/index.ts';
import { agreedOf, differenceOf, figureOf } from './figures.ts';
import type { SheetProcess } from './model.ts';

/** The claim of a measure, if it has a figure. */
export function claimOf(claims: readonly Claim[], measure: string): Claim | undefined {
  return claims.find((c) => c.measure === measure && c.estimate !== null);
}

/** The week of a process's claims by name: “last week”, else by its Monday. */
function weekName(claim: Claim, asOf: number): string {
  const { from, to, zone } = claim.window;
  if (weekOf(zone, asOf).start === Date.parse(to)) return 'last week';
  const year = Number(dateOfDay(localDay(zone, asOf)).slice(0, 4));
  return `the week of ${dayPhrase(dateOfDay(localDay(zone, Date.parse(from))), { year })}`;
}

/** When that was, as an adverb: “last week”, “in the week of 2 November”. */
function weekWords(claim: Claim, asOf: number): string {
  const week = weekName(claim, asOf);
  return week === 'last week' ? week : `in ${week}`;
}

const isClear = (d: Difference | null): d is Difference => d !== null && ['rose', 'fell', 'no effect'].includes(verdictOf(d));

/** The comparison where it says something, else nothing: what cannot be told is said once for the process. */
const ifClear = (d: Difference | null): Piece[] => (isClear(d) ? compared(d) : []);

const wereFor = (claim: Claim): Piece => ({ kind: 'words', text: claim.estimate === 1 ? 'was' : 'were' });

/** The sentence of one measure on its own, with its comparison in full; null without a figure. */
export function measureSentence(process: SheetProcess, measure: string, asOf: number, full: boolean): Sentence | null {
  const claim = claimOf(process.claims, measure);
  if (claim === undefined) return null;
  const noun = nounOf(process.caseNoun);
  const [value, difference] = [figureOf(claim, noun)!, differenceOf(claim, noun)];
  const against = full && difference !== null ? compared(difference) : ifClear(difference);
  const week = period(weekWords(claim, asOf));
  switch (measure) {
    case 'throughput': return say`${figure(value)} ${wereFor(claim)} completed ${week}${against}.`;
    case 'cycle-time-median': return say`A typical ${name(noun.one)} took ${figure(value)} ${week}${against}.`;
    case 'on-time-share': return say`${figure(value)} of ${name(noun.many)} were done within the agreed ${figure(agreedOf(claim)!)} ${week}${against}.`;
    case 'rework-share': return say`${figure(value)} of ${name(noun.many)} had a step done again ${week}${against}.`;
    case 'work-in-progress': return say`${figure(value)} ${wereFor(claim)} in progress at the end of ${period(weekName(claim, asOf))}${against}.`;
    default: throw new RangeError(`No sentence knows the measure “${measure}”`);
  }
}

/** Measures in the order in which a change for the worse is raised. */
const raised = ['cycle-time-median', 'on-time-share', 'rework-share', 'work-in-progress'] as const;
const better: Readonly<Record<(typeof raised)[number], 'rose' | 'fell'>> = { 'cycle-time-median': 'fell', 'on-time-share': 'rose', 'rework-share': 'fell', 'work-in-progress': 'fell' };

/** The measures that changed for the worse, beyond their interval, the gravest first. */
export function gotWorse(process: SheetProcess): string[] {
  const noun = nounOf(process.caseNoun);
  return raised.filter((measure) => {
    const claim = claimOf(process.claims, measure);
    const difference = claim === undefined ? null : differenceOf(claim, noun);
    const verdict = difference === null ? 'no interval' : verdictOf(difference);
    return (verdict === 'rose' || verdict === 'fell') && verdict !== better[measure];
  });
}

/** The headline of a process that changed for the worse: what, when, compared with what. */
export function worseHeadline(process: SheetProcess, measure: string, asOf: number): Sentence {
  const noun: Noun = nounOf(process.caseNoun);
  const claim = claimOf(process.claims, measure)!;
  const difference = differenceOf(claim, noun)!;
  const word = direction(difference, verdictOf(difference) as 'rose' | 'fell');
  const [week, than] = [period(weekWords(claim, asOf)), comparison(difference)];
  switch (measure) {
    case 'cycle-time-median': return say`${name(noun.many)} took ${word} ${week} than ${than}.`;
    case 'on-time-share': return say`The share of ${name(noun.many)} on time was ${word} ${week} than ${than}.`;
    case 'rework-share': return say`The share of ${name(noun.many)} with a step done again was ${word} ${week} than ${than}.`;
    default: return say`There were ${word} ${name(noun.many)} in progress at the end of ${period(weekName(claim, asOf))} than ${than}.`;
  }
}

/** The line of a process: its week in figures, changes where they are clear, and once what cannot be told. */
export function processLine(process: SheetProcess, asOf: number): Sentence | null {
  const noun = nounOf(process.caseNoun);
  const found = ['throughput', 'work-in-progress', 'on-time-share', 'rework-share'].flatMap((m) => claimOf(process.claims, m) ?? []);
  if (found.length === 0) return null;
  const said = found.map((claim) => clause(claim, noun, asOf));
  const differences = found.flatMap((claim) => differenceOf(claim, noun) ?? []);
  const open = differences.filter((d) => verdictOf(d) === 'cannot tell');
  const closing = open[0] === undefined ? [] : [open.length < differences.length
    ? say`For the rest, ${undecided(open[0])} whether anything changed.`
    : say`For all of this, ${undecided(open[0])} whether it differs from the weeks before.`];
  return joined(sentenceOf([name(process.name), { kind: 'words', text: ':' }]), ...said, ...closing);
}

/** One measure inside the line of a process, whose week and cases are named once, with the cases completed. */
function clause(claim: Claim, noun: Noun, asOf: number): Sentence {
  const [value, against] = [figureOf(claim, noun)!, ifClear(differenceOf(claim, noun))];
  switch (claim.measure) {
    case 'throughput': return say`${figure(value)} ${wereFor(claim)} completed ${period(weekWords(claim, asOf))}${against}.`;
    case 'work-in-progress': return say`${figure(value)} ${wereFor(claim)} in progress at its end${against}.`;
    case 'on-time-share': return say`${figure(value)} were done within the agreed ${figure(agreedOf(claim)!)}${against}.`;
    default: return say`${figure(value)} had a step done again${against}.`;
  }
}
