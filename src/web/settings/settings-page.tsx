import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../app/session.ts';
import { PageHead } from '../ui/page-head.tsx';
import { AuditPart } from './audit-part.tsx';
import { CompanyPart } from './company-part.tsx';
import { KeysPart } from './keys-part.tsx';
import { NetworksPart } from './networks-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { PermissionsPart } from './permissions-part.tsx';
import { NewPersonPart, PersonPart } from './person-part.tsx';
import { PersonalPart } from './personal-part.tsx';
import { NewPostPart, PostPart } from './post-part.tsx';
import { PostsPart } from './posts-part.tsx';
import { NewProcessPart, ProcessPart } from './process/process-part.tsx';
import { ProcessesPart } from './process/processes-part.tsx';
import { YouPart } from './you-part.tsx';
import css from './settings.module.css';

interface Part {
  readonly id: string;
  readonly name: string;
  readonly show: () => ReactNode;
  /** One record of the part. */
  readonly one?: (id: string) => ReactNode;
  readonly administrator?: boolean;
  /** Shown under another part's name. */
  readonly under?: string;
}

const parts: readonly Part[] = [
  { id: 'company', name: 'Company', show: () => <CompanyPart /> },
  { id: 'people', name: 'People', show: () => <PeoplePart />, one: (id) => <PersonPart key={id} id={id} /> },
  { id: 'new-person', name: 'Add a person', show: () => <NewPersonPart />, administrator: true, under: 'people' },
  { id: 'posts', name: 'Posts', show: () => <PostsPart />, one: (id) => <PostPart key={id} id={id} /> },
  { id: 'new-post', name: 'Add a post', show: () => <NewPostPart />, administrator: true, under: 'posts' },
  { id: 'processes', name: 'Processes', show: () => <ProcessesPart />, one: (id) => <ProcessPart key={id} id={id} /> },
  { id: 'new-process', name: 'Record a process', show: () => <NewProcessPart />, under: 'processes' },
  { id: 'permissions', name: 'Permissions', show: () => <PermissionsPart />, administrator: true },
  { id: 'keys', name: 'API keys', show: () => <KeysPart />, administrator: true },
  { id: 'networks', name: 'Networks', show: () => <NetworksPart />, administrator: true },
  { id: 'personal', name: 'Personal data', show: () => <PersonalPart />, administrator: true },
  { id: 'audit', name: 'Audit', show: () => <AuditPart /> },
  { id: 'you', name: 'You', show: () => <YouPart /> },
];

/** Settings, a part at a time. */
export function SettingsPage() {
  const { part: at = 'company', id } = useParams({ strict: false }) as { part?: string; id?: string };
  const administrator = useMay('administrator');
  const open = parts.filter((p) => p.administrator !== true || administrator);
  const part = open.find((p) => p.id === at);
  const current = part?.under ?? part?.id;
  return (
    <>
      <nav aria-label="Settings" className={`${css.parts} no-print`}>{open.filter((p) => p.under === undefined).map((p) => <Link key={p.id} to="/settings/$part" params={{ part: p.id }} aria-current={p.id === current ? 'page' : undefined} data-on={p.id === current}>{p.name}</Link>)}</nav>
      {part === undefined || (id !== undefined && part.one === undefined) ? <PageHead title="No such page" meta="Settings">There is no such page, or it is not yours to see.</PageHead> : id === undefined ? part.show() : part.one?.(id)}
    </>
  );
}
