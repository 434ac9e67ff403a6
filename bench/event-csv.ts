import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '../src/maths/random/index.ts';

/** Events of the made log; fewer for a quick look. */
export const EVENTS = Number(process.env['HYMNSHEET_BENCH_EVENTS'] ?? 5_000_000);

/** How the made log is read. */
export const MAPPING = { case: 'case', activity: 'activity', time: 'time', resource: 'resource', zone: 'UTC', delimiter: ',', timeFormat: 'iso', attributes: [{ column: 'amount', type: 'number' as const, of: 'event' as const }, { column: 'region', type: 'text' as const, of: 'event' as const }] };

/** Writes a log of `events` events in cases of 3 to 15, shuffled as orders of a year are: cases overlap in time but each is written together. */
export async function makeCsv(path: string, events = EVENTS): Promise<void> {
  await pipeline(Readable.from(lines(events), { objectMode: false }), createWriteStream(path, { highWaterMark: 1 << 20 }));
}

function* lines(events: number): Generator<string> {
  const random = seededRandom(20_260_101);
  const whole = (n: number) => Math.floor(random.unit() * n);
  const regions = ['north', 'south', 'east', 'west'];
  let text = 'case,activity,time,resource,amount,region\n';
  for (let n = 0, k = 0; n < events; k++) {
    let at = Date.UTC(2025, 0, 1) + whole(31_000_000) * 1000;
    const length = Math.min(3 + whole(13), events - n);
    const region = regions[whole(4)]!;
    for (let i = 0; i < length; i++, n++) {
      at += whole(90_000) * 1000;
      // Mostly the next step, now and then a repeated or skipped one: a few thousand variants, as real processes have.
      const step = Math.max(0, Math.min(19, i + (random.unit() < 0.1 ? whole(3) - 1 : 0)));
      text += `ORD-${String(k).padStart(7, '0')},Step ${step},${new Date(at).toISOString()},user${String(whole(200)).padStart(3, '0')},${whole(5000)}.${whole(90) + 10},${region}\n`;
    }
    if (text.length > 1 << 19) {
      yield text;
      text = '';
    }
  }
  yield text;
}
