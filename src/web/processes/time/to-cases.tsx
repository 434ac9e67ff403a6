import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Condition, type Names, withCondition } from '../conditions.ts';

/** Leads to the cases behind a row: those in view that fulfil one condition more, which is then a chip. */
export function ToCases({ names, condition, children }: { readonly names: Names; readonly condition: Condition; readonly children: ReactNode }) {
  return <Link from="/flow" to="." search={(now) => ({ ...withCondition(now, condition, names), view: 'cases' as const, node: undefined, edge: undefined })}>{children}</Link>;
}
