import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Condition, type Names, withCondition } from '../conditions.ts';
import { type Counted, writeCounted } from './counted.ts';

/** Leads to the cases behind a row: those in view that fulfil one condition more, which is then a chip. */
export function ToCases({ names, condition, children }: { readonly names: Names; readonly condition: Condition; readonly children: ReactNode }) {
  return <Link from="/flow" to="." search={(now) => ({ ...withCondition(now, condition, names), view: 'cases' as const, node: undefined, edge: undefined })}>{children}</Link>;
}

/** Leads to the cases in view that a figure counts, as many as it says. */
export function ToCounted({ of, children }: { readonly of: Counted; readonly children: ReactNode }) {
  return <Link from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const, counted: writeCounted(of), node: undefined, edge: undefined, case: undefined })} title="The cases it counts">{children}</Link>;
}
