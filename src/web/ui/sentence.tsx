import { Fragment } from 'react';
import type { Statement } from '../api/types.ts';
import { FigureDoor } from './door.tsx';

/** A statement as a run of words, each of its figures a door. */
export function Sentence({ of }: { readonly of: Statement }) {
  return of.parts.map((part, i) => ('figure' in part ? <FigureDoor key={i} {...part.figure} /> : <Fragment key={i}>{part.text}</Fragment>));
}
