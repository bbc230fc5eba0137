import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../build-server.ts';
import { type TestProvider, testClient, testProvider } from '../fixtures/outside-provider.ts';
import { get, memoryStore, post, testServer } from '../fixtures/test-server.ts';
import { addPerson } from './people.ts';

let provider: TestProvider;
let server: Server;
let oneTime: string;
beforeAll(async () => {
  provider = await testProvider();
  server = await testServer(await memoryStore(), { outside: testClient(provider) });
  const person = { name: 'Known', email: 'known@example.org', roles: [], by: 'test' };
  ({ password: oneTime } = await addPerson({ auth: server.auth, db: server.identity }, person));
});
afterAll(async () => {
  await server.app.close();
  await provider.close();
});

const cookiesOf = (answer: Awaited<ReturnType<typeof post>>) =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

/** Goes to the provider and comes back, as a browser would; gives what the way back answered. */
async function signInOutside(says: Partial<TestProvider['says']>) {
  Object.assign(provider.says, { email_verified: true }, says);
  const begun = await post(server.app, '/api/auth/sign-in/social', { provider: 'outside', callbackURL: '/corridors' });
  const to = new URL(begun.json().url);
  expect(to.origin).toBe(provider.issuer);
  expect(to.searchParams.get('code_challenge_method')).toBe('S256');
  provider.says.nonce = to.searchParams.get('nonce') ?? '';
  const back = `/api/auth/callback/outside?code=c&state=${to.searchParams.get('state')}`;
  return get(server.app, back, cookiesOf(begun));
}

describe('sign-in by an outside provider', () => {
  it('is for people whom an administrator added', async () => {
    const answer = await signInOutside({ sub: 'k', email: 'known@example.org', name: 'Known' });
    expect([answer.statusCode, answer.headers['location']]).toEqual([302, '/corridors']);
    const session = await get(server.app, '/api/session', cookiesOf(answer));
    expect(session.json()).toMatchObject({ first: null, actor: { kind: 'user', name: 'Known' } });
    const unused = { email: 'known@example.org', password: oneTime };
    expect((await post(server.app, '/api/auth/sign-in/email', unused)).statusCode).toBe(401);
  });

  it('lets in no stranger, and nobody whose address the provider has not verified', async () => {
    const other = { name: 'Other', email: 'other@example.org', roles: [], by: 'test' };
    await addPerson({ auth: server.auth, db: server.identity }, other);
    for (const says of [
      { sub: 's', email: 'stranger@example.org' },
      { sub: 'o', email: 'other@example.org', email_verified: false },
    ]) {
      const answer = await signInOutside(says);
      const session = await get(server.app, '/api/session', cookiesOf(answer));
      expect([says.email, session.json().actor.kind]).toEqual([says.email, 'public']);
    }
  });

  it('comes back to this server’s pages alone, and only once it was begun', async () => {
    for (const callbackURL of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'x'])
      expect(
        (await post(server.app, '/api/auth/sign-in/social', { provider: 'outside', callbackURL })).statusCode,
      ).toBe(400);
    const forged = await get(server.app, '/api/auth/callback/outside?code=c&state=forged');
    expect(cookiesOf(forged)).not.toContain('session_token=');
    expect(forged.statusCode).toBeLessThan(500);
  });
});
