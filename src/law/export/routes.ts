import { z } from 'zod';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { isDay, today } from '../register/legal-date.ts';
import { actAsAkomaNtoso } from './akoma-ntoso.ts';
import { actAsJsonLd, registerAsJsonLd } from './json-ld.ts';

const TAGS = ['law'];
const OnSchema = z
  .string()
  .refine(isDay, { error: 'expected a day YYYY-MM-DD' })
  .default(today)
  .describe('day of the version, today where absent');
const JsonLdSchema = z
  .looseObject({ '@context': z.looseObject({}) })
  .meta({ id: 'JsonLd', description: 'JSON-LD 1.1' });

/** Acts in the forms in which other systems exchange them. */
export function exportRoutes(app: RoutedApp, exchange: Exchange): void {
  app.get('/api/acts/register.jsonld', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'The register as schema.org Legislation with ELI, JSON-LD',
      querystring: z.object({ on: OnSchema }),
      response: { 200: JsonLdSchema, default: ProblemSchema },
    },
    handler: async ({ query: { on } }, reply) => {
      reply.type('application/ld+json; charset=utf-8').header('cache-control', 'public, no-cache');
      return registerAsJsonLd(exchange.current, on);
    },
  });
  app.get('/api/acts/:act/jsonld', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'One act as schema.org Legislation with ELI, JSON-LD',
      params: z.object({ act: z.string() }),
      querystring: z.object({ on: OnSchema }),
      response: { 200: JsonLdSchema, default: ProblemSchema },
    },
    handler: async ({ params, query: { on } }, reply) => {
      reply.type('application/ld+json; charset=utf-8').header('cache-control', 'public, no-cache');
      return actAsJsonLd(actOf(exchange, params.act), on);
    },
  });
  app.get('/api/acts/:act/akn', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'One act as Akoma Ntoso 3.0',
      params: z.object({ act: z.string() }),
      querystring: z.object({ on: OnSchema, lang: z.enum(['ru', 'en']).default('en') }),
      response: { 200: z.string().describe('application/akn+xml'), default: ProblemSchema },
    },
    handler: async ({ params, query: { on, lang } }, reply) => {
      reply.type('application/akn+xml; charset=utf-8').header('cache-control', 'public, no-cache');
      return actAsAkomaNtoso(actOf(exchange, params.act), on, lang);
    },
  });
}

function actOf(exchange: Exchange, id: string) {
  const act = exchange.register.acts.get(id.toUpperCase());
  if (act === undefined) throw new HttpProblem(404, `found the act ${id}, expected one of /api/acts`);
  return act;
}
