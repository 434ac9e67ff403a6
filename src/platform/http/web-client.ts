import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What a page may load: only its own origin; inline styles because the component library sets them on elements. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** Serves the built web client from `folder`; every address that is not a file or the API gets its page, so that links can be sent. */
export async function mountWebClient(app: FastifyInstance, folder: string, { https }: { https: boolean }): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY');
    reply.header('cross-origin-opener-policy', 'same-origin').header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (https) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (!request.url.startsWith('/api/')) reply.header('content-security-policy', policy);
    else if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  if (!existsSync(join(folder, 'index.html'))) return;
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await app.register(fastifyStatic, { root: folder, wildcard: true, index: false, cacheControl: false, setHeaders: (reply, path) => { reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'); } });
  app.addHook('preHandler', async (request, reply) => {
    // A browser asks for text/html; curl and health checks take anything.
    const wantsPage = ['GET', 'HEAD'].includes(request.method) && !request.url.startsWith('/api/') && /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
    if (!wantsPage || /\.[a-z0-9]{2,5}$/i.test(request.url.split('?')[0] ?? '')) return undefined;
    if (['/healthz', '/readyz', '/metrics'].includes(request.url)) return undefined;
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
