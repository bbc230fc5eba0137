import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../common/access.ts';
import { ProblemSchema } from '../common/http/problem.ts';
import { type FullServer, fullServer } from './fixtures/full-server.ts';
import { type ApiOperation, operationsOf, requestTo } from './fixtures/random-requests.ts';

/** Requests for each route; SALDO_FUZZ=500 is the long form. */
const REQUESTS = Number(process.env['SALDO_FUZZ'] ?? 60);

let full: FullServer;
let operations: readonly ApiOperation[];
let key: string;
beforeAll(async () => {
  full = await fullServer();
  operations = operationsOf((await full.server.app.inject('/api/openapi.json')).json());
  key = await full.keyOf(ROLES.map(role => ({ role, office: '*' })));
});
afterAll(() => full.close());

describe('random and malformed requests', () => {
  it('to every route get an answer or a problem document, never a failure', async () => {
    expect(operations.length).toBeGreaterThan(40);
    const statuses = new Map<number, number>();
    for (const operation of operations) {
      const known = { run: [full.run], vintage: ['1', 'latest'], origin: ['RU'], destination: ['BY'] };
      await fc.assert(
        fc.asyncProperty(requestTo(operation, { known, key }), async request => {
          const answer = await full.server.app.inject(request);
          statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
          expect(answer.statusCode).toBeLessThan(500);
          const body = textOf(answer);
          expect(body).not.toMatch(/\n\s+at |node_modules|\.ts:\d|\.js:\d/);
          if (answer.statusCode < 400) return;
          expect(answer.headers['content-type']).toBe('application/problem+json');
          expect(ProblemSchema.parse(JSON.parse(body)).status).toBe(answer.statusCode);
        }),
        { numRuns: REQUESTS },
      );
    }
    if (process.env['SALDO_FUZZ'] !== undefined)
      process.stdout.write(`answers by status: ${JSON.stringify([...statuses].sort())}\n`);
    // Some were understood, and most kinds of refusal were met: else the requests were all of one kind.
    for (const status of [200, 400, 401, 404, 406, 415]) expect([status, statuses.has(status)]).toEqual([status, true]);
  }, 1_800_000);

  it('are all in the audit log where they would have changed something, and the log holds', async () => {
    const { body } = await full.server.app.inject({ url: '/api/audit/check', headers: { 'x-api-key': key } });
    expect(JSON.parse(body)).toEqual({ whole: true, first_broken: null });
  });
});

function textOf({ headers, rawPayload }: LightMyRequestResponse): string {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(rawPayload).toString();
  return (encoding === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString();
}
