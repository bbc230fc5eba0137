import type { FastifyReply } from 'fastify';
import type { RoutedApp } from '../common/http/routed-app.ts';

/** Ends the streams of events when the server is about to close: they would hold it for as long as their readers listen. */
export function endStreams(app: RoutedApp): void {
  const open = new Set<FastifyReply>();
  app.addHook('onRequest', async (_request, reply) => {
    open.add(reply);
    reply.raw.once('close', () => open.delete(reply));
  });
  app.addHook('preClose', async () => {
    for (const { raw } of open) {
      if (raw.headersSent && String(raw.getHeader('content-type')).startsWith('text/event-stream')) raw.end();
    }
  });
}
