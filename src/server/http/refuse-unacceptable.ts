import type { Readable } from 'node:stream';
import { HttpProblem, PROBLEM_TYPE, problemDocument } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';

/** Answers 406 where what was read has a media type that the reader does not take. A `format` that the address names stands above `Accept`. */
export function refuseUnacceptable(app: RoutedApp): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const { accept } = request.headers;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (accept === undefined || !isRead || reply.statusCode !== 200 || asksByName(request.query)) return payload;
    const type = String(reply.getHeader('content-type') ?? '');
    if (type === '' || accepts(accept, type)) return payload;
    if (isStream(payload)) payload.destroy();
    for (const name of ['content-length', 'content-encoding', 'content-disposition', 'etag']) reply.removeHeader(name);
    reply.code(406).header('content-type', PROBLEM_TYPE);
    return JSON.stringify(
      problemDocument(new HttpProblem(406, `accept: offered is ${type.split(';')[0]}`), request.id),
    );
  });
}

/** Whether an `Accept` header (RFC 9110 §12.5.1) admits a media type: the most exact range that covers it decides. */
export function accepts(accept: string, type: string): boolean {
  const wanted = (type.split(';')[0] ?? '').trim().toLowerCase();
  const [main] = wanted.split('/');
  const exactness = [`*/*`, `${main}/*`, wanted];
  const covering = accept
    .split(',')
    .map(range => range.split(';').map(part => part.trim().toLowerCase()))
    .map(([range = '', ...parameters]) => ({ place: exactness.indexOf(range), quality: qualityOf(parameters) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => b.place - a.place || b.quality - a.quality);
  return accept.trim() === '' || (covering[0]?.quality ?? 0) > 0;
}

function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
  return weight === undefined ? 1 : Number(weight) || 0;
}

function asksByName(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'format' in query;
}

function isStream(payload: unknown): payload is Readable {
  return typeof payload === 'object' && payload !== null && 'destroy' in payload;
}
