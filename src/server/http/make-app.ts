import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import fastify, { LogController, type RawServerDefault } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpProblem, PROBLEM_TYPE, problemDocument } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { problemFor, sendProblem } from './answer-problems.ts';
import { loggedError } from './log-answers.ts';

const BODY_BYTES = 1024 * 1024;
const REQUEST_ID = /^[\w-]{1,64}$/;

/** Where the log goes, line by line as JSON, and from which level; false for none. */
export type LogOptions = false | { level: string; stream?: { write(line: string): void } };

/** The server before anything is added: what it takes for a request, and how its numbers and logs look. */
export function makeApp(options: { logger?: LogOptions; trustProxy?: boolean }): RoutedApp {
  const { logger = false, trustProxy = false } = options;
  const app = fastify<RawServerDefault>({
    logger: logger && { ...logger, serializers: { err: loggedError, req: () => ({}) } },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    trustProxy,
    bodyLimit: BODY_BYTES,
    // Headers must come within a minute (Node's own bound); how bodies must come says `limitSilence`.
    requestTimeout: 0,
    routerOptions: { maxParamLength: 300 },
    genReqId: requestId,
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendProblem(reply, request, problemFor(error));
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  return app;
}

function requestId({ headers: { 'x-request-id': given } }: IncomingMessage): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** What is no HTTP never becomes a request: it is answered on the bare line. */
function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) return;
  const status = CLIENT_ERRORS[error.code ?? ''] ?? 400;
  const id = randomUUID();
  const detail =
    status === 408 ? 'The request did not come to its end in time.' : 'The request is no HTTP that can be read.';
  const body = JSON.stringify(problemDocument(new HttpProblem(status, detail), id));
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${id}`,
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
  // Who says nothing does not close its side either.
  socket.destroySoon();
}

const CLIENT_ERRORS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
