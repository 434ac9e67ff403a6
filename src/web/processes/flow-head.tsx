import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { count, duration, percent } from '../ui/format.ts';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { allEdges, type MapEdge } from './map/detail.ts';
import { edgeName } from './conditions.ts';
import { filters, type FlowSearch } from './search.ts';
import { shownView } from './views.tsx';
import css from './flow.module.css';

interface FlowHeadProps {
  readonly log: EventLog;
  readonly search: FlowSearch;
  readonly meta: string;
  readonly actions: ReactNode;
}

/** Where most time passes, said aloud, its figures open the cases that they were counted from; above a view that says a sentence itself, the name of the log. */
export function FlowHead({ log, search, meta, actions }: FlowHeadProps) {
  if (shownView(log, search).says === true) return <PageHead title={`How work flows: ${log.name}`} meta={meta} actions={actions} quiet>{log.name}</PageHead>;
  return <Longest log={log} search={search} meta={meta} actions={actions} />;
}

function Longest({ log, search, meta, actions }: FlowHeadProps) {
  const { data: map, error } = useQuery(asks('/event-logs/{id}/map', { path: { id: log.id }, query: filters(search) }));
  const edges = map === undefined ? [] : allEdges(map).filter((e) => e.seconds !== null);
  const slow = longest(edges);
  const total = edges.reduce((sum, e) => sum + (e.seconds?.sum ?? 0), 0);
  return (
    <>
      <PageHead title={`How work flows: ${log.name}`} meta={meta} actions={actions}>{error !== null ? 'These filters cannot be used here.' : map === undefined ? log.name : map.activities.length === 0 ? 'No case fits these filters.' : slow === undefined ? 'All steps of a case carry the same time.' : <>Most time passes between “{slow.from}” and “{slow.to}”.</>}</PageHead>
      <div className={css.lead}>
        {slow?.seconds == null ? null : <Lead>That step was taken <Rows edge={slow} meaning={`Moves from “${slow.from}” directly to “${slow.to}”, counted over all events in view.`}>{count(slow.count)} times</Rows>; half of them took more than <Rows edge={slow} meaning="The median of the time from one event to the next, nights and weekends included. It holds waiting and work alike.">{duration(slow.seconds.median)}</Rows>. It is <Rows edge={slow} meaning="The sum of these times, as a share of all time between the events of the cases in view.">{percent(total === 0 ? 0 : slow.seconds.sum / total)}</Rows> of all time between steps.</Lead>}
      </div>
    </>
  );
}

function longest(edges: readonly MapEdge[]): MapEdge | undefined {
  return edges.filter((e) => (e.seconds?.sum ?? 0) > 0).sort((a, b) => (b.seconds?.sum ?? 0) - (a.seconds?.sum ?? 0))[0];
}

/** A figure of the view in hand: a door to the cases that it was counted from. */
export function Rows({ edge, meaning, children }: { readonly edge: MapEdge; readonly meaning: string; readonly children: ReactNode }) {
  return <Tooltip label={meaning} classNames={{ tooltip: css.tip ?? '' }}><Link from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const, edge: edgeName(edge.from, edge.to), node: undefined })} resetScroll={false} className={css.door}>{children}</Link></Tooltip>;
}
