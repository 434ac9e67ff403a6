import { lazy, Suspense } from 'react';
import type { Sheet } from '../api/types.ts';
import { Exceptions } from '../ui/exception.tsx';
import { many } from '../ui/format.ts';
import { Lead } from '../ui/page-head.tsx';
import { Sentence } from '../ui/sentence.tsx';
import css from './sheet.module.css';

const ChartFigure = lazy(async () => import('../ui/chart-figure.tsx').then((m) => ({ default: m.ChartFigure })));

/** The sheet below its headline: what is true, who acts by when, what changed, and a line for each process and basic. */
export function SheetBody({ sheet }: { readonly sheet: Sheet }) {
  return (
    <>
      {sheet.lead.map((s) => <Lead key={s.plain}><Sentence of={s} /></Lead>)}
      {sheet.actions.length === 0 ? null : <section><h2>{many(sheet.actions.length, 'thing needs', 'things need')} someone</h2><Exceptions actions={sheet.actions} /></section>}
      {sheet.charts.length === 0 ? null : (
        <section>
          <h2>How long work takes</h2>
          <div className={css.charts}>{sheet.charts.map((c) => <Suspense key={c.title.plain} fallback={<div className={css.chartSpace} />}><ChartFigure chart={c} /></Suspense>)}</div>
        </section>
      )}
      <div className={css.sections}>
        {sheet.sections.map((section) => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            <ul className={css.lines}>{section.statements.map((s) => <li key={s.plain}><Sentence of={s} /></li>)}</ul>
          </section>
        ))}
      </div>
    </>
  );
}
