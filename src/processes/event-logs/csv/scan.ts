import { createHash } from 'node:crypto';
import { spawnWorker } from '../../../platform/worker/index.ts';
import { RecordScanner } from './records.ts';
import { chunksOf, type CsvSource } from './source.ts';

const OWN_THREAD_FROM = 32 << 20;

/** What is known of a file once every byte of it has been seen. */
export interface CsvScan {
  readonly sha256: string;
  /** Records, the header included. */
  readonly records: number;
  /** Bytes of the longest record. */
  readonly longest: number;
  readonly unclosed: RecordScanner['unclosed'];
}

export interface ScanOrder {
  readonly path: string;
  readonly delimiter: string;
}

/** Counts the records of a file and hashes it; files from 32 MiB are scanned in a thread of their own. */
export async function scanCsv({ path, bytes }: Pick<CsvSource, 'path' | 'bytes'>, delimiter: string, signal?: AbortSignal): Promise<CsvScan> {
  signal?.throwIfAborted();
  if (bytes < OWN_THREAD_FROM) return scanHere({ path, delimiter }, signal);
  const worker = spawnWorker(new URL('./csv-scan.worker.ts', import.meta.url), { path, delimiter } satisfies ScanOrder);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<CsvScan>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(signal?.reason ?? new Error('The scanning thread ended without an answer')));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** The same in this thread. */
export async function scanHere({ path, delimiter }: ScanOrder, signal?: AbortSignal): Promise<CsvScan> {
  const scanner = new RecordScanner(delimiter.charCodeAt(0));
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(path, signal)) {
    hash.update(chunk);
    scanner.push(chunk);
  }
  scanner.end();
  return { sha256: hash.digest('hex'), records: scanner.records, longest: scanner.longest, unclosed: scanner.unclosed };
}
