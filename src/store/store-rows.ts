import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { SaldoError } from '../common/saldo-error.ts';
import type { Store } from './store.ts';
import {
  keyOf,
  type SequenceState,
  type StoreTable,
  sequencesOf,
  setSequences,
  tablesOf,
  withoutChecks,
} from './store-tables.ts';

/** What was written of a store: a file `<table>.jsonl` for each table, and where its sequences stand. */
export interface StoreContents {
  readonly tables: readonly (StoreTable & { readonly rows: number })[];
  readonly sequences: readonly SequenceState[];
}

const ROWS_AT_ONCE = 1000;

/**
 * Writes all rows of a store as JSON Lines, each value as PostgreSQL itself writes it as text, so that nothing is rounded on the way
 * and either engine can read what the other wrote. All tables are seen at one moment.
 */
export function writeRows(store: Store<unknown>, folder: string): Promise<StoreContents> {
  const seen = store.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return seen.execute(async db => {
    const tables = [];
    for (const table of await tablesOf(db)) tables.push({ ...table, rows: await writeTable(db, table, folder) });
    return { tables, sequences: await sequencesOf(db) };
  });
}

/**
 * Fills a store, whose tables are there as they were when the rows were written, in one transaction. Rows that the migrations put
 * there are replaced.
 */
export async function readRows(store: Store<unknown>, folder: string, contents: StoreContents): Promise<void> {
  await store.db.transaction().execute(db =>
    withoutChecks(db, async () => {
      const tables = matching(await tablesOf(db), contents.tables);
      for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(db);
      for (const table of tables) await readTable(db, table, folder);
      await setSequences(db, contents.sequences);
    }),
  );
}

/** The store's own tables, which must be those that were written. */
function matching(tables: readonly StoreTable[], written: readonly StoreTable[]): readonly StoreTable[] {
  const shape = (table: StoreTable) => `${table.name} (${table.columns.map(({ name }) => name).join(', ')})`;
  const differing = symmetricDifference(tables.map(shape), written.map(shape));
  if (differing.length === 0) return tables;
  throw new SaldoError(
    'invalid_file',
    `the tables of the backup are not those of its version: ${differing.join('; ')}`,
  );
}

function symmetricDifference(one: readonly string[], other: readonly string[]): string[] {
  return [...one.filter(text => !other.includes(text)), ...other.filter(text => !one.includes(text))];
}

async function writeTable(db: Kysely<unknown>, { name, columns }: StoreTable, folder: string): Promise<number> {
  const texts = columns.map(column => sql`w.${sql.ref(column.name)}::text as ${sql.ref(column.name)}`);
  const key = (await keyOf(db, name)).map(column => sql`w.${sql.ref(column)}`);
  const order = key.length > 0 ? sql` order by ${sql.join(key)}` : sql``;
  await sql`declare written cursor for select to_json(t)::text as line
    from (select ${sql.join(texts)} from ${sql.table(name)} as w${order}) as t`.execute(db);
  const file = await open(join(folder, `${name}.jsonl`), 'wx', 0o600);
  let written = 0;
  try {
    for (let lines = await fetchLines(db); lines.length > 0; lines = await fetchLines(db)) {
      await file.write(lines.join(''));
      written += lines.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await sql`close written`.execute(db);
  return written;
}

async function fetchLines(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from written`.execute(db);
  return rows.map(({ line }) => `${line}\n`);
}

async function readTable(db: Kysely<unknown>, table: StoreTable, folder: string): Promise<void> {
  let batch: string[] = [];
  for await (const line of linesOf(join(folder, `${table.name}.jsonl`))) {
    batch.push(line);
    if (batch.length < ROWS_AT_ONCE) continue;
    await insertLines(db, table, batch);
    batch = [];
  }
  if (batch.length > 0) await insertLines(db, table, batch);
}

/** Node's own reader of lines would also break them at U+2028, which JSON leaves in its texts. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let begun = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = `${begun}${chunk}`.split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
}

async function insertLines(
  db: Kysely<unknown>,
  { name, columns }: StoreTable,
  lines: readonly string[],
): Promise<void> {
  const chosen = sql.join(columns.map(column => sql.ref(column.name)));
  const read = sql.join(columns.map(column => sql`${sql.ref(column.name)} text`));
  const typed = sql.join(columns.map(column => sql`r.${sql.ref(column.name)}::${sql.raw(column.type)}`));
  await sql`insert into ${sql.table(name)} (${chosen}) overriding system value
    select ${typed} from json_to_recordset(${`[${lines.join(',')}]`}::json) as r (${read})`.execute(db);
}
