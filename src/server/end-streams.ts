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
    // A handler that took over its answer streams it; what others answer is awaited.
    for (const { sent, raw } of open) if (sent && !raw.writableEnded) raw.end();
  });
}
