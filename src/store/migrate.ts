import { type Kysely, sql } from 'kysely';
import { SaldoError } from '../common/saldo-error.ts';
import { describeTable } from './describe-table.ts';
import type { Store } from './store.ts';

/** One step of a schema, never changed once it was released. Its name is kept in the store. */
export interface Migration {
  readonly name: string;
  /** Runs in one transaction with the record that it is done; it documents what it makes with `describeTable`. */
  up(db: Kysely<unknown>): Promise<void>;
}

/** Migrations that this store has seen, of every owner. */
const DONE_MIGRATIONS = 'migration';

/**
 * Runs those of an owner's migrations that this store has not seen, in their order, each in one transaction. Two processes that
 * start at once on one server take turns, and none runs twice.
 *
 * @param owner a room's name
 * @returns the names of those that were run now
 * @throws SaldoError `store_newer` where the store has seen migrations that this version of Saldo does not know
 */
export async function migrate<Schema>(
  store: Store<Schema>,
  owner: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  refuseNewer(owner, migrations, await inTurn(store, db => doneMigrations(db, owner)));
  const run: string[] = [];
  for (const migration of migrations) {
    await inTurn(store, async db => {
      if ((await doneMigrations(db, owner)).includes(migration.name)) return;
      await migration.up(db);
      await sql`insert into ${RECORD} (owner, name) values (${owner}, ${migration.name})`.execute(db);
      run.push(migration.name);
    });
  }
  return run;
}

/** Those of an owner's migrations that this store has not seen. */
export async function pendingMigrations<Schema>(
  store: Store<Schema>,
  owner: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const done = await inTurn(store, db => doneMigrations(db, owner));
  refuseNewer(owner, migrations, done);
  return migrations.map(({ name }) => name).filter(name => !done.includes(name));
}

/** All migrations that a store has seen, as `owner/name`, in the order in which they were run. */
export async function doneMigrationsOf<Schema>(store: Store<Schema>): Promise<readonly string[]> {
  return inTurn(store, async db => {
    const done = sql<{
      name: string;
    }>`select owner || '/' || name as name from ${RECORD} order by done_at, owner, name`;
    return (await done.execute(db)).rows.map(({ name }) => name);
  });
}

const RECORD = sql.table(DONE_MIGRATIONS);
/** Any number that no other program locks in the same database. */
const LOCK = 1_396_788_335;

/** A transaction in which no other process migrates this store. */
function inTurn<Schema, Result>(store: Store<Schema>, work: (db: Kysely<unknown>) => Promise<Result>): Promise<Result> {
  return store.db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    const db = transaction as unknown as Kysely<unknown>;
    await makeRecord(db);
    return work(db);
  });
}

async function doneMigrations(db: Kysely<unknown>, owner: string): Promise<readonly string[]> {
  const done = sql<{ name: string }>`select name from ${RECORD} where owner = ${owner} order by done_at, name`;
  return (await done.execute(db)).rows.map(({ name }) => name);
}

function refuseNewer(owner: string, migrations: readonly Migration[], done: readonly string[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = done.filter(name => !known.has(name));
  if (unknown.length === 0) return;
  const message = `the store was changed by a newer Saldo (${owner}: ${unknown.join(', ')}); use that version`;
  throw new SaldoError('store_newer', message, { owner, unknown });
}

async function makeRecord(db: Kysely<unknown>): Promise<void> {
  const there = sql`select 1 where to_regclass(${sql.lit(DONE_MIGRATIONS)}) is not null`;
  if ((await there.execute(db)).rows.length > 0) return;
  await sql`create table ${RECORD} (owner text, name text, done_at timestamptz not null default now(),
    primary key (owner, name))`.execute(db);
  await describeTable(db, DONE_MIGRATIONS, 'Migrations that this store has seen', {
    owner: 'Room whose tables the migration makes or changes',
    name: 'Name of the migration, unique within its owner',
    done_at: 'When it was run',
  });
}
