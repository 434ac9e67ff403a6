import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Readiness {
  /** A word for each thing that must answer, and a check that rejects when it does not. */
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
}

export interface Metrics {
  readonly registry: Registry;
  readonly gauge: (name: string, help: string, collect: () => Promise<number> | number) => void;
}

/** /healthz (the process lives), /readyz (its parts answer) and /metrics (Prometheus), all without sign-in and without a company's data. */
export function mountOperations(app: FastifyInstance, { checks }: Readiness): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'hymnsheet_' });
  const requests = new Counter({ name: 'hymnsheet_http_requests_total', help: 'Requests answered', labelNames: ['method', 'route', 'status'], registers: [registry] });
  const seconds = new Histogram({ name: 'hymnsheet_http_request_seconds', help: 'Seconds to answer a request', labelNames: ['method', 'route'], buckets: [0.005, 0.02, 0.05, 0.15, 0.5, 2, 10], registers: [registry] });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requests.inc({ method: request.method, route, status: String(reply.statusCode) });
    seconds.observe({ method: request.method, route }, reply.elapsedTime / 1000);
  });
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    const failed: string[] = [];
    for (const [name, check] of Object.entries(checks)) await check().catch(() => failed.push(name));
    return reply.status(failed.length > 0 ? 503 : 200).send({ status: failed.length > 0 ? 'not ready' : 'ready', failed });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return {
    registry,
    gauge: (name, help, collect) => {
      registry.registerMetric(new Gauge({ name, help, registers: [], async collect() { this.set(await collect()); } }));
    },
  };
}
