import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, sqlPath } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { BatchesToRead, BatchToRead } from '../batches/batches-to-read.ts';
import { type Seal, sealFile } from '../batches/sealed-file.ts';
import { SLIP_TABLE_COLUMNS } from '../batches/slip-parts.ts';

/** Columns of `doubtful.csv` as the engine reads them. */
const DOUBTFUL_COLUMNS = `{a: 'VARCHAR', b: 'VARCHAR', weight: 'DOUBLE', probability: 'DOUBLE', linked_as: 'VARCHAR', effect: 'VARCHAR',
  priority: 'DOUBLE'}`;

/** SQL of the doubtful pairs of a run. */
export function doubtfulPairsSql(runFolder: string): string {
  return `read_csv(${sqlPath(join(runFolder, 'doubtful.csv'))}, header = true, auto_detect = false, delim = ',', quote = '"',
    columns = ${DOUBTFUL_COLUMNS})`;
}

/** File of one batch's slips that stand in a run's doubtful pairs. */
export function reviewFile(batch: string): string {
  return `review-${batch}.names`;
}

/**
 * What opens the review of a batch: a key that follows from that of its names, so that the deletion of names closes every review that
 * shows them.
 */
export function reviewSeal(batch: string, namesKey: Buffer): Seal {
  return { key: namesKey, subject: `review of ${batch}` };
}

/**
 * Keeps the slips of the doubtful pairs with their names, sealed, a file for each batch: reviewers need some hundreds of slips, and would
 * have to open the names of all.
 *
 * @returns the number of slips
 */
export async function keepReview(engine: Engine, folder: string, { batches }: BatchesToRead): Promise<number> {
  await engine.run(`create or replace temp table review_slip as
    with named as (select a as name from ${doubtfulPairsSql(folder)} union select b from ${doubtfulPairsSql(folder)})
    select ${SLIP_TABLE_COLUMNS.join(', ')}, file from slip semi join named on named.name = office || ':' || slip_id`);
  const files = await engine.rows<{ file: number; slips: number }>(
    'select file, count(*) as slips from review_slip group by file order by file',
  );
  for (const { file } of files) {
    const batch = batches[file];
    // Without names there is nothing to seal: what is left of a slip lies in the open anyway.
    if (batch?.names) await sealReview(engine, folder, { file, batch: batch.id, key: batch.names.key });
  }
  return files.reduce((sum, { slips }) => sum + slips, 0);
}

async function sealReview(
  engine: Engine,
  folder: string,
  { file, batch, key }: { file: number; batch: BatchToRead['id']; key: string },
): Promise<void> {
  const plain = join(engine.workFolder, `review_${file}.parquet`);
  try {
    await engine.run(
      `copy (select * exclude (file) from review_slip where file = ${file}) to ${sqlText(plain)} (format parquet)`,
    );
    await sealFile(plain, join(folder, reviewFile(batch)), reviewSeal(batch, Buffer.from(key, 'base64')));
  } finally {
    rmSync(plain, { force: true });
  }
}
