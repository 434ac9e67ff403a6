import type { ReactNode } from 'react';
import type { ObjectMap } from '../../api/types.ts';
import { count } from '../../ui/format.ts';
import flow from '../flow.module.css';
import type { TypeMark } from './shown.ts';
import { convergences, convergenceWords, linkWords, peopleLast, repeatWords } from './words.ts';
import css from './objects.module.css';

const SAID = 4;

/** How the types meet, and what a count by one type alone would get wrong, in sentences. */
export function Insights({ map, marks, people }: { readonly map: ObjectMap; readonly marks: readonly TypeMark[]; readonly people: readonly string[] }) {
  const of = new Map(marks.map((m) => [m.name, m]));
  const links = peopleLast(map.links.toSorted((a, b) => b.mean - a.mean), people);
  const shared = peopleLast(convergences(map), people), repeats = peopleLast(map.repeats, people);
  const said = (list: readonly { readonly objectType: string }[], words: readonly string[]) => words.map((text, i) => <li key={text}><Mark of={of.get(list[i]?.objectType ?? '')} />{text}</li>);
  return (
    <aside className={flow.card} aria-label="How object types meet">
      <p className={flow.said}>{map.objectTypes.length === 1 ? 'One type of object is in view.' : links.length === 0 ? 'No event concerns objects of two types in view.' : linkWords(links[0]!)}</p>
      {links.length < 2 ? null : <Part title="How types meet" items={said(links.slice(1), links.slice(1, 1 + SAID).map(linkWords))} />}
      {shared.length === 0 ? null : <Part title="Counted more than once by one type" items={said(shared, shared.slice(0, SAID).map(convergenceWords))} />}
      {repeats.length === 0 ? null : <Part title="Looks like rework by one type" items={said(repeats, repeats.slice(0, SAID).map(repeatWords))} />}
      <p className={flow.source}>Cases of this event log are objects of the type “{map.flattenedBy}”. All {count(map.types.length)} types are kept.</p>
    </aside>
  );
}

function Part({ title, items }: { readonly title: string; readonly items: readonly ReactNode[] }) {
  return <><h2>{title}</h2><ul className={css.words}>{items}</ul></>;
}

/** The sign of a type in its colour. */
export function Mark({ of }: { readonly of: TypeMark | undefined }) {
  return of === undefined ? null : <span className={css.mark} data-tone={of.tone} aria-hidden="true">{of.sign}</span>;
}
