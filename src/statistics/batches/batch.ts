import type { Kysely, Selectable } from 'kysely';
import type { BatchesSchema } from './batches-schema.ts';

/** An accepted file as anybody who may know of it sees it: its row without keys. */
export type Batch = Omit<Selectable<BatchesSchema['batch']>, 'names_key' | 'faults_key'>;

export type BatchRow = Selectable<BatchesSchema['batch']>;

export async function findBatch(db: Kysely<BatchesSchema>, id: string): Promise<Batch | undefined> {
  const row = await db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
  return row && withoutKeys(row);
}

/** Batches in order of acceptance, after a place in it. */
export async function listBatches(
  db: Kysely<BatchesSchema>,
  { after = 0, limit = 1000 }: { after?: number; limit?: number } = {},
): Promise<Batch[]> {
  const rows = await db
    .selectFrom('batch')
    .selectAll()
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(withoutKeys);
}

/** The ids of all batches in order of acceptance: what a run asked for now accounts. */
export async function currentBatches(db: Kysely<BatchesSchema>): Promise<string[]> {
  const rows = await db.selectFrom('batch').select('id').orderBy('sequence').execute();
  return rows.map(({ id }) => id);
}

function withoutKeys({ names_key: _, faults_key: __, ...batch }: BatchRow): Batch {
  return batch;
}
