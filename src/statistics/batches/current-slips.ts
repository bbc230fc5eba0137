import type { Engine } from '../../engine/engine.ts';
import { sqlList } from '../../engine/sql.ts';

/**
 * Makes the table `current_slip` (file, row) of the slips that stand, in order of office and slip_id, and `set_back` (file, row, code) of
 * those that a later batch `replaced` or `withdrawn`; `file` is the place of the batch.
 *
 * @returns the number of slips that stand
 */
export async function findCurrentSlips(engine: Engine, batches: readonly { rows: string }[]): Promise<number> {
  const entries = `(select file_index::integer as file, row, office, slip_id, withdrawn
    from read_parquet(${sqlList(batches.map(({ rows }) => rows))}))`;
  // A hash of office and number finds the few candidates; the next step compares the values themselves.
  await engine.run(
    `create or replace temp table repeated_key as
      select hash(office, slip_id) as key from ${entries} group by key having count(*) > 1`,
  );
  await engine.run(
    `create or replace temp table set_back as
      with candidate as (
        select * from ${entries} where hash(office, slip_id) in (from repeated_key)
      ),
      later as (
        select file, row, withdrawn, first_value(withdrawn) over slip as ends_withdrawn,
          row_number() over slip > 1 as is_replaced
        from candidate
        -- Within one batch a withdrawal takes its slip with it, so that the slip is not among the entries.
        window slip as (partition by office, slip_id order by file desc, row desc rows between unbounded preceding and current row)
      )
      select file, row, case when ends_withdrawn then 'withdrawn' else 'replaced' end as code
      from later where is_replaced and not withdrawn`,
  );
  await engine.run('set preserve_insertion_order = true');
  await engine.run(
    `create or replace temp table current_slip as
      select file, row from ${entries} anti join set_back using (file, row) where not withdrawn order by office, slip_id`,
  );
  await engine.run('set preserve_insertion_order = false');
  await engine.run('drop table repeated_key');
  return (await engine.row<{ slips: number }>('select count(*) as slips from current_slip')).slips;
}
