import { expect, it } from 'vitest';
import { endStreams } from './end-streams.ts';
import { makeApp } from './http/make-app.ts';

it('a stream of events ends when the server closes, and keeps nobody waiting', async () => {
  const app = makeApp({});
  endStreams(app);
  app.get('/events', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.raw.write('event: state\ndata: 1\n\n');
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(`${address}/events`);
  const text = response.text();
  await app.close();
  expect(await text).toBe('event: state\ndata: 1\n\n');
});
