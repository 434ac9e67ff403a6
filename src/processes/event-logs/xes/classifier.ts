import { problem } from '../../../platform/errors/index.ts';
import type { XesClassifier } from './model.ts';

/**
 * The event keys that `--classifier` means: those of a declared event classifier of that name, or keys joined with `+`.
 * Throws a Problem that lists what the log declares.
 * @example classifierKeys('concept:name+lifecycle:transition', [], []) // ['concept:name', 'lifecycle:transition']
 */
export function classifierKeys(wanted: string, declared: readonly XesClassifier[], globalKeys: readonly string[]): string[] {
  const ofEvents = declared.filter((c) => c.scope === 'event');
  const named = ofEvents.find((c) => c.name === wanted);
  if (named !== undefined) return splitKeys(named.keys, globalKeys);
  const explicit = wanted.split('+');
  if (explicit.every((key) => key.includes(':') || globalKeys.includes(key))) return explicit;
  const names = ofEvents.map((c) => c.name);
  throw problem('bad-input', { detail: 'The log declares no such classifier', value: wanted, wanted: `${names.length > 0 ? `one of: ${names.join(', ')}; or ` : ''}keys joined with +, as concept:name+lifecycle:transition` });
}

/**
 * The keys of a classifier's `keys` attribute: parted by blanks, quoted with `'` where a key holds one; an unquoted run of words that is
 * together a global key counts as one, since many exporters forget the quotes.
 * @example splitKeys("'resource country' concept:name", []) // ['resource country', 'concept:name']
 */
export function splitKeys(keys: string, globalKeys: readonly string[]): string[] {
  const words = [...keys.matchAll(/'([^']*)'|(\S+)/g)].map((m) => ({ text: m[1] ?? m[2] ?? '', quoted: m[1] !== undefined }));
  const found: string[] = [];
  for (let i = 0; i < words.length;) {
    let taken = 1;
    for (let n = words.length - i; n > 1; n--) {
      const run = words.slice(i, i + n);
      if (run.some((w) => w.quoted) || !globalKeys.includes(run.map((w) => w.text).join(' '))) continue;
      taken = n;
      break;
    }
    found.push(words.slice(i, i + taken).map((w) => w.text).join(' '));
    i += taken;
  }
  return found;
}
