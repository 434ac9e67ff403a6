import { duration, intersect, subtract, type Interval } from '../../maths/time/index.ts';
import { isAgreedMaintenance, type Stop } from './model-availability.ts';
import { reached, working, type Needs } from './model-structure.ts';

/**
 * The share of a service's agreed hours in which it could really work: up itself, and enough of all that it cannot do without up too, as
 * their stops were recorded (METHODS §6, the measured union of downtime). Null without agreed hours. Agreed maintenance of the service
 * leaves its hours; maintenance of what it needs does not, since work stood still.
 * @example measuredTogether('a', { hours: [{ start: 0, end: 10 }], stops: new Map([['b', stops]]), needs, until: 10 }) // 0.9
 */
export function measuredTogether(root: string, { hours, stops, needs, until }: { hours: readonly Interval[]; stops: ReadonlyMap<string, readonly Stop[]>; needs: Needs; until: number }): number | null {
  const all = reached(root, needs);
  const down = new Map(all.map((id) => [id, (stops.get(id) ?? []).map((s) => ({ start: s.start, end: s.end ?? until }))]));
  const agreed = subtract(hours, (stops.get(root) ?? []).filter(isAgreedMaintenance).map((s) => ({ start: s.start, end: s.end ?? until })));
  const whole = duration(agreed);
  if (whole === 0) return null;
  const edges = [...new Set([...down.values()].flat().flatMap((i) => [i.start, i.end]))].sort((a, b) => a - b);
  const stopped: Interval[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    const up = new Set(all.filter((id) => !down.get(id)!.some((d) => d.start <= start && start < d.end)));
    if (up.size < all.length && !working(needs, up).has(root)) stopped.push({ start, end });
  }
  return 1 - duration(intersect(agreed, stopped)) / whole;
}
