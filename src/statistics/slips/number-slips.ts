import type { Engine } from '../../engine/engine.ts';
import type { RowChecks } from './check-rows.ts';
import { STATE_TYPE } from './enumerations.ts';
import { withRows } from './record-rows.ts';

/**
 * Makes the table `slip` of the records that are not set aside, numbered in the order of office and slip_id: whatever the order of files
 * and rows, the same slips get the same numbers.
 *
 * @returns the number of slips
 */
export async function numberSlips(engine: Engine, checks: RowChecks): Promise<number> {
  await engine.run(
    `create or replace temp table aside as
      select file, position from damaged where ${checks.setAsideSql()}
      union
      select file, position from copied`,
  );
  // Sorting the keys alone, and finding the rest of each row by its position, spares a sort of whole rows.
  await engine.run('set preserve_insertion_order = true');
  await engine.run(
    `create or replace temp table accepted as
      select file, position, coalesce(faults, 0) as faults
      from keyed
      anti join aside using (file, position)
      left join (select file, position, faults from damaged) using (file, position)
      order by office, slip_id_text`,
  );
  await engine.run('set preserve_insertion_order = false');
  await engine.run(
    `create table slip as
      with numbered as (select rowid::integer as n, file, position, faults from accepted)
      select ${slipColumns(checks)}
      from parsed
      join ${await rowedNumbers(engine)} as numbered using (file, position)`,
  );
  const { slips } = await engine.row<{ slips: number }>('select count(*) as slips from slip');
  return slips;
}

/** The costly way through the shifts is taken only where a record was rejected. */
async function rowedNumbers(engine: Engine): Promise<string> {
  const { shifts } = await engine.row<{ shifts: number }>('select count(*) as shifts from row_shift');
  return shifts > 0 ? withRows('numbered') : '(select *, position + 1 as row from numbered)';
}

function slipColumns(checks: RowChecks): string {
  const event = checks.keptSql('event_on', 'event_on');
  const birth = (part: 'year' | 'month' | 'day', known: number, type: string): string =>
    `${checks.keptSql('birth_date', `case when birth_parts >= ${known} then ${part}(birth_on)::${type} end`)} as birth_${part}`;
  const text = (column: string): string => `${column}_text as ${column}`;
  const end = (column: 'origin' | 'destination', own: 'arrival' | 'departure'): string =>
    `case when kind = '${own}' then office else coalesce(${checks.keptSql(column, column)}, 'ZZ'::${STATE_TYPE}) end as ${column}`;
  return [
    'numbered.n',
    text('slip_id'),
    'office',
    'kind',
    'registered_on',
    `${event} as event_on`,
    `coalesce(${event}, registered_on) as dated_on`,
    ...['surname', 'given_name', 'patronymic'].map(text),
    'sex',
    birth('year', 1, 'smallint'),
    birth('month', 2, 'tinyint'),
    birth('day', 3, 'tinyint'),
    `nullif(birth_country, 'ZZ') as birth_country`,
    `nullif(citizenship, 'ZZ') as citizenship`,
    text('document'),
    end('origin', 'departure'),
    text('origin_place'),
    end('destination', 'arrival'),
    text('destination_place'),
    'purpose',
    `${checks.keptSql('intended_months', 'intended_months::smallint')} as intended_months`,
    'basis',
    'ground',
    'file',
    'numbered.row',
  ].join(',\n      ');
}
