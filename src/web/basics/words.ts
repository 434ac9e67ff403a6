import { count, many } from '../ui/format.ts';

interface Stated { readonly name: string; readonly state: string }

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * The state of the services listed, in one sentence: what is down comes first, what nobody can see second.
 * @example sentence([{ name: 'Web shop', state: 'down' }, { name: 'Labels', state: 'up' }]) // 'Web shop is down.'
 */
export function sentence(services: readonly Stated[]): string {
  const down = services.filter((s) => s.state === 'down').map((s) => s.name);
  const unknown = services.filter((s) => s.state === 'unknown');
  const dark = unknown.length === 0 ? '' : unknown.length === 1 ? ` We cannot see ${unknown[0]?.name}.` : ` We cannot see ${count(unknown.length)} others.`;
  if (down.length === 0 && unknown.length === 0) return `${services.length === 1 ? 'The one service' : `All ${count(services.length)} services`} can be used.`;
  if (down.length === 0) return unknown.length === services.length ? 'We cannot see whether any service is up.' : `Every service that we can see is up.${dark.replace('others', 'services')}`;
  return down.length <= 2 ? `${list.format(down)} ${down.length === 1 ? 'is' : 'are'} down.${dark}` : `${many(down.length, 'service is', 'services are')} down.${dark}`;
}
