import { phrase, type Quantity } from '../../language/index.ts';
import type { Sheet } from '../schemas.ts';

type Series = Sheet['charts'][number]['series'][number];

const size = { width: 250, height: 112, left: 2, right: 76, top: 12, bottom: 18 } as const;

/**
 * A weekly series as a small picture: the line from nought, its last week marked and named, the mean of the 12 weeks before as a thin
 * broken line with its value. Weeks without a figure leave a gap; the first ones, too early for nine cases in ten to end, are dotted.
 * Labels stand on the lines; there is no legend and no grid.
 */
export function chartSvg(series: Series, options: { readonly ink?: string; readonly quiet?: string; readonly accent?: string } = {}): string {
  const { ink = '#1b232c', quiet = '#66707b', accent = '#0b5d6b' } = options;
  const points = series.points.slice(-53);
  const young = Math.max(0, youngWeeks(series) - (series.points.length - points.length));
  const values = points.flatMap((p) => (p.value === null ? [] : [p.value]));
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="Inter, sans-serif" font-size="11">`;
  const top = Math.max(...values, 0);
  if (values.length === 0 || top === 0) return `${open}<text x="2" y="60" fill="${quiet}">No figure yet</text></svg>`;
  const x = (i: number) => round(size.left + ((size.width - size.left - size.right) * i) / Math.max(1, points.length - 1));
  const y = (v: number) => round(size.height - size.bottom - ((size.height - size.bottom - size.top) * v) / top);
  const last = points.length - 1;
  // As the claim's: without the log's first week, which is hardly ever whole, and those in which it settled.
  const from = Math.max(series.points.length > points.length ? 0 : 1, last - 12, young);
  const before = points.slice(from, last).flatMap((p) => (p.value === null ? [] : [p.value]));
  const mean = before.length === 0 ? null : before.reduce((a, b) => a + b, 0) / before.length;
  const value = points[last]!.value;
  const say = (v: number) => escapeXml(phrase(quantityOf(series.unit), { estimate: v, lo: null, hi: null }, value !== null && isNear(v, value) ? { like: value } : {}).text.trim());
  const line = (run: readonly number[], look: string) => `<polyline fill="none" ${look} points="${run.map((i) => `${x(i)},${y(points[i]!.value!)}`).join(' ')}"/>`;
  const labels = placed(value === null ? null : y(value), mean === null ? null : y(mean));
  return [
    open,
    `<line x1="${size.left}" x2="${size.width - size.right}" y1="${y(0)}" y2="${y(0)}" stroke="${quiet}" stroke-width="0.6"/>`,
    mean === null ? '' : `<line x1="${x(from)}" x2="${x(last)}" y1="${y(mean)}" y2="${y(mean)}" stroke="${quiet}" stroke-width="1" stroke-dasharray="2 2"/><text x="${x(last) + 7}" y="${labels.mean}" fill="${quiet}">${say(mean)}</text>`,
    ...(young === 0 ? [] : runs(points, 0, young)).map((run) => line(run, `stroke="${quiet}" stroke-width="1" stroke-dasharray="1 2"`)),
    ...runs(points, young, last).map((run) => line(run, `stroke="${accent}" stroke-width="1.6" stroke-linejoin="round"`)),
    value === null ? '' : `<circle cx="${x(last)}" cy="${y(value)}" r="3" fill="${accent}"/><text x="${x(last) + 7}" y="${labels.value}" fill="${ink}" font-weight="600">${say(value)}</text>`,
    `<text x="${size.left}" y="${size.height - 5}" fill="${quiet}">${monthOf(points[0]!.start)}</text><text x="${x(last)}" y="${size.height - 5}" fill="${quiet}" text-anchor="end">${monthOf(points[last]!.start)}</text>`,
    '</svg>',
  ].join('');
}

/** As a sentence would say both in one unit. */
const isNear = (a: number, b: number): boolean => a < 30 * b && b < 30 * a;

/** How many first weeks of a series came while its log was settling: too early for nine cases in ten to end. */
export function youngWeeks({ points }: Series): number {
  const settled = points.findIndex((p) => p.settling !== true);
  // The first week alone is hardly ever whole, in any log: that needs no saying.
  return settled < 0 ? points.length : settled > 1 ? settled : 0;
}

/** Unbroken stretches of weeks with a figure from one to another, both included, as indexes. */
function runs(points: Series['points'], from: number, to: number): number[][] {
  const out: number[][] = [];
  points.forEach((p, i) => {
    if (p.value === null || i < from || i > to) return;
    const current = out.at(-1);
    if (current !== undefined && current.at(-1) === i - 1) current.push(i);
    else out.push([i]);
  });
  return out;
}

/** Where the two labels stand so that they do not cover each other. */
function placed(value: number | null, mean: number | null): { value: number; mean: number } {
  const baseline = 3.5;
  if (value === null || mean === null || Math.abs(value - mean) >= 12) return { value: (value ?? 0) + baseline, mean: (mean ?? 0) + baseline };
  const middle = (value + mean) / 2 + baseline;
  return value <= mean ? { value: middle - 6, mean: middle + 6 } : { value: middle + 6, mean: middle - 6 };
}

function quantityOf(unit: string): Quantity {
  if (unit === 's') return { kind: 'duration' };
  if (unit === 'working s') return { kind: 'working-duration' };
  return unit === 'share' ? { kind: 'share' } : { kind: 'count', noun: { one: '', many: '' } };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (date: string): string => `${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
const round = (v: number): number => Math.round(v * 10) / 10;

/** A text made safe between tags and inside quoted attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
