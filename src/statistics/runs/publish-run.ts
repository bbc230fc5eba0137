import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RunRecord } from '../accounts/run-record.ts';
import { PUBLISHED_TABLE_NAMES, PUBLISHED_TABLES, type PublishedTable, TO_PUBLISH } from './published-tables.ts';
import type { RunsSchema } from './runs-schema.ts';

/**
 * Publishes what a run left in its folder as a new vintage, and marks the run as done: all in one transaction, so that whatever happens
 * there is the whole vintage or none.
 *
 * @returns the number of the vintage
 * @throws Error where the run is not running any more
 */
export function publishRun(
  db: Kysely<RunsSchema>,
  run: { id: string; label: string | null },
  { folder, record }: { folder: string; record: RunRecord },
): Promise<number> {
  return db.transaction().execute(async transaction => {
    const { numUpdatedRows } = await transaction
      .updateTable('run')
      .set({ state: 'done', ended_at: sql`now()`, record: JSON.stringify(record) })
      .where('id', '=', run.id)
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`run ${run.id} is not running: it cannot be published`);
    const vintage = await insertVintage(transaction, run, record);
    for (const table of PUBLISHED_TABLE_NAMES) await insertRows(transaction, { table, vintage, folder });
    await sql`update vintage set (first_year, last_year) =
      (select min(year), max(year) from vintage_flow where vintage = ${vintage}) where id = ${vintage}`.execute(
      transaction,
    );
    return vintage;
  });
}

async function insertVintage(
  transaction: Transaction<RunsSchema>,
  run: { id: string; label: string | null },
  record: RunRecord,
): Promise<number> {
  const { threshold, lapse, by } = record.parameters;
  const { id } = await transaction
    .insertInto('vintage')
    .values({
      run: run.id,
      label: run.label,
      threshold,
      lapse,
      by: JSON.stringify(by),
      simulated: record.simulated,
      fingerprint: record.fingerprint,
      slips: record.accepted,
      persons: record.persons,
      moves: record.moves,
      first_year: null,
      last_year: null,
      offices: JSON.stringify(record.offices),
      precision_expected: record.linkage.precision,
      recall_expected: record.linkage.recall,
      released_at: null,
      released_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The rows come in slices of JSON that the store itself takes apart: this process never holds them as objects. */
async function insertRows(
  transaction: Transaction<RunsSchema>,
  { table, vintage, folder }: { table: PublishedTable; vintage: number; folder: string },
): Promise<void> {
  const columns = Object.entries(PUBLISHED_TABLES[table]);
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  const typed = sql.join(columns.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  const file = await open(join(folder, TO_PUBLISH, `${table}.jsonl`));
  try {
    for await (const slice of file.readLines()) {
      await sql`insert into ${sql.table(table)} (vintage, ${names})
        select ${sql.lit(vintage)}, ${names} from jsonb_to_recordset(${slice}::jsonb) as slice (${typed})`.execute(
        transaction,
      );
    }
  } finally {
    await file.close();
  }
}
