import type { FastifyRequest } from 'fastify';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { Actors } from './actors.ts';
import type { Auth } from './auth.ts';

/** The identity library's own routes, under `/api/auth/`: sign-in, sign-out, second factor, change of password. */
export function authRoutes(app: RoutedApp, { auth, actors }: { auth: Auth; actors: Actors }): void {
  app.register(async inner => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    inner.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      schema: { hide: true },
      config: { access: 'public', audit: 'identity' },
      handler: async (request, reply) => {
        const response = await auth.handler(webRequest(request));
        actors.forget();
        reply.code(response.status);
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
        const cookies = response.headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        return reply.send(Buffer.from(await response.arrayBuffer()));
      },
    });
  });
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-forwarded-for', request.ip);
  const body = request.body instanceof Buffer && request.body.length > 0 ? new Uint8Array(request.body) : undefined;
  return new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers,
    ...(body !== undefined && { body }),
  });
}
