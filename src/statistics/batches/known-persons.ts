import type { Engine } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';

/**
 * Makes the table `known_person` (n, person) of the slips whose persons were kept when names were deleted. A row that has replaced such a
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
  return (await engine.row<{ slips: number }>('select count(*) as slips from known_person')).slips;
}
