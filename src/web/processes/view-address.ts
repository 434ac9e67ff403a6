import { stringifySearch } from '../app/search.ts';
import { flowSearch, type FlowSearch } from './search.ts';

/**
 * What an address says of a view, but for its log and its name: the filters and what is opened, in one order.
 * @example viewAddress({ log: 'o', view: 'map', top: 5, activity: ['b'] }) // 'activity=b&top=5'
 */
export function viewAddress(search: FlowSearch): string {
  const { log: _log, process: _process, view: _view, case: _case, ...rest } = flowSearch(search);
  return stringifySearch(Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))).slice(1);
}

/**
 * An id from a name and the moment, since ids are never used again.
 * @example slugOf('Late in Scotland!', 36) // 'late-in-scotland-10'
 */
export function slugOf(name: string, at: number): string {
  const words = name.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
  return `${words === '' ? 'view' : words}-${at.toString(36)}`;
}
