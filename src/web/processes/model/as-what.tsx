import { NativeSelect } from '@mantine/core';
import type { Kept } from './kept.tsx';

/** Whether a model is new or a new version of one that is kept. */
export function AsWhat({ kept, value, onChange }: { readonly kept: readonly Kept[]; readonly value: string; readonly onChange: (id: string) => void }) {
  if (kept.length === 0) return null;
  return <NativeSelect label="Keep it as" value={value} onChange={(e) => onChange(e.currentTarget.value)} data={[{ value: '', label: 'a new model' }, ...kept.map((k) => ({ value: k.id, label: `a new version of ${k.name}` }))]} />;
}

/** Which record is written: a new one, or the one that was seen. */
export function targetOf(old: Kept | undefined, id: string): { id: string; expected: string | null } {
  return old === undefined ? { id, expected: null } : { id: old.id, expected: old.version };
}
