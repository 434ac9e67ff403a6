import { sharedKeys } from './links.ts';
import { logLayouts, logText } from './logs.ts';
import { registers } from './registers.ts';
import { northgateYear } from './scenario.ts';
import { plantedTruth } from './truth.ts';
import { truthText } from './truth-text.ts';

/** The event logs as text by file name (without the compression of the written file). */
export function logFiles(seed: number, size: number): Map<string, string> {
  const runs = northgateYear(seed, size);
  const shared = sharedKeys(seed, runs);
  return new Map(logLayouts.map((layout) => [layout.file, logText(runs.get(layout.process)!, layout, shared)]));
}

/** Every file of the company folder as text by its name in the folder; names that end in `.gz` are compressed when written. */
export function companyFolder(seed: number, size: number): Map<string, string> {
  const runs = northgateYear(seed, size);
  const shared = sharedKeys(seed, runs);
  const truth = plantedTruth(seed, size, runs, shared);
  return new Map([
    ...registers(),
    ...logLayouts.map((layout): [string, string] => [layout.file, logText(runs.get(layout.process)!, layout, shared)]),
    ['truth.json', `${JSON.stringify(truth, null, 1)}\n`],
    ['TRUTH.md', truthText(truth)],
  ]);
}
