import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api, asks, fileAddress, forget } from '../../api/client.ts';
import type { EventLog, Get } from '../../api/types.ts';
import { useMay, useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { count, many, percent } from '../../ui/format.ts';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { OneCase } from '../cases-view.tsx';
import { RecordProcess } from '../record-process.tsx';
import { filters, type FlowSearch } from '../search.ts';
import { CaseList } from './case-list.tsx';
import { RuleForm } from './rule-form.tsx';
import { plural, ruleCases, type RuleFigure, ruleFigure } from './words.ts';
import css from './conformance.module.css';
import flow from '../flow.module.css';

type Rules = Get<'/event-logs/{id}/rules'>;
type Recorded = Rules['items'][number];

/** What the business says must be so, and in how many of the cases in view it was; each figure opens its cases. */
export function RulesView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const [adding, setAdding] = useState(false);
  const query = filters(search);
  const found = useQuery(asks('/event-logs/{id}/rules', { path: { id: log.id }, query }));
  const may = useMayChange(found.data);
  if (found.error !== null) return <ErrorState error={found.error} again={found.refetch} />;
  if (found.data === undefined) return <Loading what="the rules" lines={6} />;
  const { items, process } = found.data;
  if (process === null) return <RecordProcess log={log.id}>Rules belong to a process, and this event log is of none yet.</RecordProcess>;
  const opened = items.find((r) => r.id === search.rule);
  const counted = ruleFigure(search.counted);
  return (
    <section>
      {items.length === 0 && !adding ? <EmptyState title="No rule has been recorded yet" actions={<Button onClick={() => setAdding(true)}>Try a rule</Button>}>A rule says what must be so in every case: what comes only after what, who must not do both, within how many hours. It is counted before it is recorded.</EmptyState> : (
        <>
          <h2 className={css.head}>{headline(found.data)}</h2>
          <div className={`${flow.buttons} no-print`}>{adding ? null : <Button size="compact-sm" onClick={() => setAdding(true)}>{may ? 'Add a rule' : 'Try a rule'}</Button>}{items.length === 0 ? null : <Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/rules.csv`, query)} download>Download as CSV</Button>}</div>
        </>
      )}
      {adding ? <RuleForm log={log} query={query} rules={found.data} may={may} onClose={() => setAdding(false)} /> : null}
      {items.length === 0 ? null : <DataTable caption="Rules, and how the cases in view keep them" columns={columns(found.data, may)} rows={items} rowKey={(r) => r.id} />}
      {opened === undefined ? null : <CaseList key={JSON.stringify([opened.id, counted, query])} path="/event-logs/{id}/rules/{rule}/cases" parameters={{ path: { id: log.id, rule: opened.id }, query: { ...query, counted } }} title={ruleCases(counted, opened.name, found.data.case)} />}
      {search.case === undefined ? null : <OneCase log={log} id={search.case} />}
    </section>
  );
}

/** Whether the reader may change the rules: an editor, or who holds the post that owns the process. The server decides. */
function useMayChange(rules: Rules | undefined): boolean {
  const [me, editor] = [useMe(), useMay('administrator', 'editor')];
  const owner = rules?.process?.owner;
  return rules?.process != null && (editor || (me?.posts.some((p) => p.post === owner) ?? false));
}

/** The rule that most cases broke, said aloud; then how many rules were kept. */
function headline({ items }: Rules): string {
  const answered = items.filter((r) => r.answer !== null);
  const worst = answered.toSorted((a, b) => b.answer!.broken - a.answer!.broken)[0];
  const broken = answered.filter((r) => r.answer!.broken > 0).length;
  if (worst === undefined) return 'A rule is counted on the cases in view before it is recorded.';
  const open = answered.reduce((n, r) => n + r.answer!.undecided, 0);
  if (broken === 0) return `No case in view broke ${answered.length === 1 ? 'the rule' : `any of the ${count(answered.length)} rules`}.${open === 0 ? '' : ` In ${count(open)} ${open === 1 ? 'case' : 'cases'} it cannot be said yet.`}`;
  const kept = answered.filter((r) => r.answer!.broken === 0 && r.answer!.undecided === 0).length;
  return `${worst.answer!.words}${kept === 0 ? '' : ` ${many(kept, 'rule was', 'rules were')} kept by every case.`}`;
}

function columns({ case: one }: Rules, may: boolean): readonly Column<Recorded>[] {
  return [
    { key: 'rule', head: 'Rule', cell: (r) => <><span className={css.said}><b>{r.name}</b></span><span className={css.quiet}>{r.words}{r.description === null ? '' : ` ${r.description}`}</span></> },
    { key: 'kept', head: 'Kept', numeric: true, cell: (r) => { const { answer: a, why } = r; return a === null ? <span className={css.quiet}>{why?.detail}{why?.value == null ? '' : `: ${why.value}`}</span> : a.concerned === 0 ? '–' : <span className={css.kept}><span className={css.bar}><span style={{ width: `${(100 * a.kept) / a.concerned}%` }} /></span><ToCasesOf rule={r} figure="kept" one={one}>{percent(a.kept / a.concerned)}</ToCasesOf></span>; } },
    { key: 'concerned', head: `About, ${plural(one)}`, numeric: true, cell: (r) => (r.answer === null ? '–' : <ToCasesOf rule={r} figure="concerned" one={one}>{count(r.answer.concerned)}</ToCasesOf>) },
    { key: 'broken', head: 'Broken', numeric: true, cell: (r) => (r.answer === null ? '–' : <ToCasesOf rule={r} figure="broken" one={one}>{count(r.answer.broken)}</ToCasesOf>) },
    { key: 'undecided', head: 'Cannot be said', numeric: true, cell: (r) => (r.answer === null || r.answer.undecided === 0 ? '–' : <ToCasesOf rule={r} figure="undecided" one={one}>{count(r.answer.undecided)}</ToCasesOf>) },
    ...(may ? [{ key: 'end', head: <span className="visually-hidden">Change</span>, cell: (r: Recorded) => <span className="no-print"><End rule={r} /></span> }] : []),
  ];
}

/** A figure of a rule, which opens the cases that it counts; of none there is nothing to open. */
function ToCasesOf({ rule, figure, one, children }: { readonly rule: Recorded; readonly figure: RuleFigure; readonly one: string; readonly children: ReactNode }) {
  if (rule.answer?.[figure] === 0) return children;
  return <Link from="/flow" to="." search={(now) => ({ ...now, rule: rule.id, counted: figure === 'broken' ? undefined : figure })} resetScroll={false} title={ruleCases(figure, rule.name, one)}>{children}<span className="visually-hidden"> {ruleCases(figure, rule.name, one)}</span></Link>;
}

function End({ rule }: { readonly rule: Recorded }) {
  const client = useQueryClient();
  const retire = useMutation({ mutationFn: async () => answer(api.POST('/process-rules/{id}/retire', { params: { path: { id: rule.id } }, body: { expected: rule.version } })), onSuccess: async () => forget(client, '/event-logs/{id}/rules', '/process-rules') });
  return <><ConfirmButton verb="End" sure="End it now" of={`the rule “${rule.name}”`} busy={retire.isPending} act={() => retire.mutate()} />{retire.error === null ? null : <ErrorState error={retire.error} />}</>;
}
