import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../common/access.ts';
import type { Server } from '../build-server.ts';
import { cookieFor, get, memoryStore, post, signIn, testServer } from '../fixtures/test-server.ts';
import { ensureAdministrator } from './first-administrator.ts';

const EVERYTHING = [{ role: 'administrator', office: '*' }] as const;
let server: Server;
let root: string;
let local: string;
beforeAll(async () => {
  server = await testServer(await memoryStore());
  root = await signIn(server, 'root@example.org', EVERYTHING);
  local = await signIn(server, 'minsk@example.org', [{ role: 'administrator', office: 'BY' }]);
});
afterAll(() => server.app.close());

const put = (url: string, payload: object, cookie: string) =>
  server.app.inject({ method: 'PUT', url, payload, headers: { cookie } });
const add = async (email: string, roles: readonly Grant[], cookie: string) =>
  post(server.app, '/api/users', { name: email, email, roles }, cookie);

describe('an administrator of one office', () => {
  it('gives the roles of that office alone, to people and to keys', async () => {
    const own = [{ role: 'statistician', office: 'BY' }] as const;
    const made = await add('stat@example.org', own, local);
    expect(made.statusCode).toBe(201);
    const others: Grant[][] = [
      [{ role: 'administrator', office: '*' }],
      [{ role: 'contributor', office: 'RU' }],
      [...own, { role: 'auditor', office: 'KZ' }],
    ];
    for (const roles of others) {
      expect((await add('other@example.org', roles, local)).statusCode).toBe(403);
      expect((await post(server.app, '/api/keys', { name: 'key', roles }, local)).statusCode).toBe(403);
      expect((await put(`/api/users/${made.json().id}/roles`, { roles }, local)).statusCode).toBe(403);
    }
    const key = await post(server.app, '/api/keys', { name: 'key', roles: own }, local);
    expect(key.statusCode).toBe(201);
  });

  it('leaves alone whoever acts for another office too', async () => {
    const both: Grant[] = [
      { role: 'contributor', office: 'BY' },
      { role: 'contributor', office: 'RU' },
    ];
    const { id } = (await add('both@example.org', both, root)).json();
    expect((await put(`/api/users/${id}/roles`, { roles: [] }, local)).statusCode).toBe(403);
    expect((await put(`/api/users/${id}/disabled`, { disabled: true }, local)).statusCode).toBe(403);
    expect((await post(server.app, `/api/users/${id}/password`, {}, local)).statusCode).toBe(403);
    const roles = [{ role: 'auditor', office: '*' }];
    const key = (await post(server.app, '/api/keys', { name: 'joint', roles }, root)).json();
    const end = (cookie: string) =>
      server.app.inject({ method: 'DELETE', url: `/api/keys/${key.id}`, headers: { cookie } });
    expect((await end(local)).statusCode).toBe(403);
    expect((await end(root)).statusCode).toBe(204);
  });
});

describe('a person', () => {
  it('is added once, also by two at the same time', async () => {
    const adding = () => add('twice@example.org', [], root);
    const statuses = (await Promise.all([adding(), adding(), adding()])).map(({ statusCode }) => statusCode);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect((await add('Twice@Example.org', [], root)).json()).toMatchObject({ type: 'saldo:person_exists' });
  });

  it('who lost the password gets one for one sign-in, and is signed out everywhere', async () => {
    const cookie = await signIn(server, 'lost@example.org', [{ role: 'auditor', office: 'BY' }]);
    const { items } = (await get(server.app, '/api/users', root)).json();
    const { id } = items.find(({ email }: { email: string }) => email === 'lost@example.org');
    const reset = await post(server.app, `/api/users/${id}/password`, {}, root);
    expect(reset.json()).toMatchObject({ id, email: 'lost@example.org' });
    expect((await get(server.app, '/api/audit', cookie)).statusCode).toBe(401);
    const again = await cookieFor(server.app, 'lost@example.org', reset.json().one_time_password);
    expect((await get(server.app, '/api/audit', again)).json()).toMatchObject({ type: 'saldo:change-password' });
  });
});

describe('the first administrator', () => {
  it('gets a new password at each start until one was chosen', async () => {
    const store = await memoryStore();
    const fresh = await testServer(store);
    const identity = { auth: fresh.auth, db: fresh.identity };
    const first = await ensureAdministrator(identity, 'First@Example.org');
    const second = await ensureAdministrator(identity, 'other@example.org');
    expect(second).toMatchObject({ email: 'first@example.org' });
    const sign = (password = '') =>
      post(fresh.app, '/api/auth/sign-in/email', { email: 'first@example.org', password });
    expect((await sign(first?.password)).statusCode).toBe(401);
    const cookie = await cookieFor(fresh.app, 'first@example.org', second?.password ?? '');
    const change = {
      currentPassword: second?.password,
      newPassword: 'a long new password',
      revokeOtherSessions: false,
    };
    expect((await post(fresh.app, '/api/auth/change-password', change, cookie)).statusCode).toBe(200);
    expect((await get(fresh.app, '/api/users', cookie)).json().items).toHaveLength(1);
    expect(await ensureAdministrator(identity, 'first@example.org')).toBeUndefined();
    await fresh.app.close();
    await store.close();
  });
});
