import { Button, Skeleton } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { asProblem, type ProblemDocument } from '../api/problem.ts';
import css from './states.module.css';

/** Nothing here yet: says why, and what to do next. */
export function EmptyState({ title, children, actions }: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }) {
  return <div className={css.empty}><p className={css.title}>{title}</p>{children === undefined ? null : <p>{children}</p>}{actions === undefined ? null : <div className={css.row}>{actions}</div>}</div>;
}

type Line = Pick<ProblemDocument, 'detail' | 'value' | 'wanted' | 'at'>;

function place(at: Line['at']): string {
  if (at === undefined) return '';
  return [at.file, at.line === undefined ? undefined : `line ${at.line}`, at.column === undefined ? undefined : `column ${at.column}`, at.path].filter((p) => p !== undefined).join(', ');
}

function ProblemLine({ line }: { readonly line: Line }) {
  return (
    <>
      <p className={css.detail}>{line.detail}{/[.!?]$/.test(line.detail) ? '' : '.'}</p>
      {line.value === undefined && line.wanted === undefined && line.at === undefined ? null : (
        <dl className={css.facts}>
          {line.value === undefined ? null : <><dt>It was</dt><dd><code>{line.value}</code></dd></>}
          {line.wanted === undefined ? null : <><dt>Wanted</dt><dd>{line.wanted}</dd></>}
          {line.at === undefined ? null : <><dt>Where</dt><dd>{place(line.at)}</dd></>}
        </dl>
      )}
    </>
  );
}

/** What failed, the value and what was wanted, with a way to ask again where that can help. */
export function ErrorState({ error, again }: { readonly error: unknown; readonly again?: (() => unknown) | undefined }) {
  const problem = asProblem(error);
  // The first of several leads the problem itself.
  const further = problem.errors?.slice(1) ?? [];
  return (
    <div className={css.problem} role="alert">
      <p className={css.title}>{problem.title}</p>
      <ProblemLine line={problem} />
      {further.slice(0, 20).map((line, i) => <ProblemLine key={i} line={line} />)}
      {further.length > 20 ? <p>and {further.length - 20} more</p> : null}
      <div className={css.row}>{again === undefined ? null : <Button onClick={() => again()}>Try again</Button>}<span className={css.code}>{problem.code}</span></div>
    </div>
  );
}

const LONG_MS = 6000;

/** The shape of a page while its data is on the way, `lines` of text under a heading; when that takes long it says so and lets the reader ask again. */
export function Loading({ lines = 3, what }: { readonly lines?: number; readonly what: string }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output className={css.loading}>
      {long ? <span className={css.long}>Still waiting for {what}. <Button size="compact-sm" onClick={() => globalThis.location.reload()}>Ask again</Button></span> : <span className="visually-hidden">Loading {what}</span>}
      <Skeleton height={34} width="min(26ch, 80%)" mb={18} />
      {Array.from({ length: lines }, (_, i) => <Skeleton key={i} height={14} mb={12} width={`${92 - ((i * 17) % 40)}%`} />)}
    </output>
  );
}
