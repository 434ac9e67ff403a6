import { problem } from '../../../platform/errors/index.ts';
import { ByteDictionary } from './dictionary.ts';
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

/** Works out the activity of events from the values of several keys, by code, so that a combination met before costs no text. */
export class ActivityClassifier {
  readonly keys: readonly string[];
  private readonly texts: ByteDictionary[];
  private readonly parts: number[];
  private readonly joined = new Map<string, string>();

  constructor(keys: readonly string[]) {
    this.keys = keys;
    this.texts = keys.map(() => new ByteDictionary());
    this.parts = keys.map(() => -1);
  }

  /** Forgets the values of the event before. */
  begin(): void {
    this.parts.fill(-1);
  }

  put(part: number, bytes: Uint8Array, from: number, to: number, hash: number): void {
    this.parts[part] = this.texts[part]!.internBytes(bytes, from, to, hash);
  }

  /** The values joined with `+`, a missing one as nothing; '' where all are missing or empty. */
  activity(): string {
    const id = this.parts.join(' ');
    let text = this.joined.get(id);
    if (text === undefined) {
      const values = this.parts.map((code, i) => (code < 0 ? '' : this.texts[i]!.text(code)));
      text = values.every((v) => v === '') ? '' : values.join('+');
      this.bound();
      this.joined.set(this.parts.join(' '), text);
    }
    return text;
  }

  /** Keys that tell events apart would fill memory; forgetting costs time only. */
  private bound(): void {
    if (this.joined.size < 100_000) return;
    this.joined.clear();
    const kept = this.parts.map((code, i) => (code < 0 ? null : this.texts[i]!.text(code)));
    this.texts.forEach((d, i) => {
      d.takeFresh();
      d.restart();
      this.parts[i] = kept[i] === null ? -1 : d.intern(kept[i]!);
    });
  }
}
