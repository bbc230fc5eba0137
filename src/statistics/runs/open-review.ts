import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { type BatchToRead, batchesToRead } from '../batches/batches-to-read.ts';
import { unsealFile } from '../batches/sealed-file.ts';
import { NAME_COLUMNS, OPEN_COLUMNS, SLIP_TABLE_COLUMNS } from '../batches/slip-parts.ts';
import type { Statistics } from '../statistics.ts';
import { reviewFile, reviewSeal } from './keep-review.ts';

/**
 * Fills `slip` with slips that stand in a run's doubtful pairs: as the run kept them for review, or, where names of their batch were
 * deleted since and closed that, with what of them rests in the open, `nameless` being true.
 *
 * @param slips names of the slips (OFFICE:SLIP_ID)
 */
export async function openReview(
  engine: Engine,
  statistics: Statistics,
  { folder, batches, slips }: { folder: string; batches: readonly string[]; slips: readonly string[] },
): Promise<void> {
  const { batches: known } = await batchesToRead(statistics.batches, batches);
  const deleted = await batchesWithDeletedNames(statistics, batches);
  const opened: string[] = [];
  const sources = [NO_SLIPS];
  try {
    for (const [place, batch] of known.entries()) {
      const kept = await openKept(engine, folder, batch);
      if (kept !== undefined) opened.push(kept);
      if (kept !== undefined) sources.push(keptSql(kept, known.length + place));
      else if (batch.names === null || deleted.has(batch.id))
        sources.push(openSql(batch.rows, { place, nameless: deleted.has(batch.id) }));
    }
    // A slip that stands in several batches is taken from where the run kept it, else from the last.
    await engine.run(`create table slip as
      select row_number() over (order by office, slip_id)::integer - 1 as n, * exclude (place)
      from (${sources.join(' union all by name ')}) found
      where office || ':' || slip_id in (select unnest(${sqlList(slips)}))
      qualify row_number() over (partition by office, slip_id order by place desc) = 1`);
  } finally {
    for (const plain of opened) rmSync(plain, { force: true });
  }
}

/** What a run kept of a batch, opened in the engine's working folder; nothing where it kept nothing, or its key went with deleted names. */
async function openKept(engine: Engine, folder: string, { id, names }: BatchToRead): Promise<string | undefined> {
  const sealed = join(folder, reviewFile(id));
  if (names === null || !existsSync(sealed)) return undefined;
  const plain = join(engine.workFolder, `${id}.parquet`);
  const seal = reviewSeal(id, Buffer.from(names.key, 'base64'));
  return unsealFile(sealed, plain, seal).then(
    () => plain,
    () => undefined,
  );
}

async function batchesWithDeletedNames({ store: { db } }: Statistics, ids: readonly string[]): Promise<Set<string>> {
  const query = db.selectFrom('batch').select('id').where('names_deleted_at', 'is not', null);
  const rows = ids.length === 0 ? [] : await query.where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

function keptSql(path: string, place: number): string {
  return `select ${SLIP_TABLE_COLUMNS.join(', ')}, ${place} as place, false as nameless from read_parquet(${sqlText(path)})`;
}

function openSql(path: string, { place, nameless }: { place: number; nameless: boolean }): string {
  const names = NAME_COLUMNS.map(column => `null::varchar as ${column}`).join(', ');
  return `select ${OPEN_COLUMNS.join(', ')}, ${names}, ${place} as place, ${nameless} as nameless
    from read_parquet(${sqlText(path)}) where not withdrawn`;
}

/** The columns and their types, where nothing can be read. */
const NO_SLIPS = `select '' as slip_id, '' as office, '' as kind, current_date as registered_on,
  current_date as event_on, current_date as dated_on, '' as surname, '' as given_name, '' as patronymic, '' as sex,
  0::smallint as birth_year, 0::tinyint as birth_month, 0::tinyint as birth_day, '' as birth_country, '' as citizenship, '' as document,
  '' as origin, '' as origin_place, '' as destination, '' as destination_place, 0 as place, false as nameless where false`;
