import { Button, Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog, Get } from '../api/types.ts';
import { count, percent } from '../ui/format.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { ComparisonView } from './comparison/comparison-view.tsx';
import { withCondition } from './conditions.ts';
import { Download } from './download.tsx';
import { filters, type FlowSearch } from './search.ts';
import css from './flow.module.css';

const STEP = 25;
/** Steps of one way that are drawn; beyond, the file has them. */
const DRAWN = 150;
/** Variants that fit beside each other. */
const MOST = 4;

interface ViewProps { readonly log: EventLog; readonly search: FlowSearch }

/** The ways that cases took; where the address holds some to compare, these beside each other. */
export function VariantsView({ log, search }: ViewProps) {
  return search.compare === undefined && search.against === undefined ? <VariantList log={log} search={search} /> : <ComparisonView log={log} search={search} />;
}

/** The different ways that cases took, the most frequent first, each as the chain of its activities. */
function VariantList({ log, search }: ViewProps) {
  const [limit, setLimit] = useState(STEP);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const query = filters(search);
  const variants = useQuery({ ...asks('/event-logs/{id}/variants', { path: { id: log.id }, query: { ...query, limit } }), placeholderData: keepPreviousData });
  const summary = useQuery(asks('/event-logs/{id}/summary', { path: { id: log.id }, query })).data;
  const cases = summary?.cases ?? log.cases;
  const part = (n: number) => (cases === 0 ? 0 : Math.min(1, n / cases));
  if (variants.error !== null) return <ErrorState error={variants.error} again={variants.refetch} />;
  if (variants.data === undefined) return <Loading what="variants" lines={8} />;
  const most = variants.data[0]?.count ?? 1;
  const upTo = running(variants.data.map((v) => v.count));
  const choose = (variant: number) => setChosen(chosen.includes(variant) ? chosen.filter((v) => v !== variant) : [...chosen, variant]);
  return (
    <section>
      <h2>{variants.data.length < (summary?.variants ?? 0) ? `The ${count(variants.data.length)} most frequent of ${count(summary?.variants ?? 0)} ways, ${percent(part(upTo.at(-1) ?? 0))} of cases together` : variants.data.length === 1 ? 'The only way' : `All ${count(variants.data.length)} ways`}</h2>
      <Download log={log} search={search} file="variants.csv">{Object.keys(query).length === 0 ? null : <Link from="/flow" to="." search={(now) => ({ ...now, against: 'all' as const, compare: undefined })} resetScroll={false}>Compare the cases in view with all cases</Link>}</Download>
      <ol className={css.variants}>
        {variants.data.map((v, i) => (
          <li key={v.variant ?? v.activities.join('\u0000')}>
            <VariantHead variant={v} position={i + 1} chosen={v.variant !== undefined && chosen.includes(v.variant)} onChoose={choose} shares={`${percent(part(v.count))} of cases${i === 0 ? '' : `, ${percent(part(upTo[i] ?? 0))} with those above`}`} />
            <div className={css.meter}><span style={{ width: `${(v.count / most) * 100}%` }} /></div>
            <Chain activities={v.activities} />
          </li>
        ))}
      </ol>
      {variants.data.length < limit ? null : <Button onClick={() => setLimit(limit + STEP)} loading={variants.isFetching}>More variants</Button>}
      {chosen.length === 0 ? null : <div className={`${css.chosen} no-print`}><LinkButton variant="filled" from="/flow" to="." search={(now) => withCondition(now, { kind: 'variants', numbers: chosen })} onClick={() => setChosen([])}>{chosen.length === 1 ? 'Only the chosen variant' : `Only the ${chosen.length} chosen variants`}</LinkButton>{chosen.length < 2 || chosen.length > MOST ? null : <LinkButton from="/flow" to="." search={(now) => ({ ...now, compare: [...chosen], against: undefined })}>Compare the {chosen.length} side by side</LinkButton>}{chosen.length > MOST ? <span>Up to {MOST} can be compared.</span> : null}</div>}
    </section>
  );
}

function Chain({ activities }: { readonly activities: readonly string[] }) {
  const more = activities.length - DRAWN;
  return <ol className={css.chain}>{activities.slice(0, DRAWN).map((a, j) => <li key={j}><span>{a}</span></li>)}{more > 0 ? <li>and {count(more)} more {more === 1 ? 'step' : 'steps'}</li> : null}</ol>;
}

function running(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((n) => (sum += n));
}

interface VariantHeadProps {
  readonly variant: Get<'/event-logs/{id}/variants'>[number];
  readonly position: number;
  readonly chosen: boolean;
  readonly onChoose: (variant: number) => void;
  readonly shares: string;
}

function VariantHead({ variant: { variant, count: n }, position, chosen, onChoose, shares }: VariantHeadProps) {
  return (
    <div className={css.variantHead}>
      {variant === undefined ? null : <Checkbox size="sm" aria-label={`Choose variant ${position}`} checked={chosen} onChange={() => onChoose(variant)} />}
      <b>{count(n)}</b> <span>{shares}</span>
      {variant === undefined ? null : <Link from="/flow" to="." search={(now) => ({ ...withCondition(now, { kind: 'variants', numbers: [variant] }), view: 'cases' as const, node: undefined, edge: undefined })}>Only these</Link>}
    </div>
  );
}
