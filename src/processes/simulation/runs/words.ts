import { grouped } from '../../../language/index.ts';
import type { AskedChange } from './model.ts';

const times = (factor: number): string => grouped(Math.round(Math.abs(factor - 1) * 1000) / 10, Number.isInteger(Math.round(Math.abs(factor - 1) * 1000) / 10) ? 1 : 0.1);
const several = (n: number, one: string, many: string): string => `${grouped(n, Number.isInteger(n) ? 1 : 0.1)} ${n === 1 ? one : many}`;

/**
 * A change in words. `service` says the name of a service and the activities that it stops.
 * @example changeInWords({ kind: 'touch', activity: 'Pick', factor: 0.8 }, 'UTC') // '“Pick” takes 20% less time'
 */
export function changeInWords(c: AskedChange, zone: string, service?: { readonly name: string; readonly activities: readonly string[] }): string {
  switch (c.kind) {
    case 'skip': return c.share === 1 ? `“${c.activity}” is always left out` : `“${c.activity}” is left out ${grouped(c.share * 100, Number.isInteger(c.share * 100) ? 1 : 0.1)}% of the times`;
    case 'people': return `${several(Math.abs(c.by), c.by < 0 ? 'person fewer' : 'person more', c.by < 0 ? 'people fewer' : 'people more')} at “${c.activity}”${c.of === undefined ? '' : ` (${c.of})`}`;
    case 'touch': return c.factor === 1 ? `“${c.activity}” takes as long as today` : `“${c.activity}” takes ${times(c.factor)}% ${c.factor < 1 ? 'less' : 'more'} time`;
    case 'arrivals': return c.factor === 1 ? 'As many cases come as today' : `${times(c.factor)}% ${c.factor < 1 ? 'fewer' : 'more'} cases come`;
    case 'stop': return `“${c.activity}” stops for ${several(c.hours, 'hour', 'hours')} from ${instant(c.at, zone)}`;
    case 'stop-service': return `${service?.name ?? c.service} is down for ${several(c.hours, 'hour', 'hours')} from ${instant(c.at, zone)}, which stops ${joined((service?.activities ?? []).map((a) => `“${a}”`))}`;
  }
}

function instant(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return parts.format(new Date(at)).replace(' at ', ', ').replace(/^(\w+),/, '$1');
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
