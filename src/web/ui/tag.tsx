import type { ReactNode } from 'react';
import css from './tag.module.css';

export type Tone = 'stop' | 'watch' | 'quiet' | 'accent';

/** A word with its tone: colour and, for those who do not see it, a shape (square stops, triangle warns, circle informs). */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`${css.tag} ${css[tone]}`}>{children}</span>;
}
