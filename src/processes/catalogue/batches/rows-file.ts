import { delimited } from '../delimited.ts';
import type { Mapping } from '../model.ts';
import type { AttributeType, Settled, Types } from './model.ts';
import type { PushedEvent } from './schemas.ts';

/** A batch as the delimited file that an import reads, and how its columns are meant. */
export interface RowsFile {
  readonly text: string;
  readonly mapping: Mapping;
}

/** Events as a delimited file. `types` are those of all attributes. */
export function rowsFile(events: readonly PushedEvent[], types: Types, { ofCase, personal, idName }: Settled): RowsFile {
  const optional = (['resource', 'lifecycle', 'id'] as const).filter((part) => events.some((e) => e[part] !== undefined));
  const names = [...new Set(events.flatMap((e) => Object.entries(e.attributes ?? {}).flatMap(([name, value]) => (value === null || value === '' ? [] : [name]))))].sort();
  const parts = ['case', 'activity', ...optional] as const;
  const header = [...parts, 'time', ...names.map((n) => `attribute:${n}`)];
  const rows = events.map((e) => [...parts.map((p) => e[p] ?? ''), instant(e.time), ...names.map((n) => attribute(e.attributes?.[n], types.get(n)))]);
  const hidden = [...parts.filter((p) => personal.includes(p === 'id' ? `@${idName}` : p)), ...names.filter((n) => personal.includes(`@${n}`)).map((n) => `attribute:${n}`)];
  return {
    text: [header, ...rows].map(delimited).join(''),
    mapping: {
      case: 'case', activity: 'activity', time: 'time', timeFormat: 'iso', delimiter: ',', personal: hidden,
      ...(optional.includes('resource') ? { resource: 'resource' } : {}), ...(optional.includes('lifecycle') ? { lifecycle: 'lifecycle' } : {}), ...(optional.includes('id') ? { eventId: 'id' } : {}),
      attributes: [
        ...(optional.includes('id') ? [{ column: 'id', name: idName, type: 'text' as const, of: 'event' as const }] : []),
        ...names.map((n) => ({ column: `attribute:${n}`, name: n, type: types.get(n) ?? ('text' as const), of: ofCase.includes(n) ? ('case' as const) : ('event' as const) })),
      ],
    },
  };
}

/** With seconds, and microseconds at most, as the reader of files counts them. */
function instant(time: string): string {
  return time.replace(/T(\d\d:\d\d)(?=Z|[+-])/, 'T$1:00').replace(/(\.\d{6})\d+/, '$1');
}

function attribute(value: string | number | boolean | null | undefined, type: AttributeType | undefined): string {
  if (value === undefined || value === null) return '';
  return type === 'time' ? instant(String(value)) : String(value);
}
