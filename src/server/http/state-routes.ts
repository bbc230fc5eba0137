import { z } from 'zod';
import { pageOf } from '../../common/http/page.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { stateCodes, stateName } from '../../common/states.ts';

const StateSchema = z.object({ state: z.string(), name: z.string() }).meta({ id: 'State' });
const QuerySchema = z.object({ language: z.enum(['ru', 'en']).default('en') });

/** The states and their names. */
export function stateRoutes(app: RoutedApp): void {
  app.get(
    '/api/states',
    {
      schema: {
        tags: ['server'],
        summary: 'All states, with their names',
        querystring: QuerySchema,
        response: { 200: pageOf(StateSchema, 'States') },
      },
      config: { access: 'public' },
    },
    async ({ query: { language } }, reply) => {
      const states = [...new Set(stateCodes().map(({ alpha2 }) => alpha2))].sort();
      reply.header('cache-control', 'public, max-age=86400');
      return { items: states.map(state => ({ state, name: stateName(state, language) })) };
    },
  );
}
