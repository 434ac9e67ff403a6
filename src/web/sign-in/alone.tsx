import type { ReactNode } from 'react';
import { Mark } from '../app/mark.tsx';
import { ThemeChoice } from '../app/theme-choice.tsx';
import css from './alone.module.css';

/** The frame of the pages before somebody is signed in. */
export function Alone({ children }: { readonly children: ReactNode }) {
  return (
    <div className={css.page}>
      <header className={css.top}><span className={css.brand}><Mark />Hymnsheet</span><ThemeChoice /></header>
      <main className={css.main}>{children}</main>
      <footer className={css.foot}>One sheet that operations and technology both sing from.</footer>
    </div>
  );
}
