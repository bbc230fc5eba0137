import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';

/** Where the pages lie once they are built: beside the program. */
export const pagesFolder: string = fileURLToPath(new URL('../../../dist/web', import.meta.url));

/** Addresses that are no page's: a wrong one below them is a problem, not the first page. */
const NO_PAGE = /^(api|healthz|readyz|metrics)(\/|$)/;
const FOREVER = 'public, max-age=31536000, immutable';

/** Serves the pages: files that carry a hash in their name for ever, the one document that starts them never from a cache. */
export async function servePages(app: RoutedApp, folder: string = pagesFolder): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => name.split(sep).join('/')),
  );
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  app.get('/*', { schema: { hide: true }, config: { access: 'public' } }, (request, reply) => {
    const path = pathOf(request.url);
    const isFile = /\.\w+$/.test(path);
    if (NO_PAGE.test(path) || (isFile && !files.has(path))) throw new HttpProblem(404, `there is nothing at /${path}`);
    const file = isFile ? path : 'index.html';
    return reply.header('cache-control', file.startsWith('assets/') ? FOREVER : 'no-cache').sendFile(file);
  });
}

/** The path of an address without its first slash; an address that cannot be read never comes so far. */
function pathOf(url: string): string {
  const [path = ''] = url.slice(1).split('?');
  return decodeURIComponent(path).slice(0, 200);
}
