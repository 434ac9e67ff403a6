export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const MARGIN = 20;

/**
 * The room that a BPMN drawing takes with a margin around it, from its shapes and arrows; known before it is drawn.
 * @example boxOf('<dc:Bounds x="20" y="20" width="110" height="64"/>') // { x: 0, y: 0, width: 150, height: 104 }
 */
export function boxOf(xml: string): Box {
  const spans = [...xml.matchAll(/<(?:[\w.-]+:)?(?:Bounds|waypoint)\b([^>]*)>/g)].map(([, said]) => ({ x: number(said, 'x'), y: number(said, 'y'), width: number(said, 'width'), height: number(said, 'height') }));
  if (spans.length === 0) return { x: 0, y: 0, width: 2 * MARGIN, height: 2 * MARGIN };
  const least = (of: (s: Box) => number) => spans.reduce((min, s) => Math.min(min, of(s)), Number.POSITIVE_INFINITY);
  const [left, top, right, bottom] = [least((s) => s.x), least((s) => s.y), -least((s) => -s.x - s.width), -least((s) => -s.y - s.height)];
  return { x: left - MARGIN, y: top - MARGIN, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN };
}

function number(attributes: string | undefined, name: string): number {
  return Number(new RegExp(`\\b${name}\\s*=\\s*["']([-+.\\deE]+)["']`).exec(attributes ?? '')?.[1] ?? 0);
}
