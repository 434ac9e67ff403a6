import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { count, percent } from '../ui/format.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { filters, type FlowSearch } from './search.ts';
import css from './flow.module.css';

const STEP = 25;

/** The different ways that cases took, the most frequent first, each as the chain of its activities. */
export function VariantsView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const [limit, setLimit] = useState(STEP);
  const query = filters(search);
  const variants = useQuery({ ...asks('/event-logs/{id}/variants', { path: { id: log.id }, query: { ...query, limit } }), placeholderData: keepPreviousData });
  const summary = useQuery(asks('/event-logs/{id}/summary', { path: { id: log.id }, query })).data;
  const cases = summary?.cases ?? log.cases;
  const part = (n: number) => (cases === 0 ? 0 : Math.min(1, n / cases));
  if (variants.error !== null) return <ErrorState error={variants.error} again={variants.refetch} />;
  if (variants.data === undefined) return <Loading what="variants" lines={8} />;
  const most = variants.data[0]?.count ?? 1;
  const upTo = running(variants.data.map((v) => v.count));
  return (
    <section>
      <h2>{variants.data.length < (summary?.variants ?? 0) ? `The ${count(variants.data.length)} most frequent of ${count(summary?.variants ?? 0)} ways, ${percent(part(upTo.at(-1) ?? 0))} of cases together` : `All ${count(variants.data.length)} ways`}</h2>
      <ol className={css.variants}>
        {variants.data.map((v, i) => (
          <li key={v.variant ?? v.activities.join('\u0000')}>
            <div className={css.variantHead}><b>{count(v.count)}</b> <span>{percent(part(v.count))} of cases{i === 0 ? '' : `, ${percent(part(upTo[i] ?? 0))} with those above`}</span> <VariantLink variant={v.variant} /></div>
            <div className={css.meter}><span style={{ width: `${(v.count / most) * 100}%` }} /></div>
            <ol className={css.chain}>{v.activities.map((a, j) => <li key={j}><span>{a}</span></li>)}</ol>
          </li>
        ))}
      </ol>
      {variants.data.length < limit ? null : <Button onClick={() => setLimit(limit + STEP)} loading={variants.isFetching}>More variants</Button>}
    </section>
  );
}

function running(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((n) => (sum += n));
}

function VariantLink({ variant }: { readonly variant: number | undefined }) {
  if (variant === undefined) return null;
  return <Link from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const, variant, node: undefined, edge: undefined })}>Only these</Link>;
}
