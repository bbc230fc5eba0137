import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../build-server.ts';
import { cookieFor, get, memoryStore, post, signIn, testServer } from '../fixtures/test-server.ts';
import { addPerson } from './people.ts';

const PASSWORD = 'a long new password';
const CONTRIBUTOR = [{ role: 'contributor', office: 'BY' }] as const;
let server: Server;
beforeAll(async () => {
  server = await testServer(await memoryStore());
});
afterAll(() => server.app.close());

describe('the identity library', () => {
  it('lets nobody make keys with roles of their own choice, nor names, nor accounts', async () => {
    const cookie = await signIn(server, 'climber@example.org', CONTRIBUTOR);
    const roles = [{ role: 'administrator', office: '*' }];
    const tries: [string, object][] = [
      ['api-key/create', { name: 'x', metadata: { roles } }],
      ['api-key/update', { keyId: 'x', metadata: { roles } }],
      ['update-user', { name: 'Director' }],
      ['change-email', { newEmail: 'root@example.org' }],
      ['sign-up/email', { email: 'new@example.org', password: PASSWORD, name: 'New' }],
      ['request-password-reset', { email: 'climber@example.org' }],
      ['two-factor/send-otp', {}],
      ['delete-user', {}],
    ];
    for (const [path, body] of tries)
      expect((await post(server.app, `/api/auth/${path}`, body, cookie)).statusCode).toBe(404);
    for (const path of ['list-sessions', 'get-session', 'api-key/list', 'error', 'ok', 'reset-password/x'])
      expect((await get(server.app, `/api/auth/${path}`, cookie)).statusCode).toBe(404);
  });

  it('takes nothing that the route does not name', async () => {
    const cookie = await signIn(server, 'more@example.org', CONTRIBUTOR);
    const answer = await post(server.app, '/api/auth/two-factor/enable', { password: PASSWORD, method: 'otp' }, cookie);
    expect(answer.json()).toMatchObject({ status: 400, faults: [{ where: expect.stringContaining('body') }] });
  });

  it('answers in problem documents', async () => {
    const { app } = server;
    const wrong = await post(app, '/api/auth/sign-in/email', { email: 'nobody@example.org', password: 'x' });
    expect(wrong.json()).toMatchObject({ status: 401, type: 'saldo:invalid-email-or-password' });
    expect(
      (await post(app, '/api/auth/change-password', { currentPassword: 'a', newPassword: PASSWORD })).json(),
    ).toMatchObject({ status: 401 });
  });
});

describe('a password', () => {
  it('given once must become another one', async () => {
    const identity = { auth: server.auth, db: server.identity };
    const once = { name: 'Once', email: 'once@example.org', roles: CONTRIBUTOR, by: 'test' };
    const { password } = await addPerson(identity, once);
    const cookie = await cookieFor(server.app, once.email, password);
    const same = { currentPassword: password, newPassword: password };
    expect((await post(server.app, '/api/auth/change-password', same, cookie)).statusCode).toBe(400);
    expect((await get(server.app, '/api/session', cookie)).json()).toMatchObject({ first: 'change-password' });
  });

  it('that was changed ends the sessions of other browsers', async () => {
    const { app } = server;
    const cookie = await signIn(server, 'two@example.org', CONTRIBUTOR);
    const other = await cookieFor(app, 'two@example.org', PASSWORD);
    const change = { currentPassword: PASSWORD, newPassword: 'yet another password' };
    expect((await post(app, '/api/auth/change-password', change, cookie)).statusCode).toBe(200);
    expect((await get(app, '/api/session', other)).json()).toMatchObject({ actor: { kind: 'public' } });
  });

  it('tried wrongly again and again makes the account wait, also with the right one, and no other account', async () => {
    const { app } = server;
    await signIn(server, 'guessed@example.org', CONTRIBUTOR);
    const attempt = (password: string, email = 'guessed@example.org') =>
      post(app, '/api/auth/sign-in/email', { email, password });
    for (let tried = 0; tried < 5; tried++) expect((await attempt(`wrong ${tried}`)).statusCode).toBe(401);
    const slowed = await attempt(PASSWORD, 'Guessed@Example.org');
    expect(slowed.json()).toMatchObject({ status: 429, type: 'saldo:slow-down' });
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    expect((await attempt('wrong', 'another@example.org')).statusCode).toBe(401);
  });
});

describe('a session’s cookie', () => {
  it('is for this server’s pages alone, and over TLS alone where the server has it', async () => {
    const { password } = await addPerson(
      { auth: server.auth, db: server.identity },
      { name: 'Cookie', email: 'cookie@example.org', roles: [], by: 'test' },
    );
    const sign = { email: 'cookie@example.org', password };
    const answer = await post(server.app, '/api/auth/sign-in/email', sign);
    expect(answer.json()).toEqual({});
    const [cookie] = answer.cookies.filter(({ name }) => name.includes('session_token'));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const store = await memoryStore();
    const safe = await testServer(store, { baseUrl: 'https://saldo.example' });
    const made = { name: 'Safe', email: 'safe@example.org', roles: [], by: 'test' };
    const { password: other } = await addPerson({ auth: safe.auth, db: safe.identity }, made);
    const secure = await safe.app.inject({
      ...{ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: made.email, password: other } },
      headers: { host: 'saldo.example', origin: 'https://saldo.example' },
    });
    expect(secure.cookies.find(({ name }) => name.includes('session_token'))).toMatchObject({ secure: true });
    expect(secure.headers['strict-transport-security']).toContain('max-age');
    await safe.app.close();
    await store.close();
  });
});

describe('a second factor', () => {
  it('is asked for at the next sign-in, and a backup code is good once', async () => {
    const { app } = server;
    const cookie = await signIn(server, 'factor@example.org', CONTRIBUTOR);
    const made = await post(app, '/api/auth/two-factor/enable', { password: PASSWORD }, cookie);
    expect(made.statusCode).toBe(200);
    const { totpURI, backupCodes } = made.json();
    const code = codeOf(totpURI);
    expect((await post(app, '/api/auth/two-factor/verify-totp', { code }, cookie)).statusCode).toBe(200);
    const sign = { email: 'factor@example.org', password: PASSWORD };
    const half = await post(app, '/api/auth/sign-in/email', sign);
    expect(half.json()).toEqual({ twoFactorRedirect: true });
    const halfCookie = half.cookies
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    expect((await get(app, '/api/session', halfCookie)).json()).toMatchObject({ actor: { kind: 'public' } });
    const backup = () => post(app, '/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] }, halfCookie);
    expect((await backup()).statusCode).toBe(200);
    expect((await backup()).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('can be required of all who do more than contribute', async () => {
    const store = await memoryStore();
    const strict = await testServer(store, { needsSecondFactor: true });
    const auditor = await signIn(strict, 'auditor@example.org', [{ role: 'auditor', office: '*' }]);
    expect((await get(strict.app, '/api/audit', auditor)).json()).toMatchObject({
      status: 403,
      type: 'saldo:second-factor',
    });
    const { totpURI } = (await post(strict.app, '/api/auth/two-factor/enable', { password: PASSWORD }, auditor)).json();
    const done = await post(strict.app, '/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) }, auditor);
    const cookie = done.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    expect((await get(strict.app, '/api/audit', cookie || auditor)).statusCode).toBe(200);
    await strict.app.close();
    await store.close();
  });
});

/** The code of now (RFC 6238) for an otpauth: address. */
function codeOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map(sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const place = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
