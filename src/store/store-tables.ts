import { type Kysely, sql } from 'kysely';

/** A table as the store itself describes it; no room is known here by name. */
export interface StoreTable {
  readonly name: string;
  /** Columns that hold something of their own: those computed from others are left out. Their types are PostgreSQL's. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** The number that a sequence gave last; none where it has not been asked yet. */
export interface SequenceState {
  readonly name: string;
  readonly last: number | null;
}

interface ForeignKey {
  name: string;
  table: string;
  definition: string;
}

/** All tables of a store, by name. */
export async function tablesOf(db: Kysely<unknown>): Promise<StoreTable[]> {
  const { rows } = await sql<StoreTable>`
    select c.relname::text as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`.execute(db);
  return rows;
}

/** Columns of a table's primary key, in its order. */
export async function keyOf(db: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname::text as name
    from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (attnum, place), pg_attribute a
    where i.indrelid = quote_ident(${table})::regclass and i.indisprimary and a.attrelid = i.indrelid and a.attnum = k.attnum
    order by k.place`.execute(db);
  return rows.map(({ name }) => name);
}

export async function sequencesOf(db: Kysely<unknown>): Promise<SequenceState[]> {
  const { rows } = await sql<SequenceState>`
    select sequencename::text as name, last_value as last from pg_sequences
    where schemaname = current_schema() order by 1`.execute(db);
  return rows;
}

/** Sets the sequences so that each goes on behind the number that it gave last. */
export async function setSequences(db: Kysely<unknown>, states: readonly SequenceState[]): Promise<void> {
  for (const { name, last } of states) {
    if (last !== null) await sql`select setval(quote_ident(${name})::regclass, ${last})`.execute(db);
  }
}

/**
 * Runs work that fills the tables in any order: foreign keys are taken away before it and put back after it, which checks them all,
 * and no trigger fires meanwhile.
 */
export async function withoutChecks(db: Kysely<unknown>, work: () => Promise<void>): Promise<void> {
  const tables = await tablesOf(db);
  const keys = await foreignKeysOf(db);
  for (const { table, name } of keys) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
  }
  for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(db);
  await work();
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(db);
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(db);
  }
}

async function foreignKeysOf(db: Kysely<unknown>): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select k.conname::text as name, c.relname::text as "table", pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace
    order by c.relname, k.conname`.execute(db);
  return rows;
}
