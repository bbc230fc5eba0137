import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { holdsFor } from '../../common/access.ts';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';

/** Counts and durations for Prometheus, at `/metrics`: for the machine itself and for auditors. */
export function measure(app: RoutedApp): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'saldo_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'saldo_refused_requests_total',
    help: 'Requests that were not allowed',
    labelNames: ['status'],
    registers: [registry],
  });
  const received = new Counter({
    name: 'saldo_received_bytes_total',
    help: 'Bytes of bodies that were taken, by route: uploads above all',
    labelNames: ['route'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const bytes = Number(request.headers['content-length']);
    if (reply.statusCode < 400 && bytes > 0) received.inc({ route }, bytes);
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if ([401, 403, 429].includes(reply.statusCode)) refused.inc({ status: reply.statusCode });
  });
  app.get('/metrics', { schema: { hide: true }, config: { access: 'public' } }, async (request, reply) => {
    const local = request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1';
    if (!local && !holdsFor(request.actor, '*', 'auditor'))
      throw new HttpProblem(403, 'Metrics are for this machine and for auditors.');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  return registry;
}
