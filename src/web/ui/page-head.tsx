import { useEffect, type ReactNode } from 'react';
import { takesLostFocus } from './focus.ts';
import css from './page-head.module.css';

interface PageHeadProps {
  /** The browser's title; the page's own is a sentence. */
  readonly title: string;
  readonly meta: ReactNode;
  readonly actions?: ReactNode;
  /** Stands where it is whatever the sentence below it says. */
  readonly controls?: ReactNode;
  /** A name that only those hear who do not see the page: the sentence follows below, as a heading of its own. */
  readonly quiet?: boolean;
  readonly children: ReactNode;
}

/** The top of every page: where and when in one small line, what can be done, what is chosen, then a sentence that can be said aloud. */
export function PageHead({ title, meta, actions, controls, quiet = false, children }: PageHeadProps) {
  useEffect(() => { document.title = `${title} · Hymnsheet`; }, [title]);
  return (
    <header>
      <div className={css.meta}><span>{meta}</span>{actions === undefined ? null : <span className={`${css.actions} no-print`}>{actions}</span>}</div>
      {controls}
      <h1 ref={takesLostFocus} tabIndex={-1} className={quiet ? 'visually-hidden' : undefined}>{children}</h1>
    </header>
  );
}

/** A paragraph in the voice of the sheet. */
export function Lead({ children }: { readonly children: ReactNode }) {
  return <p className={css.lead}>{children}</p>;
}
