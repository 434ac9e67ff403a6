import { drawInteger, type Random } from '../../src/maths/random/index.ts';

/** What a log must answer, worked out while it is written. */
export interface KnownLog {
  readonly summary: { readonly events: number; readonly cases: number; readonly start: Record<string, number>; readonly end: Record<string, number> };
  readonly edges: Record<string, number>;
}

const steps = ['Take order', 'Check credit', 'Pick', 'Pack', 'Ship', 'Bill', 'Close'];

/** A log that is replaced or grows file by file, with what it then must answer. */
export function growingLog(random: Random) {
  let known = empty();
  let made = 0;
  return {
    /** The next file, of so many new cases. */
    next: (mode: 'replace' | 'append', cases: number): string => {
      if (mode === 'replace') known = empty();
      const lines = ['case,activity,time'];
      for (let i = 0; i < cases; i += 1) {
        made += 1;
        const [first, length] = [drawInteger(random, 2), 4 + drawInteger(random, 3)];
        addCase(known, first, length);
        for (let at = 0; at < length; at += 1) lines.push(`order ${made},${steps[first + at] ?? 'Close'},2026-03-${String(1 + (made % 20)).padStart(2, '0')}T${String(8 + at).padStart(2, '0')}:00:00Z`);
      }
      return `${lines.join('\n')}\n`;
    },
    known: (): KnownLog => structuredClone(known),
  };
}

function empty(): { summary: { events: number; cases: number; start: Record<string, number>; end: Record<string, number> }; edges: Record<string, number> } {
  return { summary: { events: 0, cases: 0, start: {}, end: {} }, edges: {} };
}

function addCase({ summary, edges }: ReturnType<typeof empty>, first: number, length: number): void {
  const taken = Array.from({ length }, (_, at) => steps[first + at] ?? 'Close');
  summary.events += length;
  summary.cases += 1;
  tally(summary.start, taken[0] ?? '');
  tally(summary.end, taken.at(-1) ?? '');
  taken.slice(1).forEach((to, i) => tally(edges, `${taken[i]} > ${to}`));
}

function tally(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
