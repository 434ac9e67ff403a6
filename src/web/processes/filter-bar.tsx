import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { count, numbered, percent } from '../ui/format.ts';
import { type Condition, conditionsOf, inWords, withCondition, withConditions, without } from './conditions.ts';
import { FilterForm } from './filter-form.tsx';
import { filters, type FlowSearch } from './search.ts';
import css from './flow.module.css';

/** What cases of a log can be chosen by; empty until it is known. */
export function useChoices(log: EventLog) {
  const found = useQuery({ ...asks('/event-logs/{id}/choices', { path: { id: log.id } }), staleTime: 300_000 }).data;
  return { activities: found?.activities ?? [], attributes: found?.attributes.filter((a) => !a.personal).map((a) => a.name) ?? [] };
}

/** Which cases are in view, each condition as a chip that can be changed or taken off, and how many of how many they are. */
export function FilterBar({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const { zone } = useCompany();
  const navigate = useNavigate({ from: '/flow' });
  const names = useChoices(log);
  const [open, setOpen] = useState<Condition | 'new'>();
  const opener = useRef<HTMLElement | null>(null);
  const plus = useRef<HTMLButtonElement>(null);
  // A chip that is taken off takes the focus with it.
  const gone = () => plus.current?.focus();
  const conditions = conditionsOf(search, names);
  const toggle = (what: Condition | 'new', button: HTMLElement) => { opener.current = button; setOpen(JSON.stringify(open) === JSON.stringify(what) ? undefined : what); };
  const close = () => { setOpen(undefined); opener.current?.focus(); };
  const apply = (condition: Condition) => {
    void navigate({ search: (now) => withCondition(open === undefined || open === 'new' ? now : without(now, open, names), condition, names), resetScroll: false });
    close();
  };
  return (
    <div className={css.filters}>
      <div className={css.chips}>
        {conditions.map((c) => <Chip key={JSON.stringify(c)} words={inWords(c, zone)} onOpen={c.kind === 'variants' ? undefined : (button) => toggle(c, button)} off={(now) => without(now, c, names)} onOff={gone} />)}
        <button ref={plus} type="button" className={css.chip} aria-expanded={open === 'new'} onClick={(e) => toggle('new', e.currentTarget)}>{open === 'new' ? 'Close' : '+ filter'}</button>
        {conditions.length < 2 ? null : <Link from="/flow" to="." search={(now) => withConditions(now, [])} resetScroll={false} onClick={gone} className={css.plainLink}>Take all off</Link>}
      </div>
      <InView log={log} search={search} any={conditions.length > 0} />
      {open === undefined ? null : <FilterForm key={JSON.stringify(open)} log={log} names={names} zone={zone} initial={open === 'new' ? undefined : open} onApply={apply} onClose={close} />}
    </div>
  );
}

interface ChipProps {
  readonly words: string;
  /** Absent where it is chosen elsewhere. */
  readonly onOpen: ((button: HTMLElement) => void) | undefined;
  readonly off: (now: FlowSearch) => FlowSearch;
  readonly onOff: () => void;
}

function Chip({ words, onOpen, off, onOff }: ChipProps) {
  return (
    <span className={css.condition}>
      {onOpen === undefined ? <span>{words}</span> : <button type="button" aria-label={`Change the filter: ${words}`} onClick={(e) => onOpen(e.currentTarget)}>{words}</button>}
      <Link from="/flow" to="." search={off} resetScroll={false} onClick={onOff} aria-label={`Remove the filter: ${words}`}><i aria-hidden="true">×</i></Link>
    </span>
  );
}

/** How many cases of how many every figure below is about. */
function InView({ log, search, any }: { readonly log: EventLog; readonly search: FlowSearch; readonly any: boolean }) {
  const map = useQuery(asks('/event-logs/{id}/map', { path: { id: log.id }, query: filters(search) })).data;
  // Every case begins once.
  const cases = map === undefined ? undefined : Object.values(map.start ?? {}).reduce((sum, n) => sum + n, 0);
  return <p className={css.inView} aria-live="polite">{!any ? (log.cases === 1 ? 'The only case is in view.' : `All ${count(log.cases)} cases are in view.`) : cases === undefined ? 'Counting the cases in view.' : `${count(cases)} of ${numbered(log.cases, 'case')} ${cases === 1 ? 'is' : 'are'} in view, ${percent(log.cases === 0 ? 0 : cases / log.cases)}.`}</p>;
}
