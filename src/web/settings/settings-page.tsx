import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../app/session.ts';
import { AuditPart } from './audit-part.tsx';
import { CompanyPart } from './company-part.tsx';
import { KeysPart } from './keys-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { PostsPart } from './posts-part.tsx';
import css from './settings.module.css';

const parts: readonly { readonly id: string; readonly name: string; readonly show: () => ReactNode; readonly administrator?: boolean }[] = [
  { id: 'company', name: 'Company', show: () => <CompanyPart /> },
  { id: 'people', name: 'People', show: () => <PeoplePart /> },
  { id: 'posts', name: 'Posts', show: () => <PostsPart /> },
  { id: 'keys', name: 'API keys', show: () => <KeysPart />, administrator: true },
  { id: 'audit', name: 'Audit', show: () => <AuditPart /> },
];

/** Settings, a part at a time. */
export function SettingsPage() {
  const { part: at = 'company' } = useParams({ strict: false }) as { part?: string };
  const administrator = useMay('administrator');
  const open = parts.filter((p) => p.administrator !== true || administrator);
  const part = open.find((p) => p.id === at) ?? open[0];
  return (
    <>
      <nav aria-label="Settings" className={`${css.parts} no-print`}>{open.map((p) => <Link key={p.id} to="/settings/$part" params={{ part: p.id }} aria-current={p === part ? 'page' : undefined} data-on={p === part}>{p.name}</Link>)}</nav>
      {part?.show()}
    </>
  );
}
