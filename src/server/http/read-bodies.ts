import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';

/** Text that no store keeps to the letter: NUL, and halves of signs. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON in UTF-8 is what bodies are made of; rooms that take others say so in a scope of their own. */
export function readBodies(app: RoutedApp): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    let text: string;
    try {
      text = utf8.decode(Buffer.from(body));
    } catch {
      return done(new HttpProblem(400, 'The body is no UTF-8.'));
    }
    return parse(request, text, (error, value) =>
      error ? done(new HttpProblem(400, 'The body is no JSON that is taken here.')) : done(null, value),
    );
  });
  app.addHook('preValidation', async request => {
    const parts = { params: request.params, querystring: request.query, body: request.body };
    const faults = Object.entries(parts)
      .filter(([, part]) => holdsUnkeepable(part))
      .map(([where]) => ({ where, expected: 'text without NUL and without halves of signs' }));
    if (faults.length > 0) throw new HttpProblem(400, 'The request holds text that cannot be kept.', { faults });
  });
}

/** Looks through any depth of a value that came as JSON, without recursion. */
function holdsUnkeepable(value: unknown): boolean {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && UNKEEPABLE.test(next)) return true;
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next) || 'pipe' in next) continue;
    for (const [name, inner] of Object.entries(next)) {
      if (UNKEEPABLE.test(name)) return true;
      left.push(inner);
    }
  }
  return false;
}
