import type { Engine } from '../../engine/engine.ts';
import { RECORD_JSON } from './check-rows.ts';
import { withRows } from './record-rows.ts';

/**
 * Finds the records that share office and slip_id with another, across all files, and what that means for each: a withdrawal takes its
 * slip with it (`withdrawn`); copies the same to the letter leave the first of them, the others are `repeated_row`; copies that differ are
 * all set aside as `duplicate_slip_id`, for nobody can tell which is right. Leaves them in the table `copied`.
 *
 * @returns how many are set aside
 */
export async function checkCopies(engine: Engine): Promise<number> {
  // A hash of office and number finds the few candidates; the next step compares the values themselves.
  await engine.run(
    `create or replace temp table repeated_key as
      select key
      from (select hash(office, slip_id_text) as key from keyed where office is not null and slip_id_text is not null)
      group by key
      having count(*) > 1`,
  );
  await engine.run(
    `create or replace temp table copied as
      with candidate as (
        select file, position, office, slip_id_text as slip_id, status is not distinct from 'withdrawn' as withdraws
        from keyed
        where hash(office, slip_id_text) in (from repeated_key) and office is not null and slip_id_text is not null
      ),
      recorded as (
        select candidate.*, ${RECORD_JSON} as record
        from candidate join keyed using (file, position)
      ),
      compared as (
        select *,
          count(*) over slip as copies,
          bool_or(withdraws) over slip as withdrawn,
          min(md5(record)) over slip = max(md5(record)) over slip as all_same,
          row_number() over (partition by office, slip_id order by file, position) as turn
        from recorded
        window slip as (partition by office, slip_id)
      )
      select file, position, slip_id, record,
        case
          when withdrawn then 'withdrawn'
          when all_same then 'repeated_row'
          else 'duplicate_slip_id'
        end as code
      from compared
      where copies > 1 and not withdraws and (withdrawn or not all_same or turn > 1)`,
  );
  await keepCopies(engine);
  const { copies } = await engine.row<{ copies: number }>('select count(*) as copies from copied');
  return copies;
}

async function keepCopies(engine: Engine): Promise<void> {
  await engine.run(
    `insert into set_aside_row
      select file, row, record
      from ${withRows('copied')} as copy
      anti join set_aside_row as known on known.file = copy.file and known.row = copy.row`,
  );
  await engine.run(
    `insert into fault
      select file, row, 'slip_id', code, slip_id, case code
        when 'withdrawn' then 'a slip that its office has not withdrawn'
        when 'repeated_row' then 'each row once'
        else 'one slip under this number of this office'
      end, true
      from ${withRows('copied')}`,
  );
}
