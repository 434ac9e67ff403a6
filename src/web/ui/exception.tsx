import type { Action } from '../api/types.ts';
import { Address } from './address.tsx';
import { day } from './format.ts';
import { Sentence } from './sentence.tsx';
import { Tag } from './tag.tsx';
import css from './exception.module.css';

/** What needs somebody: a verb, a sentence, why it matters, and whose it is until when. */
export function Exceptions({ actions }: { readonly actions: readonly Action[] }) {
  return (
    <ol className={css.items}>
      {actions.map((a) => (
        <li key={`${a.verb} ${a.statement.plain}`} className={css.item}>
          <div><Tag tone={a.tone}>{a.verb}</Tag></div>
          <div>
            <p className={css.words}><Sentence of={a.statement} /></p>
            <p className={css.why}><Sentence of={a.why} />{a.link === null ? null : <span className="no-print"> · <Address to={a.link.to}>{a.link.label}</Address></span>}</p>
          </div>
          <div className={css.by}>
            <b>{a.post.name}</b>
            <span>{a.post.holder ?? 'vacant: nobody holds this post'}</span>
            <span>by {day(a.by)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
