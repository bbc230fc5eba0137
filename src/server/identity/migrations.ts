import { type Kysely, sql } from 'kysely';
import { describeTable } from '../../store/describe-table.ts';
import type { Migration } from '../../store/migrate.ts';

/** People, sessions and keys as the identity library keeps them, and who holds which role for which office. */
export const IDENTITY_MIGRATIONS: readonly Migration[] = [
  { name: '001-identity', up: makeIdentity },
  { name: '002-lawyers', up: admitLawyers },
];

/** A role for those who propose and review acts of the law's register. */
async function admitLawyers(db: Kysely<unknown>): Promise<void> {
  await sql`alter table office_role drop constraint office_role_role_check`.execute(db);
  await sql`alter table office_role add constraint office_role_role_check
    check (role in ('contributor', 'statistician', 'publisher', 'lawyer', 'auditor', 'administrator'))`.execute(db);
  await sql`comment on column office_role.role is 'contributor, statistician, publisher, lawyer, auditor or administrator'`.execute(
    db,
  );
}

async function makeIdentity(db: Kysely<unknown>): Promise<void> {
  for (const statement of LIBRARY_TABLES) await sql.raw(statement).execute(db);
  await sql`create table office_role (
    user_id text not null references "user" (id) on delete cascade,
    role text not null check (role in ('contributor', 'statistician', 'publisher', 'auditor', 'administrator')),
    office text not null check (office ~ '^([A-Z]{2}|\\*)$'),
    granted_at timestamptz not null default now(),
    granted_by text not null,
    primary key (user_id, role, office))`.execute(db);
  await sql`create table user_state (
    user_id text primary key references "user" (id) on delete cascade,
    must_change_password boolean not null default false,
    disabled_at timestamptz)`.execute(db);
  for (const [table, meaning, columns] of MEANINGS) await describeTable(db, table, meaning, columns);
}

/** The tables of better-auth 1.7.5 with its plugins two-factor and api-key, as its own compiler of migrations writes them. */
const LIBRARY_TABLES = [
  `create table "user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null,
    "image" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null, "twoFactorEnabled" boolean)`,
  `create table "session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique,
    "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
    "userId" text not null references "user" ("id") on delete cascade)`,
  `create table "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null,
    "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
    "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
    "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null)`,
  `create table "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
    "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null)`,
  `create table "twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null,
    "userId" text not null references "user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz)`,
  `create table "apikey" ("id" text not null primary key, "configId" text not null, "name" text, "start" text, "referenceId" text not null,
    "prefix" text, "key" text not null, "refillInterval" integer, "refillAmount" integer, "lastRefillAt" timestamptz, "enabled" boolean,
    "rateLimitEnabled" boolean, "rateLimitTimeWindow" integer, "rateLimitMax" integer, "requestCount" integer, "remaining" integer,
    "lastRequest" timestamptz, "expiresAt" timestamptz, "createdAt" timestamptz not null, "updatedAt" timestamptz not null,
    "permissions" text, "metadata" text)`,
  'create index "session_userId_idx" on "session" ("userId")',
  'create index "account_userId_idx" on "account" ("userId")',
  'create index "verification_identifier_idx" on "verification" ("identifier")',
  'create index "twoFactor_userId_idx" on "twoFactor" ("userId")',
  'create index "apikey_referenceId_idx" on "apikey" ("referenceId")',
  'create index "apikey_key_idx" on "apikey" ("key")',
];

const TIMES = { createdAt: 'When it was made', updatedAt: 'When it was last changed' };

const MEANINGS: readonly [table: string, meaning: string, columns: Record<string, string>][] = [
  [
    'user',
    'People who can sign in',
    {
      ...TIMES,
      id: 'Id of the person',
      name: 'Name as shown',
      email: 'Address, with which the person signs in',
      emailVerified: 'Whether the address was confirmed',
      image: 'Not used',
      twoFactorEnabled: 'Whether a second factor is asked for',
    },
  ],
  [
    'session',
    'Signed-in browsers',
    {
      ...TIMES,
      id: 'Id of the session',
      expiresAt: 'When it ends',
      token: 'Secret that the cookie carries',
      ipAddress: 'Address from which the person signed in',
      userAgent: 'Browser as it names itself',
      userId: 'Whose session',
    },
  ],
  [
    'account',
    'Ways to sign in: a password here, or an outside provider',
    {
      ...TIMES,
      id: 'Id of the way',
      accountId: 'Id of the person at the provider',
      providerId: '"credential" for a password here',
      userId: 'Whose way',
      accessToken: 'Of an outside provider',
      refreshToken: 'Of an outside provider',
      idToken: 'Of an outside provider',
      accessTokenExpiresAt: 'Of an outside provider',
      refreshTokenExpiresAt: 'Of an outside provider',
      scope: 'Of an outside provider',
      password: 'Password, hashed by scrypt',
    },
  ],
  [
    'verification',
    'Short-lived secrets of sign-in under way',
    { ...TIMES, id: 'Id', identifier: 'What is verified', value: 'The secret', expiresAt: 'When it ends' },
  ],
  [
    'twoFactor',
    'Second factors',
    {
      id: 'Id',
      secret: 'Secret of the one-time codes, encrypted',
      backupCodes: 'Codes for a lost device, encrypted',
      userId: 'Whose factor',
      verified: 'Whether a code was given once',
      failedVerificationCount: 'Wrong codes since the last right one',
      lockedUntil: 'No code is taken before',
    },
  ],
  [
    'apikey',
    'Keys of machine clients',
    {
      ...TIMES,
      id: 'Id of the key',
      configId: 'Kind of key',
      name: 'Name as shown',
      start: 'First signs, to tell keys apart',
      referenceId: 'Person who answers for the key',
      prefix: 'Prefix of the key',
      key: 'The key, hashed',
      refillInterval: 'Not used',
      refillAmount: 'Not used',
      lastRefillAt: 'Not used',
      enabled: 'Whether it may be used',
      rateLimitEnabled: 'Whether its calls are limited',
      rateLimitTimeWindow: 'Window of the limit, milliseconds',
      rateLimitMax: 'Most calls in the window',
      requestCount: 'Calls in this window',
      remaining: 'Calls that are left; empty for no bound',
      lastRequest: 'When it was last used',
      expiresAt: 'When it ends; empty for never',
      permissions: 'Not used',
      metadata: 'Roles and office of the key, JSON',
    },
  ],
  [
    'office_role',
    'Who holds which role for which office',
    {
      user_id: 'The person',
      role: 'contributor, statistician, publisher, auditor or administrator',
      office: 'ISO 3166-1 alpha-2 of the state whose office it is; * for all',
      granted_at: 'Since when',
      granted_by: 'Who gave it',
    },
  ],
  [
    'user_state',
    'What else is known of a person who can sign in',
    {
      user_id: 'The person',
      must_change_password: 'True until the one-time password was changed: before that nothing else is allowed',
      disabled_at: 'Since when the person may not sign in; empty for people who may',
    },
  ],
];
