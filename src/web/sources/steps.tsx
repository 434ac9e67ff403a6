import css from './sources.module.css';

const steps = ['Choose a file', 'Confirm what it means', 'Bring it in', 'Read the report'];

/** The steps of an import, the present one marked. */
export function Steps({ at }: { readonly at: number }) {
  return <ol className={css.steps}>{steps.map((s, i) => <li key={s} aria-current={i === at ? 'step' : undefined}>{s}</li>)}</ol>;
}
