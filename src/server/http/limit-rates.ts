import rateLimit from '@fastify/rate-limit';
import type { RoutedApp } from '../../common/http/routed-app.ts';

/** Several people may sit behind one address. */
const ACTORS_AT_ADDRESS = 4;

/** Bounds what one address may ask before anybody looks who it is. */
export async function limitAddresses(app: RoutedApp, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, { max: requestsPerMinute * ACTORS_AT_ADDRESS, timeWindow: '1 minute' });
}

/** Bounds what one person or key may ask, from wherever; after it is known who asks. */
export function limitActors(app: RoutedApp, requestsPerMinute: number): void {
  const limit = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ actor, ip }) => (actor.kind === 'public' ? `address ${ip}` : `actor ${actor.id}`),
  });
  app.addHook('onRequest', async (request, reply) => {
    const left = await limit(request);
    if (left.isAllowed || !left.isExceeded) return;
    reply.header('retry-after', left.ttlInSeconds);
    throw Object.assign(new Error('too many requests'), { statusCode: 429 });
  });
}
