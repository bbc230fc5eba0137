import type { Engine } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { writeOpenPart } from './write-parts.ts';

/**
 * Makes the tables `known_person` (n, person) and `known_linkage` (precision, recall) of the slips whose persons were kept when names were deleted. A row that has replaced such a
 * slip since is not among them: it has names of its own.
 *
 * @returns the number of slips
 */
export async function readKnownPersons(
  engine: Engine,
  batches: readonly { id: string }[],
  path: string,
): Promise<number> {
  await engine.run(
    `create table known_person as
      with place as (select unnest(${sqlList(batches.map(({ id }) => id))}) as batch, unnest(range(${batches.length}))::integer as file)
      select n, person
      from read_parquet(${sqlText(path)}) known join place using (batch) join slip using (file, row)`,
  );
  await engine.run(
    `create table known_linkage as select distinct precision, recall from read_parquet(${sqlText(path)})`,
  );
  return (await engine.row<{ slips: number }>('select count(*) as slips from known_person')).slips;
}

/** Who the persons were by a finished run: what stands in for names once they are deleted. */
export interface LinkedRun {
  readonly run: string;
  /** Batches that it accounted, in order. */
  readonly batches: readonly string[];
  /** Its Parquet file of persons: office, slip_id, person. */
  readonly persons: string;
  /** What it expected of its links. */
  readonly precision: number;
  readonly recall: number;
}

/**
 * Writes which slip, by batch and row, is of which person of a run; reads `current_slip` of the run's batches.
 *
 * @returns SHA-256 of the file
 */
export async function keepKnownPersons(
  engine: Engine,
  batches: readonly { id: string; rows: string }[],
  { linked, path }: { linked: LinkedRun; path: string },
): Promise<string> {
  const { sha256 } = await writeOpenPart(
    engine,
    `with open as (
      select list_extract(${sqlList(batches.map(({ id }) => id))}, file_index::integer + 1) as batch, file_index::integer as file, row, office, slip_id
      from read_parquet(${sqlList(batches.map(({ rows }) => rows))}))
    select batch, row, person, ${linked.precision}::double as precision, ${linked.recall}::double as recall
    from open semi join current_slip using (file, row) join read_parquet(${sqlText(linked.persons)}) using (office, slip_id)
    order by batch, row`,
    path,
  );
  return sha256;
}
