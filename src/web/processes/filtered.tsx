import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asks } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { EventLog } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { conditionsOf, inWords, withConditions, without } from './conditions.ts';
import { useChoices } from './filter-bar.tsx';
import { filters, type FlowSearch } from './search.ts';

/** A view of the cases in view; where the filters let none pass, or ask for what the log does not have, what can be done about it. */
export function Filtered({ log, search, children }: { readonly log: EventLog; readonly search: FlowSearch; readonly children: ReactNode }) {
  const query = filters(search);
  const map = useQuery({ ...asks('/event-logs/{id}/map', { path: { id: log.id }, query }), enabled: Object.keys(query).length > 0 });
  if (map.error !== null && asProblem(map.error).status === 422) return <><ErrorState error={map.error} /><WaysOn log={log} search={search} title="Some filter asks for what this log cannot tell." /></>;
  if (map.data?.activities.length === 0) return <WaysOn log={log} search={search} title="No case fits all of these filters together." />;
  return children;
}

/** What was pressed goes away with what it stood in. */
function toPage(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}

function WaysOn({ log, search, title }: { readonly log: EventLog; readonly search: FlowSearch; readonly title: string }) {
  const { zone } = useCompany();
  const names = useChoices(log);
  const conditions = conditionsOf(search, names);
  const off = conditions.length < 2 ? [] : conditions.map((c) => <Link key={JSON.stringify(c)} from="/flow" to="." search={(now) => without(now, c, names)} resetScroll={false} onClick={toPage}>Without: {inWords(c, zone)}</Link>);
  return <EmptyState title={title} actions={<>{off}<Link from="/flow" to="." search={(now) => withConditions(now, [])} resetScroll={false} onClick={toPage}>Take all filters off</Link></>}>Take one of them off, or change it above.</EmptyState>;
}
