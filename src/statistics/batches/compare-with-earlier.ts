import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { currentBatches } from './batch.ts';
import { unwrapSeal } from './batch-files.ts';
import { type BatchPlace, openBatchEngine } from './batch-place.ts';
import type { AgainstEarlier } from './batches-schema.ts';
import { batchesToRead } from './batches-to-read.ts';
import { type PreparedBatch, preparedFolder } from './prepared-batch.ts';
import { namesSql, openNames } from './read-batches.ts';
import { unsealFile } from './sealed-file.ts';
import { NAME_COLUMNS, OPEN_COLUMNS } from './slip-parts.ts';

/**
 * What accepting a prepared file does to the slips that stand: its accepted slips are `new`, the `same` to the letter as the slip of that
 * office and number that stands, or `replacing` it with another; and so many slips that stand it is `withdrawing`. A slip that was
 * withdrawn before, or lost its names to a deletion, is not the same any more. Slips of offices and of simulated worlds are never compared.
 *
 * Must run in turn with what changes batches.
 *
 * @throws SaldoError `wrong_names_key`, `sealed_file_damaged`
 */
export async function compareWithEarlier(place: BatchPlace, prepared: PreparedBatch): Promise<AgainstEarlier> {
  const source = prepared.simulated ? 'simulated' : 'offices';
  const ids = await currentBatches(place.db, source);
  const { batches } = await batchesToRead(
    place,
    ids.filter(id => id !== prepared.id),
  );
  if (batches.length === 0) return { new: prepared.accepted, replacing: 0, same: 0, withdrawing: 0 };
  const engine = await openBatchEngine(place);
  try {
    await findStanding(engine, join(preparedFolder(place.home, prepared.id), 'rows.parquet'), batches);
    const concerned = await engine.rows<{ file: number }>('select distinct file from standing');
    const used = new Set(concerned.map(({ file }) => file));
    const names = await openNames(
      engine,
      batches.map((batch, file) => (used.has(file) ? batch : { ...batch, names: null })),
    );
    return await count(engine, { earlier: namesSql([...names]), given: await openGivenNames(engine, place, prepared) });
  } finally {
    engine.close();
  }
}

/** Makes `given`, the file's slips without names, and `standing`, the slips of earlier batches that they meet. */
async function findStanding(engine: Engine, rows: string, batches: readonly { rows: string }[]): Promise<void> {
  await engine.run(`create temp table given as select * from read_parquet(${sqlText(rows)})`);
  await engine.run(
    `create temp table standing as
      select * from (
        select *, file_index::integer as file from read_parquet(${sqlList(batches.map(batch => batch.rows))})
        semi join given using (office, slip_id)
        qualify row_number() over (partition by office, slip_id order by file_index desc, row desc) = 1
      ) where not withdrawn`,
  );
}

async function openGivenNames(engine: Engine, place: BatchPlace, { id, names, names_key }: PreparedBatch) {
  if (names === 0) return namesSql([]);
  const plain = join(engine.workFolder, 'given_names.parquet');
  const sealed = join(preparedFolder(place.home, id), 'names');
  await unsealFile(sealed, plain, unwrapSeal(place, { batch: id, part: 'names', key: names_key }));
  return namesSql([[0, plain]]);
}

function count(engine: Engine, names: { earlier: string; given: string }): Promise<AgainstEarlier> {
  const same = [
    ...OPEN_COLUMNS.map(column => `given.${column} is not distinct from standing.${column}`),
    ...NAME_COLUMNS.map(column => `given_name_row.${column} is not distinct from standing_name_row.${column}`),
  ].join(' and ');
  return engine.row<Pick<AgainstEarlier, keyof AgainstEarlier>>(
    `with given_name_row as (${names.given}), standing_name_row as (${names.earlier})
    select count(*) filter (not given.withdrawn and standing.row is null) as "new",
      count(*) filter (not given.withdrawn and standing.row is not null and not (${same})) as replacing,
      count(*) filter (not given.withdrawn and standing.row is not null and ${same}) as same,
      count(*) filter (given.withdrawn and standing.row is not null) as withdrawing
    from given
    left join standing using (office, slip_id)
    left join given_name_row on given_name_row.row = given.row
    left join standing_name_row on standing_name_row.file = standing.file and standing_name_row.row = standing.row`,
  );
}
