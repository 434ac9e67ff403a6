import { count, many, percent } from '../ui/format.ts';

interface Months { readonly points: readonly { readonly start: string; readonly value: number | null; readonly lo: number | null; readonly hi: number | null }[] }

/** Shares that differ by less are the same share. */
const SAME = 1e-9;

/**
 * What months of availability say, in one sentence: in how many the agreed level was kept, and the worst of them. A month of which a part
 * is not known counts as kept only where that part cannot change it.
 * @example byMonth({ points: [{ start: '2026-09-01', value: 1, lo: null, hi: null }, { start: '2026-10-01', value: 0.99, lo: null, hi: null }] }, 0.999) // 'It kept the agreed 99.9% in 1 of 2 months; the lowest was 99% in October 2026.'
 */
export function byMonth({ points }: Months, level: number | null): string {
  const known = points.flatMap((p) => (p.value === null ? [] : [{ ...p, value: p.value }]));
  if (known.length === 0) return 'No month is known yet.';
  const aim = (level ?? 1) - SAME;
  const kept = known.filter((p) => (p.lo ?? p.value) >= aim).length;
  const open = known.filter((p) => (p.lo ?? p.value) < aim && (p.hi ?? p.value) >= aim).length;
  const worst = known.reduce((a, b) => (b.value < a.value ? b : a));
  const said = level === null ? `It was up all of its agreed hours in ${kept} of ${count(known.length)} months` : `It kept the agreed ${percent(level)} in ${kept} of ${count(known.length)} months`;
  const lowest = kept === known.length ? '' : `; the lowest was ${percent(worst.value, 2)} in ${new Date(`${worst.start}T12:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })}`;
  return `${said}${lowest}.${open === 0 ? '' : ` ${many(open, 'month', 'months')} cannot be told, because a part is not known.`}`;
}

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
