import { createHash } from 'node:crypto';
import { type ColumnType, type Generated, type Kysely, type Selectable, sql } from 'kysely';
import type { Actor } from '../../common/access.ts';
import { describeTable } from '../../store/describe-table.ts';
import type { Migration } from '../../store/migrate.ts';

/** What the log keeps of one request that changed something, or would have. */
export interface AuditEntry {
  actor: Actor;
  action: string;
  /** What it was about, such as the address of the route with its parameters. */
  subject: string;
  /** Offices that it was about, beside those for which the actor acts. */
  offices: readonly string[];
  /** How it ended, as an HTTP status. */
  status: number;
  request: string;
}

export interface AuditSchema {
  audit: {
    id: Generated<number>;
    at: ColumnType<string, string, never>;
    actor: string;
    actor_kind: string;
    action: string;
    subject: string;
    status: number;
    request: string;
    /** Null in rows of before offices were kept. */
    offices: ColumnType<readonly string[] | null, string, never>;
    previous: string;
    hash: string;
  };
}
export type AuditRow = Selectable<AuditSchema['audit']>;

const BEGINNING = '0'.repeat(64);
const READ_AT_ONCE = 2000;

/** A log that only grows: each row carries the hash of the one before, and the store itself refuses to change or remove one. */
export const AUDIT_MIGRATIONS: readonly Migration[] = [
  {
    name: '001-audit',
    up: async db => {
      await sql`create table audit (
        id integer generated always as identity primary key,
        at timestamptz not null,
        actor text not null,
        actor_kind text not null,
        action text not null,
        subject text not null,
        status integer not null,
        request text not null,
        previous text not null unique,
        hash text not null)`.execute(db);
      await sql`create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'the audit log only grows'; end $$`.execute(db);
      await sql`create trigger audit_only_grows before update or delete or truncate on audit
        for each statement execute function refuse_change()`.execute(db);
      await describeTable(
        db,
        'audit',
        'Every request that changed something or would have, also refused ones; only grows',
        {
          id: 'Place in the log',
          at: 'When it was answered',
          actor: 'Id of who asked',
          actor_kind: 'public, user, key or system',
          action: 'What was asked, by a short name',
          subject: 'What it was about',
          status: 'How it ended, as an HTTP status',
          request: 'Id of the request, as in the server’s own log',
          previous: 'Hash of the row before; zeros in the first',
          hash: 'SHA-256 of this row and of the hash before',
        },
      );
    },
  },
  {
    name: '002-offices',
    up: async db => {
      await sql`alter table audit add column offices jsonb`.execute(db);
      await sql`comment on column audit.offices is
        'Offices for which the actor acted, and those that it was about; null in rows of before this was kept'`.execute(
        db,
      );
    },
  },
];

/** Adds a row to the log. Rows are chained, so two writers take turns. */
export async function writeAudit(
  db: Kysely<AuditSchema>,
  { actor, action, subject, offices, status, request }: AuditEntry,
): Promise<void> {
  await db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(hashtext('saldo audit'))`.execute(transaction);
    const last = await transaction.selectFrom('audit').select('hash').orderBy('id', 'desc').limit(1).executeTakeFirst();
    const content = {
      ...{ at: new Date().toISOString(), actor: actor.id, actor_kind: actor.kind, action, subject, status, request },
      offices: [...new Set([...actor.roles.map(({ office }) => office), ...offices])].sort(),
      previous: last?.hash ?? BEGINNING,
    };
    await transaction
      .insertInto('audit')
      .values({ ...content, offices: JSON.stringify(content.offices), hash: hashOf(content) })
      .execute();
  });
}

/** Which rows of the log are meant; all of these together. */
export interface AuditFilter {
  /** By one of these. */
  actors?: readonly string[];
  action?: string;
  /** By somebody who acted for this office, or about it. */
  office?: string;
  /** On this day or later, ISO, by UTC. */
  from?: string;
  /** On this day or earlier. */
  to?: string;
}

/**
 * A part of the log, the newest first.
 *
 * @param before place in the log; only rows before it
 * @param held only rows of these offices: by somebody who acted for one of them, or about one
 */
export async function readAudit(
  db: Kysely<AuditSchema>,
  {
    limit,
    before,
    held = 'all',
    filter: { actors, action, office, from, to } = {},
  }: { limit: number; before?: number; held?: 'all' | readonly string[]; filter?: AuditFilter },
): Promise<AuditRow[]> {
  if (actors?.length === 0) return [];
  let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  if (held !== 'all') query = query.where(sql<boolean>`offices ?| array[${sql.join(held)}]::text[]`);
  if (actors !== undefined) query = query.where('actor', 'in', actors);
  if (action !== undefined) query = query.where('action', '=', action);
  if (office !== undefined) query = query.where(sql<boolean>`offices ? ${office}`);
  if (from !== undefined) query = query.where(sql<boolean>`(at at time zone 'UTC')::date >= ${from}::date`);
  if (to !== undefined) query = query.where(sql<boolean>`(at at time zone 'UTC')::date <= ${to}::date`);
  return query.execute();
}

/** The first row that is not as it was written or has lost the one before it; nothing where the chain holds. */
export async function brokenAudit(db: Kysely<AuditSchema>): Promise<number | undefined> {
  let previous = BEGINNING;
  let place = 0;
  for (;;) {
    const query = db.selectFrom('audit').selectAll().where('id', '>', place).orderBy('id').limit(READ_AT_ONCE);
    const rows = await query.execute();
    for (const { id, hash, ...content } of rows) {
      if (content.previous !== previous || hashOf(content) !== hash) return id;
      [previous, place] = [hash, id];
    }
    if (rows.length < READ_AT_ONCE) return undefined;
  }
}

function hashOf({
  at,
  actor,
  actor_kind,
  action,
  subject,
  status,
  request,
  offices,
  previous,
}: Omit<AuditRow, 'id' | 'hash'>): string {
  const words = [at, actor, actor_kind, action, subject, status, request, previous, ...(offices ? [offices] : [])];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}
