import { Tag } from '../ui/tag.tsx';
import css from './basics.module.css';

/** Whether a service can be used now; what is well is quiet. */
export function State({ of, quiet = 'up' }: { readonly of: 'up' | 'down' | 'maintenance' | 'unknown'; readonly quiet?: string }) {
  if (of === 'down') return <Tag tone="stop">Down</Tag>;
  if (of === 'unknown') return <Tag tone="watch">Not known</Tag>;
  if (of === 'maintenance') return <Tag tone="accent">Maintenance</Tag>;
  return <span className={css.quiet}>{quiet}</span>;
}
