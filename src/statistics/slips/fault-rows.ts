import type { Engine } from '../../engine/engine.ts';
import { withRows } from './record-rows.ts';

/**
 * Makes the table `fault_row` of the records that could be split into columns and have faults: whose they are and of when, as far as the
 * record itself says it, and whether they take a slip back (`withdraws`).
 */
export async function keepFaultRows(engine: Engine): Promise<void> {
  await engine.run(
    `create or replace table fault_row as
      with faulty as (select file, position from damaged union select file, position from copied),
      told as (
        select file, position, office, slip_id_text as slip_id, registered_on,
          status is not distinct from 'withdrawn' and office is not null and slip_id_text is not null as withdraws
        from keyed semi join faulty using (file, position)
      )
      select file, row, office, slip_id, registered_on, withdraws from ${withRows('told')}`,
  );
}
