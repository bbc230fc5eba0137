import { z } from 'zod';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';

const HealthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** Something that the server needs. */
export interface Need {
  /** What is said where it is missing; everybody can read it. */
  readonly missing: string;
  /** Fails where it is missing. */
  check(): Promise<void>;
}

/** `/healthz`: the process answers; `/readyz`: so does what it needs, or all that is missing is told. */
export function healthRoutes(app: RoutedApp, needs: readonly Need[]): void {
  const route = (summary: string) => ({
    schema: { tags: ['server'], summary, response: { 200: HealthSchema } },
    config: { access: 'public' as const },
  });
  app.get('/healthz', route('Whether the process answers'), async () => ({ status: 'ok' as const }));
  app.get('/readyz', route('Whether all that it needs answers too'), async ({ log }) => {
    const missing = await Promise.all(
      needs.map(({ missing, check }) =>
        check().then(
          () => [],
          (err: unknown) => {
            log.error({ err }, missing);
            return [missing];
          },
        ),
      ),
    );
    if (missing.flat().length > 0) throw new HttpProblem(503, missing.flat().join(' '));
    return { status: 'ok' as const };
  });
}
