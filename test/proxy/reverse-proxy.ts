import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface ReverseProxy {
  readonly url: string;
  readonly close: () => void;
}

/** Asks over a connection that comes from `localAddress` (all of 127.0.0.0/8 is this machine). */
export async function ask(url: string, { body, ...options }: RequestOptions & { readonly body?: object } = {}): Promise<Answered> {
  const call = request(url, { agent: false, ...options, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers } });
  call.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += String(piece);
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/**
 * A proxy as they are in use: it ends https (here: the client already speaks plainly), appends the client's address to X-Forwarded-For, sets
 * X-Forwarded-Proto and -Host, and connects from `from`.
 */
export async function reverseProxy(target: string, { from, host }: { readonly from: string; readonly host: string }): Promise<ReverseProxy> {
  const server = createServer((incoming, outgoing) => {
    const said = incoming.headers['x-forwarded-for'];
    const client = incoming.socket.remoteAddress ?? '';
    const onward = request(`${target}${incoming.url ?? '/'}`, {
      method: incoming.method, agent: false, localAddress: from,
      headers: { ...incoming.headers, 'x-forwarded-for': said === undefined ? client : `${String(said)}, ${client}`, 'x-forwarded-proto': 'https', 'x-forwarded-host': host },
    }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.close(); server.closeAllConnections(); } };
}
