import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Access, type Grant, ROLES, type Role } from '../common/access.ts';
import { type FullServer, fullServer } from './fixtures/full-server.ts';

/** Who may call which route; several roles stand with commas. */
const MATRIX = new Map<string, Access>(
  Object.entries(parse(readFileSync(new URL('./access-matrix.yaml', import.meta.url), 'utf8')) as object).flatMap(
    ([access, lines]: [string, string[]]) => lines.map(line => [line, accessOf(access)] as const),
  ),
);
const OFFICES = ['BY', 'RU', 'KZ', '*'];
const NOT_ALLOWED = 'Your roles do not allow this.';

let full: FullServer;
beforeAll(async () => {
  full = await fullServer();
});
afterAll(() => full.close());

interface Asked {
  method: string;
  url: string;
}

function accessOf(text: string): Access {
  if (text === 'public' || text === 'signed-in') return text;
  const [first, ...more] = text.split(', ') as Role[];
  return more.length === 0 ? first! : [first!, ...more];
}

/** A route with something for each of its parameters, so that it is this one that is asked. */
function asked(line: string): Asked {
  const [method = '', url = ''] = line.split(' ');
  const values: Record<string, string> = { ':run': full.run, ':vintage': '1', ':origin': 'RU', ':destination': 'BY' };
  return { method, url: url.replace(/:\w+/g, name => values[name] ?? 'x').replace('*', 'x') };
}

async function ask({ method, url }: Asked, headers: Record<string, string>) {
  const body = method === 'GET' ? {} : { payload: '{', headers: { ...headers, 'content-type': 'application/json' } };
  return full.server.app.inject({ method: method as 'GET', url, headers, ...body });
}

/** The matrix says so itself, without the code that the server decides with. */
function isAllowed(access: Access, roles: readonly Grant[]): boolean {
  if (access === 'public') return true;
  if (access === 'signed-in') return true;
  const wanted: readonly string[] = typeof access === 'string' ? [access] : access;
  return roles.some(({ role }) => wanted.includes(role));
}

describe('the access matrix', () => {
  it('has a line for every route, and no other', () => {
    const isOwn = (url: string) => url !== '/*' && !url.startsWith('/api/docs') && !/.\/$/.test(url);
    const stated = full.server.routes
      .filter(({ method, url }) => method !== 'HEAD' && isOwn(url))
      .map(({ method, url, access }) => [`${method} ${url}`, access] as const);
    const byName = (lines: Iterable<readonly [string, Access]>) => [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(byName(stated)).toEqual(byName(MATRIX));
  });

  it('names every changing route for the audit log', () => {
    const changing = full.server.routes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
    for (const { url, audit } of changing)
      expect([url, audit]).toEqual([url, expect.stringMatching(/^[a-z_]+[.a-z-]*$/)]);
    expect(changing.length).toBeGreaterThan(10);
  });

  it('keeps the public out of everything that is not public', async () => {
    for (const [line, access] of [...MATRIX].filter(([, access]) => access !== 'public')) {
      const forged: Record<string, string>[] = [
        {},
        { authorization: 'Bearer saldo_forged' },
        { 'x-api-key': 'x' },
        { cookie: 'saldo.session_token=forged.signature' },
      ];
      for (const headers of forged)
        expect([line, access, (await ask(asked(line), headers)).statusCode]).toEqual([line, access, 401]);
    }
  });

  it('lets nobody further than the roles that they hold, whatever they hold', async () => {
    const grant = fc.record({ role: fc.constantFrom<Role>(...ROLES), office: fc.constantFrom(...OFFICES) });
    const roles = fc.uniqueArray(grant, { maxLength: 4, selector: ({ role, office }) => `${role} ${office}` });
    const line = fc.constantFrom(...[...MATRIX.keys()].filter(each => !each.includes('/api/auth/')));
    await fc.assert(
      fc.asyncProperty(roles, line, async (held, each) => {
        const headers = { authorization: `Bearer ${await full.keyOf(held)}` };
        const answer = await ask(asked(each), headers);
        const allowed = isAllowed(MATRIX.get(each)!, held);
        expect(answer.statusCode).not.toBe(401);
        expect(answer.statusCode).toBeLessThan(500);
        const refused = answer.statusCode === 403 && answer.json().detail === NOT_ALLOWED;
        expect([each, held, refused]).toEqual([each, held, !allowed]);
      }),
      { numRuns: Number(process.env['SALDO_MATRIX'] ?? 300) },
    );
  }, 300_000);

  it('gives each role exactly its own routes', async () => {
    for (const role of ROLES) {
      const headers = { authorization: `Bearer ${await full.keyOf([{ role, office: '*' }])}` };
      for (const [line, access] of [...MATRIX].filter(([each]) => !each.includes('/api/auth/'))) {
        const { statusCode, body } = await ask(asked(line), headers);
        const refused = statusCode === 403 && body.includes(NOT_ALLOWED);
        expect([role, line, refused]).toEqual([role, line, !isAllowed(access, [{ role, office: '*' }])]);
      }
    }
  }, 300_000);
});
