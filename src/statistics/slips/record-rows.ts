import type { Engine } from '../../engine/engine.ts';

/**
 * Prepares the way from positions among the staged records of a file to its rows: every rejected record pushes those behind it on by one.
 */
export async function keepRowShifts(engine: Engine): Promise<void> {
  await engine.run(
    `create or replace temp table row_shift as
      with rejected as (
        select file, row, row_number() over (partition by file order by row) as rejected_so_far from rejected_row
      )
      select file, row - rejected_so_far as position, max(rejected_so_far) as shift from rejected group by all`,
  );
}

/** SQL of a relation of staged records (`file`, `position`, others) with their `row` beside. */
export function withRows(relation: string): string {
  return `(
    select records.*, records.position + 1 + coalesce(row_shift.shift, 0) as row
    from ${relation} as records
    asof left join row_shift on records.file = row_shift.file and records.position >= row_shift.position
  )`;
}
