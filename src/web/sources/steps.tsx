import css from './sources.module.css';

const steps = ['Choose a file', 'Confirm what it means', 'Bring it in', 'Read the report'];

/** The steps of an import, or of something else, the present one marked. */
export function Steps({ at, of = steps }: { readonly at: number; readonly of?: readonly string[] }) {
  return <ol className={css.steps}>{of.map((s, i) => <li key={s} aria-current={i === at ? 'step' : undefined}>{s}</li>)}</ol>;
}
