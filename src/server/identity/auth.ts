import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { IdentitySchema } from './identity-schema.ts';
import { momentsAsDates } from './moments-as-dates.ts';

/** An outside provider of identity (OpenID Connect). */
export interface OutsideProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export interface AuthOptions {
  db: Kysely<IdentitySchema>;
  /** Signs cookies and seals second factors. */
  secret: string;
  /** Address under which browsers see the server. */
  baseUrl: string;
  outside?: OutsideProvider;
  /** Sign-ins, codes and changes of password that one address may try in a minute. */
  triesPerMinute: number;
}

const SESSION_SECONDS = 12 * 3600;
export const SHORTEST_PASSWORD = 12;

/** Name of the outside provider among the ways to sign in. */
const OUTSIDE = 'outside';

export type Auth = ReturnType<typeof buildAuth>;

/** Identity by better-auth: passwords (scrypt) with one-time codes, outside providers, keys of machines. Nobody signs up by themselves. */
export function buildAuth({ db, secret, baseUrl, outside, triesPerMinute }: AuthOptions) {
  const tries = { window: 60, max: triesPerMinute };
  return betterAuth({
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: db.withPlugin(momentsAsDates), type: 'postgres' },
    // The guard has compared the origin of a page with the server's own name already, under whichever name it was reached.
    trustedOrigins: request => [baseUrl, ...(request === undefined ? [] : [new URL(request.url).origin])],
    session: { expiresIn: SESSION_SECONDS, updateAge: 3600, freshAge: 0 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 200,
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/*': tries, '/two-factor/*': tries, '/change-password': tries },
    },
    onAPIError: { errorURL: '/sign-in' },
    advanced: { useSecureCookies: baseUrl.startsWith('https:'), cookiePrefix: 'saldo' },
    databaseHooks: {
      account: {
        create: {
          after: async ({ userId, providerId }) => {
            if (providerId === OUTSIDE) await leaveOneTimePassword(db, userId);
          },
        },
        update: {
          after: async ({ userId, password }) => {
            if (password)
              await db
                .updateTable('user_state')
                .set({ must_change_password: false })
                .where('user_id', '=', userId)
                .execute();
          },
        },
      },
      session: {
        create: {
          before: async ({ userId }) => {
            const state = await db
              .selectFrom('user_state')
              .select('disabled_at')
              .where('user_id', '=', userId)
              .executeTakeFirst();
            return state?.disabled_at == null;
          },
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Saldo' }),
      apiKey({ enableMetadata: true, defaultPrefix: 'saldo_', rateLimit: { enabled: false } }),
      genericOAuth({
        config:
          outside === undefined
            ? []
            : [
                {
                  providerId: OUTSIDE,
                  clientId: outside.clientId,
                  clientSecret: outside.clientSecret,
                  discoveryUrl: `${outside.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  scopes: ['openid', 'email', 'profile'],
                  disableSignUp: true,
                  pkce: true,
                  requireIdTokenVerification: true,
                },
              ],
      }),
    ],
  });
}

/** Whoever comes by an outside provider needs no one-time password any more: it ends unused. */
async function leaveOneTimePassword(db: Kysely<IdentitySchema>, user: string): Promise<void> {
  await db.transaction().execute(async transaction => {
    const { numUpdatedRows } = await transaction
      .updateTable('user_state')
      .set({ must_change_password: false })
      .where('user_id', '=', user)
      .where('must_change_password', '=', true)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    const ways = transaction.updateTable('account').set({ password: null });
    await ways.where('userId', '=', user).where('providerId', '=', 'credential').execute();
  });
}
