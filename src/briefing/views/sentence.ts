import { exactStep, grouped, phrase } from '../../language/index.ts';
import type { Claim } from '../../evidence/claims/index.ts';
import type { Statement } from '../schemas.ts';
import { ageOf } from '../sheet/statement.ts';

type Part = Statement['parts'][number];

/** What a view showed, in sentences whose figures open their claims: cases in view, where most time passes, and of weekly measures the last week. */
export function viewStatement(claims: readonly Claim[], asOf: number): Statement {
  const of = (measure: string) => claims.find((c) => c.measure === measure && c.estimate !== null);
  const figure = (claim: Claim): Part => ({ figure: { text: valueWords(claim), claim: claim.id, meaning: claim.meaning, age: ageOf(claim, asOf) } });
  const [cases, median, share, done, cycle] = ['cases-in-view', 'step-time-median', 'step-time-share', 'throughput', 'cycle-time-median'].map(of);
  const step = median?.parameters['step'] as { from: string; to: string } | undefined;
  const parts: Part[] = [
    ...(cases === undefined ? [] : [figure(cases), { text: ` ${cases.estimate === 1 ? 'case is' : 'cases are'} in view.` }]),
    ...(median === undefined || share === undefined || step === undefined ? [] : [{ text: ` ${(share.estimate ?? 0) < 0.5 ? 'The largest share' : 'Most'} of their time passes between “${step.from}” and “${step.to}”: half of these moves took more than ` }, figure(median), { text: ', and together they are ' }, figure(share), { text: share.parameters['until'] === undefined ? ' of all time between steps.' : ' of the time between steps until a case is complete.' }]),
    ...(done === undefined ? [] : [{ text: ' In the last whole week ' }, figure(done), { text: ` ${done.estimate === 1 ? 'case was' : 'cases were'} completed` }, ...(cycle === undefined ? [] : [{ text: '; half of them took no longer than ' }, figure(cycle)]), { text: '.' }]),
  ];
  return { parts, plain: parts.map((p) => ('text' in p ? p.text : p.figure.text)).join(''), claims: parts.flatMap((p) => ('figure' in p ? [p.figure.claim] : [])) };
}

function valueWords({ estimate, unit }: Claim): string {
  const value = estimate ?? 0;
  if (unit === 'cases') return grouped(value, Number.isInteger(value) ? 1 : exactStep(value));
  return phrase(unit === 'share' ? { kind: 'share' } : { kind: 'duration' }, { estimate: value, lo: null, hi: null }).text;
}
