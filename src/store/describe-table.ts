import { type Kysely, sql } from 'kysely';
import type { Store } from './store.ts';

/**
 * Writes what a table and its columns mean into the store itself (`COMMENT ON`), where any tool of PostgreSQL shows it.
 *
 * @param columns each column's meaning, with its unit where it has one
 */
export async function describeTable<Schema>(
  db: Kysely<Schema>,
  table: string,
  meaning: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`comment on table ${sql.table(table)} is ${sql.lit(meaning)}`.execute(db);
  for (const [column, text] of Object.entries(columns)) {
    await sql`comment on column ${sql.ref(`${table}.${column}`)} is ${sql.lit(text)}`.execute(db);
  }
}

/** Tables, views and columns (`table`, `table.column`) of the store that no migration has described; none, where all is in order. */
export async function undocumentedColumns<Schema>({ db }: Store<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname || coalesce('.' || a.attname, '') as name
    from pg_class c
    join lateral (
      select null::name as attname, 0 as attnum
      union all
      select attname, attnum from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
    ) a on true
    where c.relnamespace = current_schema()::regnamespace
      and c.relkind in ('r', 'p', 'v', 'm')
      and coalesce(col_description(c.oid, nullif(a.attnum, 0)), case a.attnum when 0 then obj_description(c.oid, 'pg_class') end) is null
    order by c.relname, a.attnum`.execute(db);
  return rows.map(({ name }) => name);
}
