import { Socket } from 'node:net';
import { finished, type Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Seconds in which a reader may take nothing of an answer that waits for it. */
const PATIENCE = 60;

export interface Patience { readonly stalledSeconds?: number | undefined }

/**
 * Sends an answer while it comes; resolves when the last of it has gone, or the reader has. What is held open for an answer is others' turn:
 * a reader who takes no byte of it for a minute (or `stalledSeconds`) is cut off.
 */
export async function sendStream(reply: FastifyReply, stream: Readable, { stalledSeconds = PATIENCE }: Patience = {}): Promise<void> {
  const { raw } = reply, { socket } = raw;
  if (socket instanceof Socket) {
    // With a listener of its own the answer is not cut off for a silence of ours: nothing lies ready to be taken then.
    raw.on('timeout', () => { if (raw.writableLength > 0 || socket.writableLength > 0) raw.destroy(); });
    socket.setTimeout(stalledSeconds * 1000);
  }
  const over = new Promise<void>((resolve) => { finished(stream, () => resolve()); });
  void reply.send(stream);
  await over;
}
