import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { drawInteger, seededRandom } from '../../src/maths/random/index.ts';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { caseDurations, type DatasetVersion, importLog, map, summary, variants } from '../../src/processes/event-logs/index.ts';

const days = 20;
const mapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', delimiter: ',', attributes: [{ column: 'cost', type: 'number' as const, of: 'event' as const }] };

interface Line {
  readonly id: string;
  readonly minute: number;
  readonly text: string;
}

/** A log of some weeks: no two events at one time, so that its order is that of the times, whenever an event arrives. */
function wholeLog(seed: number): Line[] {
  const random = seededRandom(seed);
  const minutes = new Set<number>();
  while (minutes.size < 240) minutes.add(drawInteger(random, days * 1440));
  return [...minutes].sort((a, b) => a - b).map((minute) => {
    const id = `case ${drawInteger(random, 30) + Math.floor(minute / 1440)}`;
    const text = `${id},${'abcd'[drawInteger(random, 4)]},${new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString()},${['', 'Pete', 'Sue'][drawInteger(random, 3)]},${drawInteger(random, 9)}`;
    return { id, minute, text };
  });
}

/** The log as it arrives day by day: some of each day only days later, and some of what had arrived once more. */
function increments(log: readonly Line[], seed: number): Line[][] {
  const random = seededRandom(seed);
  const arriving: Line[][] = Array.from({ length: days }, () => []);
  for (const line of log) {
    const day = Math.floor(line.minute / 1440);
    arriving[Math.min(days - 1, drawInteger(random, 5) === 0 ? day + 1 + drawInteger(random, 6) : day)]!.push(line);
  }
  const arrived: Line[] = [];
  return arriving.filter((lines) => lines.length > 0).map((lines) => {
    const again = arrived.filter(() => drawInteger(random, 12) === 0);
    arrived.push(...lines);
    return [...lines, ...again].map((line) => ({ line, place: random.unit() })).sort((a, b) => a.place - b.place).map((x) => x.line);
  });
}

/** What each increment must be counted as, told line by line. */
function expectedCounts(files: readonly (readonly Line[])[]) {
  const [known, cases] = [new Set<Line>(), new Set<string>()];
  return files.map((lines, i) => {
    const fresh = lines.filter((l) => !known.has(l));
    const newest = Math.max(...[...known].map((l) => l.minute));
    const ids = [...new Set(fresh.map((l) => l.id))];
    const counts = i === 0 ? { late: 0, newCases: 0, casesJoined: 0 } : { late: fresh.filter((l) => l.minute < newest).length, newCases: ids.filter((id) => !cases.has(id)).length, casesJoined: ids.filter((id) => cases.has(id)).length };
    for (const l of fresh) { known.add(l); cases.add(l.id); }
    return { ...counts, duplicates: lines.length - fresh.length, events: known.size, cases: cases.size };
  });
}

/** Imports random logs whole and by daily increments, and expects equal answers and exact counts; resolves with how many events came late. */
export async function incrementRounds(numRuns: number): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-increments-'));
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const c = await engine.connect();
  let files = 0;
  const imported = (lines: readonly Line[], perBucket: number, parent: DatasetVersion | null) => {
    const path = join(dir, `log-${files++}.csv`);
    writeFileSync(path, `case,activity,time,who,cost\n${lines.map((l) => l.text).join('\n')}\n`);
    return importLog({ dir, source: { path }, mapping, parent, mode: parent === null ? 'replace' : 'append', perBucket });
  };
  const answers = async (v: DatasetVersion) => ({
    summary: await summary(c, v), durations: await caseDurations(c, v), map: await map(c, v),
    variants: (await variants(c, v)).map((x) => `${x.count} ${x.activities.join(' ')}`).sort(),
  });
  let late = 0;
  try {
    await fc.assert(fc.asyncProperty(fc.nat(), fc.constantFrom(60, 1000), async (seed, perBucket) => {
      const log = wholeLog(seed);
      const arriving = increments(log, seed + 1);
      const expected = expectedCounts(arriving);
      let version: DatasetVersion | null = null;
      for (const [i, lines] of arriving.entries()) {
        const { report, version: next } = await imported(lines, perBucket, version);
        expect(report, `increment ${i}`).toMatchObject(expected[i]!);
        late += report.late;
        version = next;
      }
      expect(await answers(version!)).toEqual(await answers((await imported(log, perBucket, null)).version));
    }), { numRuns });
  } finally {
    c.close();
    await engine.close();
    rmSync(dir, { recursive: true });
  }
  return late;
}
