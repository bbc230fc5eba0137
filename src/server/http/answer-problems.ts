import { errorCodes, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { HttpProblem, PROBLEM_TYPE, type Problem, problemDocument, problemOf } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { SaldoError } from '../../common/saldo-error.ts';

/** Every error of every route leaves as a problem document; what is inside a bug goes to the log alone. */
export function answerProblems(app: RoutedApp): void {
  const methods = collectMethods(app);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemFor(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, request, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const others = methods(path);
    if (others.length === 0)
      return sendProblem(reply, request, new HttpProblem(404, `there is nothing at ${path.slice(0, 200)}`));
    reply.header('allow', others.join(', '));
    return sendProblem(
      reply,
      request,
      new HttpProblem(405, `found ${request.method}, expected ${others.join(' or ')}`),
    );
  });
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: HttpProblem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problemDocument(problem, request.id));
}

export function problemFor(error: FastifyError): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof SaldoError) return problemOf(error);
  if (hasZodFastifySchemaValidationErrors(error))
    return new HttpProblem(400, 'The request is not as the route expects.', { faults: faultsOf(error) });
  const status = error.statusCode ?? 500;
  if (status === 429) return new HttpProblem(429, 'Too many requests; try again later.');
  if (status >= 400 && status < 500)
    return new HttpProblem(status, CLIENT_ERRORS[error.code] ?? 'The request cannot be read.');
  return new HttpProblem(500, 'Something went wrong here; the id of the request helps to find out what.');
}

const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  [new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE().code]: 'The body has a type that the route does not take.',
  [new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE().code]: 'The body is larger than the route takes.',
  [new errorCodes.FST_ERR_CTP_EMPTY_JSON_BODY().code]: 'The body is empty; expected JSON.',
};

function faultsOf({ validation, validationContext }: FastifyError): NonNullable<Problem['faults']> {
  return (validation ?? []).map(({ instancePath, message }) => ({
    where: `${validationContext ?? 'request'}${instancePath}`,
    expected: message ?? 'another value',
  }));
}

/** The methods that some route takes at a path, from the routes as they are added. */
function collectMethods(app: RoutedApp): (path: string) => string[] {
  const routes: { pattern: RegExp; methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    // What the pages' router takes over is no address of its own.
    if (url === '/*') return;
    const pattern = new RegExp(
      `^${url
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace(/:[^/]+/g, '[^/]+')
        .replace(/\*/g, '.*')}$`,
    );
    routes.push({ pattern, methods: Array.isArray(method) ? method : [method] });
  });
  return path => {
    const found = routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
    return [...new Set(found)].filter(method => method !== 'HEAD' && method !== 'OPTIONS');
  };
}
