import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from '../../common/http/problem.ts';
import type { Auth } from './auth.ts';

/** Hands a request on to the identity library with this body, and its cookies back; gives what it answered, for good or ill. */
export async function askAuth(
  auth: Auth,
  { request, reply, body }: { request: FastifyRequest; reply: FastifyReply; body?: unknown },
): Promise<Response> {
  const response = await auth.handler(webRequest(request, body));
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const wait = response.headers.get('x-retry-after');
  if (wait !== null) reply.header('retry-after', wait);
  return response;
}

/**
 * What the library answered, where it did what was asked.
 *
 * @throws HttpProblem where it did not; Error where it broke
 */
export async function answerOf(response: Response): Promise<unknown> {
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  if (response.status >= 500) throw new Error(`identity library: status ${response.status}: ${JSON.stringify(answer)}`);
  const { message, code } = (answer ?? {}) as { message?: unknown; code?: unknown };
  const detail = typeof message === 'string' && message !== '' ? message : 'This could not be done.';
  const type = typeof code === 'string' ? `saldo:${code.toLowerCase().replaceAll('_', '-')}` : 'about:blank';
  throw new HttpProblem(response.status, detail, { type });
}

/** Of the request's own headers only those that the library needs; who it comes from is what our server knows, not what it says. */
function webRequest(request: FastifyRequest, body: unknown): Request {
  const headers = new Headers({ 'x-forwarded-for': request.ip });
  for (const name of ['cookie', 'origin', 'referer', 'user-agent', 'host'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  for (const name of ['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (body !== undefined) headers.set('content-type', 'application/json');
  return new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
