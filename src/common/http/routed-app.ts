import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Access, Actor } from '../access.ts';

/**
 * What a room's `routes.ts` adds its routes to. Schemas are zod's; a schema with `.meta({ id })` becomes a component of the API's
 * document. Each route states `config.access`, and the server does not start without.
 */
export type RoutedApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. */
    access?: Access;
    /** Name under which the audit log keeps calls; every route that changes something has one. */
    audit?: string;
  }
  interface FastifyRequest {
    /** Who asks; set before any handler runs. */
    actor: Actor;
    /** Offices that a change is about, beside those for which its actor acts; the audit log keeps them. */
    offices?: readonly string[];
  }
}
