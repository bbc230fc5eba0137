import { z } from 'zod';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { DemonstrationState } from '../demonstration.ts';

const DemonstrationSchema = z
  .object({
    state: z
      .enum(['none', 'simulating', 'loading', 'accounting', 'ready', 'failed'])
      .describe('none where no demonstration is made'),
    step: z.string().nullable().describe('step of the account under way'),
    percent: z.number().nullable().describe('of the statement under way; null where nobody can tell'),
  })
  .meta({ id: 'Demonstration' });

const NONE: DemonstrationState = { state: 'none', step: null, percent: null };

/** How far the simulated world of a first start has come, for whoever waits for it. */
export function demonstrationRoute(app: RoutedApp, state: () => DemonstrationState = () => NONE): void {
  app.get(
    '/api/demonstration',
    {
      schema: {
        tags: ['server'],
        summary: 'How far the demonstration has come',
        response: { 200: DemonstrationSchema },
      },
      config: { access: 'public' },
    },
    async () => state(),
  );
}
