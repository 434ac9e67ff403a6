import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { asks } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { count, numbered } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { filters, type FlowSearch } from '../search.ts';
import { DottedChart } from './dotted-chart.tsx';
import type { Dots } from './dots-option.ts';
import { Section } from './section.tsx';
import flow from '../flow.module.css';
import css from './time.module.css';

/** Every case as a line of dots, one an event; one step stands out. */
export function DottedPart({ log, search, zone, marked }: { readonly log: EventLog; readonly search: FlowSearch; readonly zone: string; readonly marked: string | undefined }) {
  const navigate = useNavigate({ from: '/flow' });
  const found = useQuery(asks('/event-logs/{id}/performance/dots', { path: { id: log.id }, query: filters(search) }));
  if (found.error !== null) return <ErrorState error={found.error} again={found.refetch} />;
  if (found.data === undefined) return <Loading what="the dotted chart" lines={8} />;
  const dots = found.data;
  const across = search.dots ?? 'since';
  const seen = [...new Set(dots.activity)].map((a) => dots.activities[a] ?? '').sort();
  return (
    <Section log={log} search={search} title="Each case as a line of dots" said={sampleWords(dots)}>
      <div className={`${css.controls} no-print`}>
        <fieldset className={flow.shows}>
          <legend className="visually-hidden">What runs across</legend>
          {(['since', 'when'] as const).map((a) => <label key={a} className={flow.radio}><input type="radio" name="dots" className="visually-hidden" checked={a === across} onChange={() => void navigate({ search: (now) => ({ ...now, dots: a }), resetScroll: false })} /><span>{a === 'since' ? 'Since the case began' : 'By date'}</span></label>)}
        </fieldset>
        <NativeSelect label="Step that stands out" value={marked ?? ''} data={seen} onChange={(e) => { const mark = e.currentTarget.value; void navigate({ search: (now) => ({ ...now, mark }), resetScroll: false }); }} />
      </div>
      <DottedChart dots={dots} across={across} zone={zone} marked={marked} name={`${sampleWords(dots)} ${marked === undefined ? '' : `“${marked}” stands out.`}`} />
      <p className={css.note}>Down: cases in the order in which they began. Across: {across === 'since' ? 'time since the first event of the case' : 'the date'}. A dot leads to its case; the list of cases says the same in words.</p>
    </Section>
  );
}

function sampleWords({ cases, case: events, sampledFrom, cut }: Dots): string {
  if (cut) return `One case has so many events that only its first ${count(events.length)} are drawn.`;
  return cases.length === sampledFrom.cases ? `${cases.length === 1 ? 'The only case' : `All ${count(cases.length)} cases`} in view, ${numbered(events.length, 'event')}.` : `A sample of ${count(cases.length)} of ${count(sampledFrom.cases)} cases in view, the same each time: ${count(events.length)} of ${count(sampledFrom.events)} events.`;
}
