import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../api/client.ts';
import css from './shell.module.css';

// An entry appears only when its page exists.
const groups = [
  { name: null, entries: [{ to: '/', name: 'Today' }] },
  { name: 'Deliver the basics', entries: [{ to: '/basics', name: 'Our basics' }] },
  { name: 'Understand processes', entries: [{ to: '/flow', name: 'How work flows' }, { to: '/across', name: 'Across functions' }] },
  { name: 'Speak plain English', entries: [{ to: '/briefs', name: 'Briefs' }] },
  { name: 'Evidence and company', entries: [{ to: '/sources', name: 'Sources' }, { to: '/settings', name: 'Settings' }] },
] as const;

/** The practices, as the way around. */
export function Navigation({ onMove }: { readonly onMove: () => void }) {
  const waiting = useQuery(asks('/today')).data?.actions.length ?? 0;
  return groups.map((group) => (
    <div key={group.name ?? 'first'} className={css.group}>
      {group.name === null ? null : <p className={css.groupName}>{group.name}</p>}
      {group.entries.map((entry) => (
        <Link key={entry.to} to={entry.to} className={css.entry} activeOptions={{ exact: entry.to === '/', includeSearch: false }} onClick={onMove}>
          <span>{entry.name}</span>
          {entry.to === '/' && waiting > 0 ? <b className={css.waiting}>{waiting}<span className="visually-hidden"> {waiting === 1 ? 'thing needs' : 'things need'} someone</span></b> : null}
        </Link>
      ))}
    </div>
  ));
}
