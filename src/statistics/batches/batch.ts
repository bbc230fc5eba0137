import type { Kysely, Selectable } from 'kysely';
import type { BatchesSchema } from './batches-schema.ts';

/** An accepted file as anybody who may know of it sees it: its row without keys. */
export type Batch = Omit<Selectable<BatchesSchema['batch']>, 'names_key' | 'faults_key'>;

const GREATEST_SEQUENCE = 2 ** 31 - 1;

export type BatchRow = Selectable<BatchesSchema['batch']>;

export async function findBatch(db: Kysely<BatchesSchema>, id: string): Promise<Batch | undefined> {
  const row = await findBatchRow(db, id);
  return row && withoutKeys(row);
}

export function findBatchRow(db: Kysely<BatchesSchema>, id: string): Promise<BatchRow | undefined> {
  return db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Batches, the last accepted first; `before` is the sequence of the last one of the page before. */
export async function listBatches(
  db: Kysely<BatchesSchema>,
  { before, limit = 1000 }: { before?: number; limit?: number } = {},
): Promise<Batch[]> {
  let query = db.selectFrom('batch').selectAll().orderBy('sequence', 'desc').limit(limit);
  if (before !== undefined) query = query.where('sequence', '<', Math.min(before, GREATEST_SEQUENCE));
  return (await query.execute()).map(withoutKeys);
}

/** Whose slips: those of offices, those of simulated worlds, or both together. */
export const SLIP_SOURCES = ['offices', 'simulated', 'all'] as const;
export type SlipSource = (typeof SLIP_SOURCES)[number];

/**
 * The ids of the batches that a run asked for now accounts, in order of acceptance. Unless both are asked for, an office's slips are never
 * accounted together with simulated ones: the offices' where there are any, else the simulated.
 */
export async function currentBatches(db: Kysely<BatchesSchema>, source?: SlipSource): Promise<string[]> {
  const rows = await db.selectFrom('batch').select(['id', 'simulated']).orderBy('sequence').execute();
  const meant = source ?? (rows.some(({ simulated }) => !simulated) ? 'offices' : 'simulated');
  return rows.filter(({ simulated }) => meant === 'all' || simulated === (meant === 'simulated')).map(({ id }) => id);
}

function withoutKeys({ names_key: _, faults_key: __, ...batch }: BatchRow): Batch {
  return batch;
}
