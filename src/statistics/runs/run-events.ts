import type { FastifyReply, FastifyRequest } from 'fastify';
import { isEnded, type RunEvent } from './run.ts';
import type { RunKeeper } from './run-keeper.ts';

/** Often enough that nothing on the way takes the silence for an end. */
const HEARTBEAT_MS = 15_000;

/**
 * Streams what happens to a run as server-sent events until it has ended or the client leaves: `state` with the whole run (first, and at
 * each change), `step` with each step that ended, `progress` with the step under way.
 *
 * @throws SaldoError `unknown_run`, before anything is sent
 */
export async function streamRunEvents(
  keeper: RunKeeper,
  id: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  await keeper.get(id);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-accel-buffering': 'no',
  });
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  let leave = () => {};
  const end = () => {
    clearInterval(heartbeat);
    leave();
    raw.end();
  };
  request.raw.once('close', end);
  raw.once('close', end);
  leave = await keeper.watch(id, event => {
    raw.write(eventText(event));
    if (event.type === 'state' && isEnded(event.run.state)) end();
  });
  if (raw.writableEnded) leave();
}

function eventText(event: RunEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(dataOf(event))}\n\n`;
}

function dataOf(event: RunEvent): object {
  switch (event.type) {
    case 'state':
      return event.run;
    case 'step':
      return { position: event.position, ...event.step };
    case 'progress':
      return event.current;
  }
}
