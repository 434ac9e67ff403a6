import { useCompany } from '../app/session.ts';
import { when } from '../ui/format.ts';
import { Disclose } from './form/disclose.tsx';
import { GiveSet, TakeAway } from './give-set.tsx';
import { useGrants } from './grants.ts';
import { may, runs } from './sets.ts';
import css from './settings.module.css';

/** What the holder of a post may do, to be given and taken away. */
export function PostPermissions({ post, name }: { readonly post: string; readonly name: string }) {
  const { zone } = useCompany();
  const { grants, now } = useGrants();
  if (grants === undefined) return null;
  const live = grants.filter((g) => g.holder.kind === 'post' && g.holder.id === post && (runs(g, now) || g.from > now));
  return (
    <section>
      <h2>What it may do</h2>
      {live.length === 0 ? <p>Who holds it sees nothing yet: no permission set is given to it.</p> : <ul className={css.list}>{live.map((g) => <li key={g.id}><b>{g.set}</b>: may {may[g.set]}. <span className={css.quiet}>since {when(g.from, zone, 'day')}{g.to === null ? '' : `, until ${when(g.to, zone)}`}</span> <TakeAway grant={g} name={name} /></li>)}</ul>}
      <Disclose verb="Give a permission set">{() => <GiveSet holders={[{ kind: 'post', id: post, name }]} />}</Disclose>
    </section>
  );
}
