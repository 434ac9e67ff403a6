import { grouped, joined, name, nounOf, readability, say, type Sentence } from '../../language/index.ts';
import { dateOfDay, localDay, weekday } from '../../maths/time/index.ts';
import type { Claim } from '../../evidence/claims/index.ts';
import type { Sheet, Statement } from '../schemas.ts';
import type { PostRef, SheetInput, SheetProcess, SheetService } from './model.ts';
import { claimOf, gotWorse, measureSentence, processLine, worseHeadline } from './process-sentences.ts';
import { belowHeadline, belowSentence, downHeadline, downSentence, downTimeSentence, needSentence, reachedSentence } from './service-sentences.ts';
import { evidenceUpTo, statementOf } from './statement.ts';

/** The version of all sentences and of what else a sheet says; a change of any word raises it, so that verify compares like with like. */
export const wordingVersion = 1;

/** At most so many things are put before a reader at once; the rest stays on its own page. */
export const mostActions = 7;

/** One page from claims: what is true, what needs somebody, how work flows and whether the basics are safe. */
export function composeSheet(input: SheetInput): Sheet {
  const claims = new Map([...input.processes.flatMap((p) => p.claims), ...input.services.flatMap((s) => s.claims), ...input.claims].map((c) => [c.id, c]));
  const state = (s: Sentence) => statementOf(s, claims, input.asOf);
  const newest = evidenceUpTo([...claims.values()]);
  const { headline, lead } = opening(input);
  const sheet: Omit<Sheet, 'readability'> = {
    company: input.company.name, zone: input.company.zone,
    asOf: new Date(input.asOf).toISOString(), pinned: input.pinned, wording: wordingVersion, evidenceUpTo: newest === null ? null : new Date(newest).toISOString(),
    headline: state(headline), lead: lead.map(state),
    actions: actionsOf(input, state), charts: chartsOf(input, state), sections: sectionsOf(input, state),
    empty: claims.size > 0 ? null : { why: 'Nothing is measured yet.', next: [{ label: 'Bring in an event log', to: '/sources' }, { label: 'Describe the company', to: '/settings' }] },
  };
  const { grade, longestSentenceWords } = readability(withoutNames(sheetText(sheet), namesOf(input)));
  return { ...sheet, readability: { grade, longestSentenceWords } };
}

/** Every sentence of a sheet in order, one a line: what the reader reads. */
export function sheetText(sheet: Pick<Sheet, 'headline' | 'lead' | 'actions' | 'charts' | 'sections'>): string {
  return [sheet.headline, ...sheet.lead, ...sheet.actions.flatMap((a) => [a.statement, a.why]), ...sheet.charts.map((c) => c.title), ...sheet.sections.flatMap((s) => s.statements)]
    .map((s) => s.plain).filter((t) => t !== '').join('\n\n');
}

/** Names of records in a sheet: long or short, they are no fault of its English. */
export function namesOf(input: SheetInput): string[] {
  return [...input.processes.flatMap((p) => [p.name, nounOf(p.caseNoun).one, nounOf(p.caseNoun).many]), ...input.services.flatMap((s) => [s.name, ...(s.supplier === null ? [] : [s.supplier])]), input.company.name];
}

const withoutNames = (text: string, names: readonly string[]): string => [...names].sort((a, b) => b.length - a.length).reduce((t, n) => t.replaceAll(n, 'Name'), text);

const downOf = (input: SheetInput): SheetService[] => input.services.filter((s) => s.state === 'down').sort((a, b) => a.tier - b.tier || (a.since ?? 0) - (b.since ?? 0));
const belowOf = (input: SheetInput): SheetService[] => input.services.filter((s) => s.below === true).sort((a, b) => a.tier - b.tier || (a.name < b.name ? -1 : 1));
const worseOf = (input: SheetInput): { process: SheetProcess; measures: string[] }[] => input.processes.map((process) => ({ process, measures: gotWorse(process) })).filter((w) => w.measures.length > 0);
const companyClaim = (input: SheetInput, measure: string): Claim | undefined => claimOf(input.claims, measure);

function opening(input: SheetInput): { headline: Sentence; lead: Sentence[] } {
  const [down, below, worse] = [downOf(input), belowOf(input), worseOf(input)];
  const [downClaim, belowClaim] = [companyClaim(input, 'services-down'), companyClaim(input, 'services-below-level')];
  const missed = below.length > 0 && belowClaim !== undefined ? [belowHeadline(belowClaim, oneWindow(below))] : [];
  const slower = worse.map(({ process, measures }) => worseHeadline(process, measures[0]!, input.asOf));
  if (down.length > 0 && downClaim !== undefined) {
    const details = down.slice(0, 3).map((s) => { const need = needSentence(s); const since = downSentence(s, input.asOf, input.company.zone); return need === null ? since : joined(since, need); });
    return { headline: downHeadline(down, downClaim), lead: [...details, ...missed, ...slower] };
  }
  const [first, ...rest] = [...missed, ...slower];
  if (first !== undefined) return { headline: first, lead: rest };
  if (input.processes.every((p) => p.claims.length === 0) && input.services.length === 0) return { headline: say`There is nothing to say yet.`, lead: [] };
  return { headline: say`Nothing on record needs you today.`, lead: belowClaim === undefined ? [] : [reachedSentence(belowClaim)] };
}

/** The window in words where all share one. */
function oneWindow(services: readonly SheetService[]): string | null {
  const words = [...new Set(services.map((s) => s.windowWords))];
  return words.length === 1 ? words[0]! : null;
}

type Action = Sheet['actions'][number];

function actionsOf(input: SheetInput, state: (s: Sentence) => Statement): Action[] {
  const { asOf, company: { zone } } = input;
  const today = dateOfDay(localDay(zone, asOf));
  const due = reviewDate(asOf, zone);
  const make = (verb: Action['verb'], tone: Action['tone'], statement: Sentence, why: Sentence | null, post: PostRef, by: string, link: Action['link']): Action =>
    ({ verb, tone, statement: state(statement), why: why === null ? { parts: [], plain: '', claims: [] } : state(why), post: { ...post }, by, link });
  const down = downOf(input).map((s) => make('Act', 'stop', say`Bring ${name(s.name)} back.`, downSentence(s, asOf, zone), s.owner, today, input.link({ kind: 'service', id: s.id })));
  const below = belowOf(input).flatMap((s) => {
    const statement = belowSentence(s);
    // What a service that is down now is needed for stands beside its stop already.
    const [time, need] = [downTimeSentence(s), s.state === 'down' ? null : needSentence(s)];
    return statement === null ? [] : [make('Act', 'watch', statement, time === null ? need : need === null ? time : joined(time, need), s.owner, due, input.link({ kind: 'service', id: s.id }))];
  });
  const worse = worseOf(input).map(({ process, measures }) => {
    const why = measureSentence(process, measures[1] ?? (measures[0] === 'on-time-share' ? 'cycle-time-median' : 'on-time-share'), asOf, true);
    return make('Ask', 'watch', measureSentence(process, measures[0]!, asOf, true)!, why, process.owner, due, input.link({ kind: 'process', id: process.id }));
  });
  return [...down, ...below, ...worse].slice(0, mostActions);
}

/** When an answer is due that is not urgent: the next Friday that is at least three days away. */
export function reviewDate(asOf: number, zone: string): string {
  const day = localDay(zone, asOf);
  const wait = (5 - weekday(day) + 7) % 7;
  return dateOfDay(day + (wait < 3 ? wait + 7 : wait));
}

/** Processes with those that changed for the worse first. */
function gravestFirst(input: SheetInput): SheetProcess[] {
  const worse = new Set(worseOf(input).map((w) => w.process.id));
  return [...input.processes].sort((a, b) => Number(worse.has(b.id)) - Number(worse.has(a.id)));
}

function chartsOf(input: SheetInput, state: (s: Sentence) => Statement): Sheet['charts'] {
  return gravestFirst(input).flatMap((process) => {
    const claim = claimOf(process.claims, 'cycle-time-median');
    const series = process.series.find((s) => s.measure === 'cycle-time-median');
    const title = measureSentence(process, 'cycle-time-median', input.asOf, true);
    if (claim === undefined || series === undefined || title === null) return [];
    const points = series.points.map((p) => ({ ...p }));
    const total = points.reduce((sum, p) => sum + p.n, 0);
    return [{ title: state(title), series: [{ ...series, points }], source: `${process.name} · median by week, first event to completion · ${grouped(total)} ${nounOf(process.caseNoun).many} · evidence ${ageWords(claim, input.asOf, state)}` }];
  });
}

function ageWords(claim: Claim, asOf: number, state: (s: Sentence) => Statement): string {
  const part = state({ pieces: [{ kind: 'figure', text: '', claim: claim.id }], plain: '', claims: [] }).parts[0];
  return part !== undefined && 'figure' in part ? part.figure.age : `as of ${new Date(asOf).toISOString()}`;
}

function sectionsOf(input: SheetInput, state: (s: Sentence) => Statement): Sheet['sections'] {
  const flows = gravestFirst(input).flatMap((p) => { const line = processLine(p, input.asOf); return line === null ? [] : [state(line)]; });
  const unmeasured = input.processes.filter((p) => p.claims.every((c) => c.estimate === null)).map((p) => state(say`${name(p.name)} is not measured yet.`));
  const levels = companyClaim(input, 'services-below-level');
  const basics = levels === undefined ? [] : [state(reachedSentence(levels))];
  return [{ title: 'How work flows', statements: [...flows, ...unmeasured] }, { title: 'The basics', statements: basics }].filter((s) => s.statements.length > 0);
}
