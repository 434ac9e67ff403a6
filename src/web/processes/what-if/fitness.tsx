import { Button } from '@mantine/core';
import type { EventLog } from '../../api/types.ts';
import { useMay } from '../../app/session.ts';
import { count, duration, percent } from '../../ui/format.ts';
import { ErrorState } from '../../ui/states.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import type { Ground, Result } from './model.ts';
import { useStart } from './use-start.ts';
import css from './what-if.module.css';

type Verdict = Result['validation']['verdict'];

const heads: Readonly<Record<Verdict, readonly [tone: Tone, head: string]>> = {
  good: ['accent', 'Fit to compare changes'],
  fair: ['watch', 'Fit to compare changes roughly'],
  poor: ['stop', 'Not fit: it does not match this process'],
  none: ['stop', 'Not checked'],
};

/** What the simulation of a log is fit for, before anything is asked of it. */
export function Fitness({ log, ground }: { readonly log: EventLog; readonly ground: Ground }) {
  const { start, error, pending } = useStart(log);
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const result = ground.check?.result ?? null;
  if (result !== null) return <Check result={result} ground={ground} />;
  return (
    <div className={css.check}>
      <h2>What it is fit for is not known yet</h2>
      <p className={css.said}>Before a change is simulated, the simulation is checked: it is made from all but the last weeks of the log, and compared with what really happened in these.</p>
      {may ? <Button onClick={() => start({ changes: [] })} loading={pending}>Check it now</Button> : <p className={css.quiet}>Whoever may contribute here can have it checked.</p>}
      {error === null ? null : <ErrorState error={error} />}
    </div>
  );
}

function Check({ result: { validation: v, assumptions }, ground: { inputs } }: { readonly result: Result; readonly ground: Ground }) {
  const [tone, head] = v.verdict === 'poor' && Object.values(v.figures).some((f) => f.verdict === 'good' || f.verdict === 'fair') ? (['watch', 'Fit for some figures only'] as const) : heads[v.verdict];
  const c = v.cycleTime, t = v.throughput;
  return (
    <div className={css.check} data-tone={tone}>
      <h2><Tag tone={tone}>{head}</Tag></h2>
      {c.real === null || c.simulated === null || t.real === null || t.simulated === null ? null : (
        <p className={css.said}>In the last {count(v.weeks)} weeks, which it was not made from, half of the cases took up to {duration(c.simulated * 3600, c.real * 3600)} in the simulation and {duration(c.real * 3600)} in fact; it expected {count(t.simulated)} completed cases a week, and {count(t.real)} were.</p>
      )}
      <p className={css.small}>{v.says}</p>
      {v.cautions.length === 0 ? null : <ul className={css.warnings} aria-label="Before you rely on it">{v.cautions.map((c) => <li key={c} className={css.warning}>{c}</li>)}</ul>}
      <details className={css.more}>
        <summary>How far apart, and what is taken for granted</summary>
        <dl className={css.facts}>
          <div><dt>Cycle times from the real ones, of their mean</dt><dd>{shareOf(c.share)}</dd></div>
          <div><dt>Their medians</dt><dd>{shareOf(c.median)}</dd></div>
          <div><dt>Cases completed a week</dt><dd>{shareOf(t.share)}</dd></div>
          {v.work.share === null ? null : <div><dt>Hands-on hours a week</dt><dd>{shareOf(v.work.share)}</dd></div>}
          <div><dt>The same of real weeks from one another: cycle times, medians, cases</dt><dd>{c.noise.weeks === null || c.distance === null || c.share === null || c.distance === 0 ? '–' : percent((c.noise.weeks * c.share) / c.distance)}, {shareOf(c.medianNoise)}, {shareOf(t.noise)}</dd></div>
          {v.naive.cycleTime === null ? null : <div><dt>The weeks before them, taken as they were (a naive forecast): cycle times, cases</dt><dd>{shareOf(v.naive.cycleTime)}, {shareOf(v.naive.throughput)}</dd></div>}
          {v.naive.cycleTime === null ? null : <div><dt>Cycle times as a forecast: not told {v.people.share === null ? 'how many cases would come' : 'how many cases would come and who would be at work'}</dt><dd>{shareOf(c.expected)}</dd></div>}
          {v.people.share === null ? null : <div><dt>Hours that people were at work a week, and were to be expected</dt><dd>{count(v.people.real ?? 0)}, {count(v.people.simulated ?? 0)}</dd></div>}
          <div><dt>Cases held back</dt><dd>{count(v.cases)}</dd></div>
        </dl>
        <ul className={css.list}>{assumptions.map((a) => <li key={a}>{a}</li>)}</ul>
        <p className={css.quiet}>Weeks and hours are in {inputs.rules.zone.replaceAll('_', ' ')}{inputs.process === null ? '; no process is on record for this log, so that every case ends with its last event' : `, cases end as the process “${inputs.process.name}” says`}{inputs.rules.holidays.length === 0 ? '' : `, and ${count(inputs.rules.holidays.length)} closed days of “${inputs.calendar?.name ?? ''}” are kept`}.</p>
      </details>
    </div>
  );
}

const shareOf = (share: number | null) => (share === null ? '–' : percent(share));
