import { stat } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import { codes, Problem, problem, type ProblemCode, type ProblemDetail } from '../../../platform/errors/index.ts';
import { spawnWorker } from '../../../platform/worker/index.ts';
import { XesCollector } from './collector.ts';
import type { XesBatch, XesOptions, XesReport } from './model.ts';
import { XesReference } from './reference.ts';
import { XesScanner } from './scanner.ts';
import { DEFAULT_LIMITS, type LogSource, type SourceLimits, sourceName, utf8Chunks } from './source.ts';

/** Takes batches as they come; reading waits for it. */
export type XesSink = (batch: XesBatch) => void | Promise<void>;

export interface ReadXesOptions extends Partial<XesOptions> {
  /** `quick` (default) or the plain reader that it is tested against. */
  reader?: 'quick' | 'reference';
  /**
   * Scans a file in a worker thread. The default is by size: unpacking has its own thread anyhow, and a fresh thread must compile the
   * scanner anew (about 0.3 s), which only a long file earns back. In this thread a slice takes a few milliseconds.
   */
  worker?: boolean;
  limits?: Partial<SourceLimits>;
  /** Bytes of the source read so far (packed, where it is packed). */
  onProgress?: (bytesRead: number) => void;
  signal?: AbortSignal;
}

/** What goes to and comes from the scanning worker. */
export interface ScanOrder {
  path: string;
  options: XesOptions;
  limits: SourceLimits;
}
export type ScanNews = { batch: XesBatch } | { progress: number } | { report: XesReport } | { failure: { code: ProblemCode; detail: ProblemDetail } } | { crash: string };

const OUTSTANDING = 4, WORKER_FROM = 32 << 20;

/**
 * Reads an XES log, plain or gzip, into batches of dictionary-coded columns, in memory that does not grow with the file.
 * Throws a Problem: not XML or not XES, damaged, declared too large, a zone or classifier that does not exist; `cancelled` on abort.
 * @example await readXes({ path: 'log.xes.gz' }, (batch) => console.log(batch.rows))
 */
export async function readXes(source: LogSource, sink: XesSink, options: ReadXesOptions = {}): Promise<XesReport> {
  const settings: XesOptions = { zone: options.zone === undefined ? 'UTC' : options.zone, classifier: options.classifier ?? null };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  try {
    if ('path' in source && options.reader !== 'reference' && (options.worker ?? (await stat(source.path)).size >= WORKER_FROM)) return await scanInWorker({ path: source.path, options: settings, limits }, sink, options);
    return await scanHere(source, settings, limits, sink, options);
  } catch (error) {
    throw explained(error, source, options.signal);
  }
}

/** Reads in this thread; batches are taken between chunks. */
export async function scanHere(source: LogSource, settings: XesOptions, limits: SourceLimits, sink: XesSink, options: Pick<ReadXesOptions, 'reader' | 'onProgress' | 'signal'>): Promise<XesReport> {
  const ready: XesBatch[] = [];
  const collector = new XesCollector(settings, (batch) => ready.push(batch), {}, sourceName(source));
  const reader = options.reader === 'reference' ? new XesReference(collector, sourceName(source)) : new XesScanner(collector, sourceName(source));
  const drain = async (): Promise<void> => {
    for (let batch = ready.shift(); batch !== undefined; batch = ready.shift()) await sink(batch);
  };
  const lineAtEnd = (): number => reader.lineAtEnd();
  for await (const chunk of utf8Chunks(source, limits, (bytes) => options.onProgress?.(bytes), lineAtEnd, options.signal)) {
    reader.push(chunk);
    if (ready.length > 0) await drain();
  }
  reader.end();
  const report = collector.finish();
  await drain();
  return report;
}

/** The memory of a batch, to be handed to another thread instead of copied. */
export function buffersOf(batch: XesBatch): ArrayBuffer[] {
  return batch.columns.flatMap((c) => (c.valid === undefined ? [c.data.buffer] : [c.data.buffer, c.valid.buffer]));
}

/** How many batches a worker may have sent without hearing that they were taken. */
export const OUTSTANDING_BATCHES = OUTSTANDING;

async function scanInWorker(order: ScanOrder, sink: XesSink, { onProgress, signal }: ReadXesOptions): Promise<XesReport> {
  signal?.throwIfAborted();
  const worker = spawnWorker(new URL('./xes-scan.worker.ts', import.meta.url), order);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const news of newsOf(worker)) {
      signal?.throwIfAborted();
      if ('batch' in news) {
        await sink(news.batch);
        worker.postMessage('taken', []);
      } else if ('progress' in news) onProgress?.(news.progress);
      else if ('report' in news) return news.report;
      else if ('failure' in news) throw new Problem(news.failure.code, news.failure.detail);
      else throw new Error(news.crash);
    }
    signal?.throwIfAborted();
    throw new Error('The scanning thread ended without an answer');
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** The worker's messages in order, until it ends. */
async function* newsOf(worker: Worker): AsyncGenerator<ScanNews> {
  const queue: ScanNews[] = [];
  let wake = (): void => {};
  let ended = false, failure: Error | null = null;
  worker.on('message', (news: ScanNews) => (queue.push(news), wake()));
  worker.on('error', (error) => ((failure = error), wake()));
  worker.on('exit', () => ((ended = true), wake()));
  for (;;) {
    for (let news = queue.shift(); news !== undefined; news = queue.shift()) yield news;
    if (failure !== null) throw failure as Error;
    if (ended) return;
    await new Promise<void>((resolve) => (wake = resolve));
    wake = () => {};
  }
}

/** An error as a worker can post it. */
export function asNews(error: unknown): ScanNews {
  if (!(error instanceof Problem)) return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  const { code, detail, value, wanted, at } = error;
  return { failure: { code, detail: { detail, ...(value === undefined ? {} : { value }), ...(wanted === undefined ? {} : { wanted }), ...(at === undefined ? {} : { at }) } } };
}

function explained(error: unknown, source: LogSource, signal: AbortSignal | undefined): unknown {
  if (error instanceof Problem && error.code in codes) return error;
  if (signal?.aborted === true) return problem('cancelled', { detail: 'Reading the log was cancelled', at: { file: sourceName(source) } }, error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return problem('not-found', { detail: 'There is no such file', value: sourceName(source), wanted: 'an XES log' }, error);
  if (code === 'EISDIR') return problem('bad-input', { detail: 'This is a folder, not a file', value: sourceName(source), wanted: 'an XES log' }, error);
  if (code === 'EACCES') return problem('not-allowed', { detail: 'The file may not be read', value: sourceName(source), wanted: 'a file that this user may read' }, error);
  return error;
}
