import { Socket } from 'node:net';
import { finished, type Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Seconds for which an answer waits for its reader before it looks at what it took, and bytes a second that it has to have taken then. */
const PATIENCE = 60, LEAST = 16_384;

export interface Patience {
  readonly stalledSeconds?: number | undefined;
  readonly leastBytes?: number | undefined;
}

/**
 * Sends an answer while it comes; resolves when the last of it has gone, or the reader has. What is held open for an answer is others' turn:
 * a reader who takes less than 16 KiB a second (or `leastBytes`) over a minute (or `stalledSeconds`) in which it was waited for is cut off.
 * Time in which nothing lay ready for it does not count.
 */
export async function sendStream(reply: FastifyReply, stream: Readable, { stalledSeconds = PATIENCE, leastBytes = LEAST }: Patience = {}): Promise<void> {
  const { raw } = reply, { socket } = raw;
  const watch = socket instanceof Socket ? watched(raw, socket, stalledSeconds * 1000, leastBytes) : undefined;
  const over = new Promise<void>((resolve) => { finished(stream, () => resolve()); });
  // The last of it may lie ready for as long as a reader likes, though the stream has ended.
  finished(raw, () => clearInterval(watch));
  void reply.send(stream);
  await over;
}

/** Looks in on a reader: cuts it off where it took too little in so many milliseconds of waiting. */
function watched(raw: FastifyReply['raw'], socket: Socket, patience: number, leastBytes: number): NodeJS.Timeout {
  const waiting = () => raw.writableLength > 0 || socket.writableLength > 0;
  const taken = () => socket.bytesWritten - socket.writableLength;
  let [waited, had, at, before] = [0, taken(), performance.now(), false];
  const look = () => {
    const now = performance.now(), still = waiting();
    if (still && before) waited += now - at;
    [at, before] = [now, still];
    if (waited < patience) return;
    if (taken() - had < (leastBytes * waited) / 1000) raw.destroy();
    [waited, had] = [0, taken()];
  };
  return setInterval(look, patience / 12).unref();
}
