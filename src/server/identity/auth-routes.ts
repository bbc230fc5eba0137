import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { Actors } from './actors.ts';
import { answerOf, askAuth } from './ask-auth.ts';
import type { Auth } from './auth.ts';
import {
  BackupCodeSchema,
  BackupCodesSchema,
  CodeSchema,
  DoneSchema,
  OutsideSignInSchema,
  PasswordChangeSchema,
  PasswordSchema,
  RedirectSchema,
  SecondFactorSchema,
  SignedInSchema,
  SignInSchema,
} from './auth-schemas.ts';
import { SlowDown } from './slow-down.ts';

const BODY_BYTES = 16 * 1024;
/** Wrong passwords that are forgiven one account from one address, and from all addresses together. */
const FREE_FROM_ADDRESS = 5;
const FREE_FROM_ALL = 50;

/** What of the identity library is open: its other routes, such as making keys with roles of one's own choice, are not. */
const DOORS = [
  { path: 'sign-out', summary: 'Sign out', body: z.strictObject({}).optional(), answer: DoneSchema },
  { path: 'change-password', summary: 'Change the password', body: PasswordChangeSchema, answer: DoneSchema },
  {
    path: 'two-factor/enable',
    summary: 'Begin with a second factor; a code confirms it',
    body: PasswordSchema,
    answer: SecondFactorSchema,
  },
  { path: 'two-factor/disable', summary: 'End the second factor', body: PasswordSchema, answer: DoneSchema },
  {
    path: 'two-factor/generate-backup-codes',
    summary: 'New backup codes in place of the old ones',
    body: PasswordSchema,
    answer: BackupCodesSchema,
  },
  {
    path: 'two-factor/verify-totp',
    summary: 'Give a code: to sign in, or to confirm a new second factor',
    body: CodeSchema,
    answer: DoneSchema,
  },
  {
    path: 'two-factor/verify-backup-code',
    summary: 'Sign in with a backup code',
    body: BackupCodeSchema,
    answer: DoneSchema,
  },
  {
    path: 'sign-in/social',
    summary: 'Sign in with the outside provider: gives the address to go to',
    body: OutsideSignInSchema,
    answer: RedirectSchema,
  },
] as const;
const tags = ['identity'];

/** Sign-in, sign-out, change of password and second factor, as the identity library does them, under `/api/auth/`. */
export function authRoutes(app: RoutedApp, { auth, actors }: { auth: Auth; actors: Actors }): void {
  signInRoute(app, { auth, actors });
  for (const { path, summary, body, answer } of DOORS) {
    app.post(
      `/api/auth/${path}`,
      {
        bodyLimit: BODY_BYTES,
        schema: { tags, summary, body, response: { 200: answer } },
        config: { access: 'public', audit: `identity.${path.replace('/', '-')}` },
      },
      async (request, reply) => {
        const response = await askAuth(auth, { request, reply, body: request.body ?? {} });
        actors.forget();
        return reply.send((await answerOf(response)) as never);
      },
    );
  }
  app.get(
    '/api/auth/callback/outside',
    { schema: { hide: true }, config: { access: 'public', audit: 'identity.callback' }, exposeHeadRoute: false },
    async (request, reply) => {
      const response = await askAuth(auth, { request, reply });
      actors.forget();
      const to = response.headers.get('location');
      if (to === null) return reply.send((await answerOf(response)) as never);
      return reply.redirect(to, 302);
    },
  );
}

/** Whoever tries passwords is slowed down: each account for itself, whether it is there or not. */
function signInRoute(app: RoutedApp, { auth, actors }: { auth: Auth; actors: Actors }): void {
  const fromAddress = new SlowDown(FREE_FROM_ADDRESS);
  const fromAll = new SlowDown(FREE_FROM_ALL);
  app.post(
    '/api/auth/sign-in/email',
    {
      bodyLimit: BODY_BYTES,
      schema: { tags, summary: 'Sign in', body: SignInSchema, response: { 200: SignedInSchema } },
      config: { access: 'public', audit: 'identity.sign-in' },
    },
    async (request, reply) => {
      const account = request.body.email.toLowerCase();
      const here = `${account}\n${request.ip}`;
      refuseHaste(reply, Math.max(fromAddress.wait(here), fromAll.wait(account)));
      const response = await askAuth(auth, { request, reply, body: request.body });
      if (response.ok) fromAddress.passed(here);
      else if (response.status === 401) {
        fromAddress.failed(here);
        fromAll.failed(account);
      }
      actors.forget();
      return reply.send(SignedInSchema.parse(await answerOf(response)));
    },
  );
}

function refuseHaste(reply: FastifyReply, seconds: number): void {
  if (seconds === 0) return;
  reply.header('retry-after', seconds);
  throw new HttpProblem(429, `Too many wrong passwords; try again in ${seconds} seconds.`, { type: 'saldo:slow-down' });
}
