import type { RoutedApp } from '../../common/http/routed-app.ts';

/** What a route says of keeping its answer stands; else nobody keeps one, since the same address answers each actor differently. */
export function cacheHeaders(app: RoutedApp): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.url.startsWith('/api/') || reply.hasHeader('cache-control')) return payload;
    reply.header('cache-control', 'private, no-cache').header('vary', 'cookie, authorization, x-api-key');
    return payload;
  });
}
