import css from './model.module.css';
import { type OutlineLine, outlineLines } from './words.ts';

/** A model as a list of its steps and blocks: what the drawing shows, for those who read or hear it. */
export function Outline({ text }: { readonly text: string }) {
  return <ul className={css.outline}>{outlineLines(text).map((line, i) => <Line key={i} line={line} />)}</ul>;
}

function Line({ line: { text, below } }: { readonly line: OutlineLine }) {
  if (below.length === 0) return <li>{text}</li>;
  return <li><span className={css.block}>{text}</span><ul>{below.map((line, i) => <Line key={i} line={line} />)}</ul></li>;
}
