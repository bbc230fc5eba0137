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

interface DoneMigration {
  name: string;
  done_at: string;
}

/**
 * Runs those of an owner's migrations that this store has not seen, in their order, each in one transaction. Two processes that
 * start at once on one server take turns, and none runs twice.
 *
 * @param owner a room's name in small letters; its done migrations are kept in the table `<owner>_migration`
 * @returns the names of those that were run now
 * @throws SaldoError `store_newer` where the store has seen migrations that this version of Saldo does not know
 */
export async function migrate<Schema>(
  store: Store<Schema>,
  owner: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const run: string[] = [];
  await inTurn(store, owner, db => refuseNewer(db, owner, migrations));
  for (const migration of migrations) {
    await inTurn(store, owner, async db => {
      const table = tableOf(owner);
      const done = await sql<DoneMigration>`select name from ${table} where name = ${migration.name}`.execute(db);
      if (done.rows.length > 0) return;
      await migration.up(db);
      await sql`insert into ${table} (name) values (${migration.name})`.execute(db);
      run.push(migration.name);
    });
  }
  return run;
}

/** A transaction in which no other process migrates the same owner's tables. */
function inTurn<Schema>(
  store: Store<Schema>,
  owner: string,
  work: (db: Kysely<unknown>) => Promise<void>,
): Promise<void> {
  return store.db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(hashtext(${`saldo migration ${owner}`}))`.execute(transaction);
    await work(transaction as unknown as Kysely<unknown>);
  });
}

async function refuseNewer(db: Kysely<unknown>, owner: string, migrations: readonly Migration[]): Promise<void> {
  await makeRecord(db, owner);
  const { rows } = await sql<DoneMigration>`select name from ${tableOf(owner)} order by done_at, name`.execute(db);
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = rows.map(({ name }) => name).filter(name => !known.has(name));
  if (unknown.length === 0) return;
  const message = `the store was changed by a newer Saldo (${owner}: ${unknown.join(', ')}); use that version`;
  throw new SaldoError('store_newer', message, { owner, unknown });
}

async function makeRecord(db: Kysely<unknown>, owner: string): Promise<void> {
  const table = `${owner}_migration`;
  if ((await sql`select 1 where to_regclass(${table}) is not null`.execute(db)).rows.length > 0) return;
  await sql`create table ${sql.table(table)} (name text primary key, done_at timestamptz not null default now())`.execute(
    db,
  );
  await describeTable(db, table, `Migrations of ${owner} that this store has seen`, {
    name: 'Name of the migration',
    done_at: 'When it was run',
  });
}

function tableOf(owner: string) {
  return sql.table(`${owner}_migration`);
}
