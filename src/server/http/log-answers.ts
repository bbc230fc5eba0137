import type { RoutedApp } from '../../common/http/routed-app.ts';

/** An error as the log keeps it. */
export interface LoggedError {
  [more: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

/** How an error goes to the log: what broke and where, never with which values: drivers of stores hang queries and their values on errors. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error ? { code: error.code } : {};
  return { type: name, message, stack, ...code, ...(cause !== undefined && { cause: loggedError(cause) }) };
}

/** One line for each answer: route, status, time and who asked, never bodies, names, queries, cookies or keys. */
export function logAnswers(app: RoutedApp): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, actor, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const line = { method, route: routeOptions.url ?? 'unknown', status: reply.statusCode, ms, actor: actor.id };
    if (reply.statusCode >= 500) request.log.error(line, 'answered');
    else request.log.info(line, 'answered');
  });
}
