import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { RoutedApp } from '../../common/http/routed-app.ts';

/** Where the pages lie once they are built: beside the program. */
export const pagesFolder: string = fileURLToPath(new URL('../../../dist/web', import.meta.url));

/** Addresses that are no page's: a wrong one below them is a problem, not the first page. */
const NO_PAGE = /^\/(api|healthz|readyz|metrics)(\/|$)/;

/** Serves the pages: files that carry a hash in their name for ever, the one document that starts them never from a cache. */
export async function servePages(app: RoutedApp, folder: string = pagesFolder): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  app.register(async inner => {
    inner.addHook('onRoute', route => {
      route.config = { ...route.config, access: 'public' };
      route.schema = { ...route.schema, hide: true };
    });
    await inner.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: 'index.html',
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    inner.get('/*', { schema: { hide: true }, config: { access: 'public' } }, (request, reply) => {
      const [path = ''] = request.url.split('?');
      if (NO_PAGE.test(path) || /\.\w+$/.test(path)) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
  });
}
