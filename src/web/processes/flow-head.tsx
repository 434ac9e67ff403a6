import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asks } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { EventLog } from '../api/types.ts';
import { duration, numbered, percent } from '../ui/format.ts';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { useCompleting } from './completing.ts';
import { allEdges, type MapEdge, slowest } from './map/detail.ts';
import { edgeName } from './conditions.ts';
import { filters, type FlowSearch } from './search.ts';
import { shownView } from './views.tsx';
import css from './flow.module.css';

interface FlowHeadProps {
  readonly log: EventLog;
  readonly search: FlowSearch;
  readonly meta: ReactNode;
  readonly actions: ReactNode;
  /** The tabs and the filters: where they are does not change with the view. */
  readonly controls: ReactNode;
}

/** Where most time passes, said aloud, its figures open the cases that they were counted from; a view that says a sentence itself says it in this place. */
export function FlowHead(props: FlowHeadProps) {
  const { view, name, says } = shownView(props.log, props.search);
  const title = `${view === 'map' ? 'How work flows' : name}: ${props.log.name}`;
  return says === true ? <PageHead {...props} title={title} quiet>{title}</PageHead> : <Longest {...props} title={title} />;
}

function Longest({ log, search, ...head }: FlowHeadProps & { readonly title: string }) {
  const { data, error } = useQuery(asks('/event-logs/{id}/map', { path: { id: log.id }, query: filters(search) }));
  const completing = useCompleting(log);
  const map = completing === undefined ? undefined : data;
  const edges = map === undefined ? [] : allEdges(map).filter((e) => e.seconds !== null);
  const slow = slowest(edges, completing ?? []);
  const until = slow === undefined || completing === undefined || completing.length === 0 || completing.includes(slow.from) ? edges : edges.filter((e) => !completing.includes(e.from));
  const total = until.reduce((sum, e) => sum + (e.seconds?.sum ?? 0), 0);
  const share = total === 0 ? 0 : (slow?.seconds?.sum ?? 0) / total;
  const all = until.length === edges.length ? 'all time between steps' : 'the time between steps until a case is complete';
  return (
    <>
      <PageHead {...head}>{error !== null ? (asProblem(error).code === 'bad-input' ? 'These filters cannot be used here.' : log.name) : map === undefined ? log.name : map.activities.length === 0 ? 'No case fits these filters.' : edges.length === 0 ? 'Every case in view has one event only.' : slow === undefined ? 'All steps of a case carry the same time.' : <>{share < 0.5 ? 'The most time' : 'Most time'} passes between “{slow.from}” and “{slow.to}”.</>}</PageHead>
      <div className={css.lead}>
        {slow?.seconds == null ? null : <Lead>That step was taken <Rows edge={slow} meaning={`Moves from “${slow.from}” directly to “${slow.to}”, counted over all events in view.`}>{numbered(slow.count, 'time')}</Rows>; {slow.count === 1 ? 'it took' : 'half of them took more than'} <Rows edge={slow} meaning="The median of the time from one event to the next, nights and weekends included. It holds waiting and work alike.">{duration(slow.seconds.median)}</Rows>. It is <Rows edge={slow} meaning="The sum of these times, as a share of the time between the events of the cases in view.">{percent(share)}</Rows> of {all}.</Lead>}
      </div>
    </>
  );
}

/** A figure of the view in hand: a door to the cases that it was counted from. */
export function Rows({ edge, meaning, children }: { readonly edge: MapEdge; readonly meaning: string; readonly children: ReactNode }) {
  return <Tooltip label={meaning} classNames={{ tooltip: css.tip ?? '' }}><Link from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const, edge: edgeName(edge.from, edge.to), node: undefined })} resetScroll={false} className={css.door}>{children}</Link></Tooltip>;
}
