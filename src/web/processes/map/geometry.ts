export interface Point { readonly x: number; readonly y: number }

/**
 * A line through the points that the layout gives a curve: three by three as cubic curves, what is left as a quadratic or a line.
 * @example curve([{ x: 0, y: 0 }, { x: 5, y: 0 }]) // 'M0 0L5 0'
 */
export function curve(points: readonly Point[]): string {
  const at = (p: Point | undefined) => (p === undefined ? '' : `${round(p.x)} ${round(p.y)}`);
  let path = `M${at(points[0])}`;
  for (let i = 1; i < points.length; i += 3) {
    const rest = points.length - i;
    path += rest >= 3 ? `C${at(points[i])} ${at(points[i + 1])} ${at(points[i + 2])}` : rest === 2 ? `Q${at(points[i])} ${at(points[i + 1])}` : `L${at(points[i])}`;
  }
  return path;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/**
 * A name in lines of about `width` characters, broken at spaces and underscores, at most three; the last says … where more was left.
 * @example lines('Determine confirmation of receipt', 20) // ['Determine', 'confirmation of', 'receipt']
 */
export function lines(name: string, width: number): string[] {
  const words = name.split(/(?<=[\s_/-])/);
  const found: string[] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last !== undefined && (last + word).trimEnd().length <= width) found[found.length - 1] = last + word;
    else found.push(...(word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [word])));
  }
  const trimmed = found.map((l) => l.trimEnd());
  return trimmed.length <= 3 ? trimmed : [...trimmed.slice(0, 2), `${(trimmed[2] ?? '').slice(0, width - 1)}…`];
}

/**
 * The width of a line that carries `value`, from 1.4 to 7 pixels, by the square root so that rare ones can still be seen.
 * @example strokeWidth(100, 100) // 7
 */
export function strokeWidth(value: number, most: number): number {
  return most <= 0 ? 1.4 : 1.4 + 5.6 * Math.sqrt(Math.max(0, value) / most);
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The item that lies nearest to `from` in a direction, for moving over the map by arrow keys; undefined where there is none. */
export function nearest<T extends Point>(from: Point, items: readonly T[], direction: Direction): T | undefined {
  const across = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowRight' || direction === 'ArrowDown' ? 1 : -1;
  const scored = items.flatMap((item) => {
    const ahead = sign * (across ? item.x - from.x : item.y - from.y);
    const aside = Math.abs(across ? item.y - from.y : item.x - from.x);
    return ahead > 1 ? [{ item, score: ahead + 2 * aside }] : [];
  });
  return scored.sort((a, b) => a.score - b.score)[0]?.item;
}
