import { z } from 'zod';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';

const HealthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** `/healthz`: the process answers; `/readyz`: so does what it needs. */
export function healthRoutes(app: RoutedApp, isReady: () => Promise<void>): void {
  const route = {
    schema: { tags: ['server'], response: { 200: HealthSchema } },
    config: { access: 'public' as const },
  };
  app.get('/healthz', route, async () => ({ status: 'ok' as const }));
  app.get('/readyz', route, async request => {
    await isReady().catch((error: unknown) => {
      request.log.error({ err: error }, 'not ready');
      throw new HttpProblem(503, 'The store does not answer.');
    });
    return { status: 'ok' as const };
  });
}
