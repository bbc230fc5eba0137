import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { undocumentedColumns } from '../store/describe-table.ts';
import { describeStores } from '../store/fixtures/describe-stores.ts';
import type { Store } from '../store/store.ts';
import type { Server } from './build-server.ts';
import { cookieFor, get, post, signIn, testServer } from './fixtures/test-server.ts';
import { ensureAdministrator } from './identity/first-administrator.ts';

const ALL = [{ role: 'administrator', office: '*' }] as const;

describeStores('the server', bench => {
  let store: Store<unknown>;
  let server: Server;
  let administrator: string;
  beforeAll(async () => {
    store = await bench.open();
    server = await testServer(store, {
      rooms: app => {
        app.get('/api/broken', { config: { access: 'public' } }, () => {
          throw new Error('secret of the inside');
        });
        app.get('/api/asking', { config: { access: 'public' } }, async ({ actor }) => ({ actor: actor.kind }));
        app.post(
          '/api/sums',
          {
            schema: { body: z.object({ a: z.number(), b: z.number() }) },
            config: { access: 'statistician', audit: 'sum' },
          },
          async ({ body: { a, b } }) => ({ sum: a + b }),
        );
      },
    });
    administrator = await signIn(server, 'root@example.org', ALL);
  });
  afterAll(() => server.app.close());

  it('documents every table and column', async () => {
    expect(await undocumentedColumns(store)).toEqual([]);
  });

  it('answers every error with a problem document', async () => {
    const { app } = server;
    const missing = await get(app, '/api/nothing');
    expect(missing.headers['content-type']).toBe('application/problem+json');
    expect(missing.json()).toMatchObject({
      status: 404,
      title: 'Not found',
      instance: missing.headers['x-request-id'],
    });
    const wrong = await app.inject({ method: 'DELETE', url: '/healthz' });
    expect([wrong.statusCode, wrong.headers['allow']]).toEqual([405, 'GET']);
    const broken = await get(app, '/api/broken');
    expect(broken.statusCode).toBe(500);
    expect(broken.body).not.toContain('inside');
    const statistician = await signIn(server, 'sums@example.org', [{ role: 'statistician', office: 'BY' }]);
    const faults = await post(app, '/api/sums', { a: 'x' }, statistician);
    expect(faults.json()).toMatchObject({ status: 400, faults: [{ where: 'body/a' }, { where: 'body/b' }] });
    const malformed = await app.inject({
      method: 'POST',
      url: '/api/sums',
      body: '{',
      headers: { 'content-type': 'application/json', cookie: statistician },
    });
    expect(malformed.json()).toMatchObject({ status: 400 });
  });

  it('lets nobody pass whom a route does not admit', async () => {
    const { app } = server;
    expect((await post(app, '/api/sums', { a: 1, b: 2 })).statusCode).toBe(401);
    expect((await post(app, '/api/sums', { a: 1, b: 2 }, administrator)).statusCode).toBe(403);
    const cookie = await signIn(server, 'stat@example.org', [{ role: 'statistician', office: 'BY' }]);
    expect((await post(app, '/api/sums', { a: 1, b: 2 }, cookie)).json()).toEqual({ sum: 3 });
    const stranger = await app.inject({
      ...{ method: 'POST', url: '/api/sums', payload: { a: 1, b: 2 } },
      headers: { cookie, origin: 'https://elsewhere.example', host: 'localhost:4300' },
    });
    expect(stranger.json()).toMatchObject({ status: 403, type: 'saldo:other-origin' });
  });

  it('makes one administrator, who must change the password before anything else', async () => {
    const { auth, identity, app } = server;
    expect(await ensureAdministrator({ auth, db: identity }, 'second@example.org')).toBeUndefined();
    const made = await post(
      app,
      '/api/users',
      { name: 'New', email: 'new@example.org', roles: [{ role: 'auditor', office: 'RU' }] },
      administrator,
    );
    expect(made.statusCode).toBe(201);
    const cookie = await cookieFor(app, 'new@example.org', made.json().one_time_password);
    expect((await get(app, '/api/audit', cookie)).json()).toMatchObject({ status: 403, type: 'saldo:change-password' });
    // What everybody may read is read as everybody reads it, though the roles would show more.
    expect((await get(app, '/api/asking', cookie)).json()).toEqual({ actor: 'public' });
    expect((await get(app, '/api/session', cookie)).json()).toMatchObject({
      first: 'change-password',
      actor: { kind: 'user', name: 'New' },
    });
    await post(
      app,
      '/api/auth/change-password',
      {
        currentPassword: made.json().one_time_password,
        newPassword: 'another long password',
        revokeOtherSessions: false,
      },
      cookie,
    );
    expect((await get(app, '/api/audit', cookie)).statusCode).toBe(200);
    expect((await get(app, '/api/asking', cookie)).json()).toEqual({ actor: 'user' });
  });

  it('takes keys of machines for the roles they were given', async () => {
    const { app } = server;
    const made = await post(
      app,
      '/api/keys',
      { name: 'loader', roles: [{ role: 'statistician', office: 'BY' }] },
      administrator,
    );
    expect(made.statusCode).toBe(201);
    const { id, key } = made.json();
    const ask = () =>
      app.inject({
        method: 'POST',
        url: '/api/sums',
        payload: { a: 1, b: 1 },
        headers: { authorization: `Bearer ${key}` },
      });
    expect((await ask()).json()).toEqual({ sum: 2 });
    expect((await get(app, '/api/keys', administrator)).json().items).toContainEqual(
      expect.objectContaining({ id, roles: [{ role: 'statistician', office: 'BY' }] }),
    );
    expect(
      (await app.inject({ method: 'DELETE', url: `/api/keys/${id}`, headers: { cookie: administrator } })).statusCode,
    ).toBe(204);
    expect((await ask()).statusCode).toBe(401);
  });

  it('shuts out whom an administrator disables, at once', async () => {
    const { app } = server;
    const cookie = await signIn(server, 'leaver@example.org', [{ role: 'statistician', office: 'BY' }]);
    const people: { id: string; email: string }[] = (await get(app, '/api/users', administrator)).json().items;
    const { id } = people.find(({ email }) => email === 'leaver@example.org')!;
    const put = {
      method: 'PUT',
      url: `/api/users/${id}/disabled`,
      payload: { disabled: true },
      headers: { cookie: administrator },
    } as const;
    expect((await app.inject(put)).json()).toMatchObject({ id, disabled_at: expect.any(String) });
    expect((await post(app, '/api/sums', { a: 1, b: 2 }, cookie)).statusCode).toBe(401);
    expect(
      (await post(app, '/api/auth/sign-in/email', { email: 'leaver@example.org', password: 'a long new password' }))
        .statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it('keeps every change in a log that only grows', async () => {
    const { app } = server;
    const auditor = await signIn(server, 'audit@example.org', [{ role: 'auditor', office: '*' }]);
    await post(app, '/api/sums', { a: 1, b: 2 }, auditor);
    const [last] = (await get(app, '/api/audit', auditor)).json().items;
    expect(last).toMatchObject({ action: 'sum', subject: '/api/sums', status: 403, actor_kind: 'user' });
    expect((await get(app, '/api/audit/check', auditor)).json()).toEqual({ whole: true, first_broken: null });
    const { sql } = await import('kysely');
    await expect(sql`update audit set status = 200`.execute(store.db)).rejects.toThrow('only grows');
    await expect(sql`delete from audit`.execute(store.db)).rejects.toThrow('only grows');
  });

  it('shows an auditor of one office the lines of that office alone', async () => {
    const { app } = server;
    const own = await signIn(server, 'audit-by@example.org', [{ role: 'auditor', office: 'BY' }]);
    const all = await signIn(server, 'audit-all@example.org', [{ role: 'auditor', office: '*' }]);
    const theirs = await signIn(server, 'stat-ru@example.org', [{ role: 'statistician', office: 'RU' }]);
    await post(app, '/api/sums', { a: 1, b: 2 }, theirs);
    const add = (email: string, office: string) =>
      post(app, '/api/users', { name: 'New', email, roles: [{ role: 'auditor', office }] }, administrator);
    await add('about-ru@example.org', 'RU');
    await add('about-by@example.org', 'BY');
    const read = async (cookie: string): Promise<{ action: string; offices: string[] }[]> =>
      (await get(app, '/api/audit?limit=1000', cookie)).json().items;
    const seen = await read(own);
    expect(seen[0]).toMatchObject({ action: 'person.add', offices: ['*', 'BY'] });
    expect(seen.filter(({ offices }) => !offices.includes('BY'))).toEqual([]);
    expect((await read(all)).slice(0, 3).map(({ offices }) => offices)).toEqual([['*', 'BY'], ['*', 'RU'], ['RU']]);
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await get(server.app, '/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/audit');
    expect(document.components.schemas).toHaveProperty('Problem');
    expect((await get(server.app, '/api/docs')).statusCode).toBeLessThan(400);
  });

  it('tells its health, and its measures to the machine itself', async () => {
    expect((await get(server.app, '/healthz')).json()).toEqual({ status: 'ok' });
    expect((await get(server.app, '/readyz')).json()).toEqual({ status: 'ok' });
    const { body } = await get(server.app, '/metrics');
    expect(body).toContain('saldo_http_request_seconds_count');
    expect(body).toMatch(/saldo_received_bytes_total\{route="\/api\/users"\} \d+/);
  });
});

describe('a route that states nobody', () => {
  it('stops the start', async () => {
    const { openStore } = await import('../store/store.ts');
    const store = await openStore<unknown>({ folder: ':memory:' });
    const rooms = (app: Parameters<NonNullable<Parameters<typeof testServer>[1]>['rooms'] & object>[0]) => {
      app.get('/api/open', async () => 'open');
    };
    await expect(testServer(store, { rooms })).rejects.toThrow('does not state config.access');
    await store.close();
  });
});
