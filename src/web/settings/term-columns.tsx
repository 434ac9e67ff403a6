import type { Column } from '../ui/data-table.tsx';
import { standing, termWords, type Term } from './terms.ts';
import css from './settings.module.css';

/** The columns of a table of terms: from when to when, and whether that is now. */
export function termColumns<T extends Term>(today: string): readonly Column<T>[] {
  return [
    { key: 'term', head: 'From – to', cell: (t) => termWords(t, today) },
    { key: 'standing', head: 'Now', cell: (t) => { const is = standing(t, today); return is === 'now' ? 'yes' : <span className={css.quiet}>{is}</span>; } },
  ];
}
