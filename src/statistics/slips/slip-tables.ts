import { stateCodes, UNKNOWN_STATE } from '../../common/states.ts';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { makeEnumerations, STATE_TYPE } from './enumerations.ts';
import { stateTable } from './parse-sql.ts';
import type { Profile } from './profile.ts';

/** Makes the tables that reading fills; those of an earlier reading in the same engine go. */
export async function makeSlipTables(engine: Engine): Promise<void> {
  await engine.run(
    `create or replace table fault (
      file smallint, row bigint, column_name varchar, code varchar, found varchar, expected varchar, set_aside boolean
    )`,
  );
  await engine.run('create or replace table set_aside_row (file smallint, row bigint, record varchar)');
  await engine.run('create or replace table slip_file (file smallint, path varchar, profile varchar)');
  // Records that the reader could not split: they are not among the staged ones, whose positions close up behind them.
  await engine.run('create or replace table rejected_row (file smallint, row bigint)');
  await engine.run('drop table if exists slip');
  await engine.run('drop table if exists known_person');
  await engine.run('drop table if exists known_linkage');
  await makeEnumerations(engine);
  await makeStateTables(engine);
}

async function makeStateTables(engine: Engine): Promise<void> {
  const unknown = {
    system: 'alpha-2',
    code: UNKNOWN_STATE,
    alpha2: UNKNOWN_STATE,
    earlierAlpha2: null,
    earlierUntil: null,
  };
  const rows = [...stateCodes(), unknown].map(code =>
    [code.system, code.code, code.alpha2, code.earlierAlpha2, code.earlierUntil].map(sqlCell).join(', '),
  );
  await engine.run(
    `create or replace temp table state_code as
      select system, code, alpha2::${STATE_TYPE} as alpha2, earlier_alpha2::${STATE_TYPE} as earlier_alpha2, earlier_until::date as earlier_until
      from (values (${rows.join('), (')})) as codes (system, code, alpha2, earlier_alpha2, earlier_until)`,
  );
  for (const system of ['alpha-2', 'alpha-3', 'numeric'] satisfies Profile['states'][]) {
    await engine.run(
      `create or replace temp table ${stateTable(system)} as
        from state_code where system in ('alpha-2', ${sqlText(system)})`,
    );
  }
}

function sqlCell(value: string | null): string {
  return value === null ? 'null' : sqlText(value);
}
