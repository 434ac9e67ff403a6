import type { Worker } from '../model.ts';
import { dayOf, wall } from '../civil-time.ts';

const first = 'Amelia Ben Chloe Dev Eleanor Farid Grace Harvey Imogen Jack Keira Liam Maya Nathan Olivia Priya Quentin Rosa Samir Tessa Umar Violet Will Yasmin Zak'.split(' ');
const last = ('Abernethy Ashdown Barlow Beckwith Calloway Chilcott Dunmore Eastwick Fenwright Garrow Halliwell Hatherly Inglewood Jessop Kettlewell Larkham Marchbank Nethercot Oakeshott Penhallow Quarmby Redfern Silverdale Tolland Underhay Vickerage Wainfleet Yardling Ackroft Bramhope Cottersley Dallimore Elvidge Foxcroft').split(' ');

/**
 * Fictitious full names, no two alike: the n-th to the (n + count)-th of 850.
 * @example names(0, 1)[0] // 'Amelia Abernethy'
 */
export function names(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i;
    return `${first[(n + 2 * Math.floor(n / last.length)) % first.length]} ${last[n % last.length]}`;
  });
}

/** A team of people who work all the time. */
export function team(from: number, count: number): Worker[] {
  return names(from, count).map((name) => ({ name }));
}

/** People who work from one date until another (not worked any more). */
export function employed(from: number, count: number, dates: { readonly from?: string; readonly until?: string }): Worker[] {
  return names(from, count).map((name) => ({
    name,
    ...(dates.from === undefined ? {} : { from: dayOf(wall(dates.from)) }),
    ...(dates.until === undefined ? {} : { until: dayOf(wall(dates.until)) }),
  }));
}
