import { Link } from '@tanstack/react-router';
import { useMe } from '../app/session.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Loading } from '../ui/states.tsx';
import { PasswordPart } from './password-part.tsx';
import { usePeople } from './people.ts';
import { may, permissionSets } from './sets.ts';
import { listed } from './words.ts';
import css from './settings.module.css';

/** The reader: which posts they hold, what they may do, and their password. */
export function YouPart() {
  const me = useMe();
  const { postName } = usePeople();
  if (me === undefined) return <Loading what="your sign-in" />;
  const held = me.posts.map((p) => `${postName(p.post)}${p.deputy ? ' (as deputy)' : ''}`);
  const sets = permissionSets.filter((s) => me.sets.includes(s));
  return (
    <>
      <PageHead title="You" meta="Settings · You">{held.length === 0 ? `You are ${me.name ?? me.id}.` : `You are ${listed(held)}.`}</PageHead>
      <section>
        <h2>Your sign-in</h2>
        <dl className={css.facts}>
          <dt>Name</dt><dd>{me.person === null ? me.name : <Link to="/settings/$part/$id" params={{ part: 'people', id: me.person }}>{me.name}</Link>}</dd>
          <dt>Address</dt><dd>{me.email ?? <span className={css.quiet}>none</span>}</dd>
          <dt>You may</dt><dd>{sets.map((s) => <div key={s}>{may[s]}</div>)}</dd>
        </dl>
      </section>
      <PasswordPart />
    </>
  );
}
