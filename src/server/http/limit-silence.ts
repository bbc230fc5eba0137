import type { IncomingMessage } from 'node:http';
import type { RoutedApp } from '../../common/http/routed-app.ts';

/** So long a connection may say nothing while its request has not come to its end. */
const SILENCE_MS = 60_000;
/** Slower than this a body may not come: it holds a connection, and a large one a file. */
const LEAST_BYTES_PER_SECOND = 16 * 1024;

/**
 * Ends requests whose body does not come: whose connection is silent, or which would take longer than the largest body that the route
 * takes takes at the least speed. So a slow upload goes through however long it takes. Headers that do not come are Node's own matter.
 */
export function limitSilence(app: RoutedApp, silenceMs: number = SILENCE_MS): void {
  app.addHook('onRequest', async ({ raw, routeOptions }, reply) => {
    if (!hasBody(raw)) return;
    const longest = silenceMs + (1000 * (routeOptions.bodyLimit ?? 0)) / LEAST_BYTES_PER_SECOND;
    const begun = Date.now();
    let heard = raw.socket.bytesRead;
    const watch = setInterval(() => {
      const { bytesRead } = raw.socket;
      if (raw.complete || reply.sent) clearInterval(watch);
      else if (bytesRead === heard || Date.now() - begun > longest) {
        clearInterval(watch);
        app.server.emit('clientError', tookTooLong(), raw.socket);
      }
      heard = bytesRead;
    }, silenceMs).unref();
    reply.raw.once('close', () => clearInterval(watch));
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** As Node tells of requests that take too long. */
function tookTooLong(): Error {
  return Object.assign(new Error('the request does not come'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
}
