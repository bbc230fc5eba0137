import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem, problemDocument, problemOf } from '../../../common/http/problem.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import type { MirrorFit } from './mirror-schemas.ts';

/** Often enough that nothing on the way takes the silence for an end. */
const HEARTBEAT_MS = 15_000;
/** Progress is told in whole percents. */
const PERCENTS = 100;

/**
 * Streams a fit as server-sent events: `progress` with the share done, and at the end `fit` with the whole of it, or `problem`. A client
 * that leaves ends the work.
 */
export async function streamFit(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  perform: (watch: { signal: AbortSignal; progress: (share: number) => void }) => Promise<MirrorFit>,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-accel-buffering': 'no',
  });
  const say = (event: string, data: object): void => {
    if (!raw.writableEnded) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const leaving = new AbortController();
  raw.once('close', () => leaving.abort());
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  let told = -1;
  const progress = (share: number): void => {
    const percent = Math.floor(share * PERCENTS);
    if (percent > told) say('progress', { share: percent / PERCENTS });
    told = Math.max(told, percent);
  };
  try {
    progress(0);
    say('fit', await perform({ signal: leaving.signal, progress }));
  } catch (error) {
    if (!(error instanceof HttpProblem || error instanceof SaldoError)) request.log.error({ err: error }, 'fit failed');
    say('problem', problemDocument(asProblem(error), request.id));
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
}

function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  return error instanceof SaldoError ? problemOf(error) : new HttpProblem(500, 'The fit failed.');
}
