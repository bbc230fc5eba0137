import type { Engine } from '../../engine/engine.ts';

/** Longest piece of a value that a report repeats. */
export const SHOWN_LETTERS = 200;

/**
 * Options of the engine's CSV reader by which it keeps the records that it rejects. Files that are read at the same time must not share
 * their names: the engine holds what it knows of such tables for all connections together, and two readers would wait for each other.
 */
export function rejectOptions(file: number): string {
  return `store_rejects = true, rejects_limit = 0, rejects_table = '${errorsTable(file)}', rejects_scan = '${scansTable(file)}'`;
}

/** Drops what the reader kept. */
export async function dropRejects(engine: Engine, file: number): Promise<void> {
  await engine.run(`drop table if exists ${errorsTable(file)}`);
  await engine.run(`drop table if exists ${scansTable(file)}`);
}

function errorsTable(file: number): string {
  return `reject_errors_${file}`;
}

function scansTable(file: number): string {
  return `reject_scans_${file}`;
}

/**
 * Turns the records that the engine's CSV reader rejected into faults. The reader may name several errors of one record; the first
 * stands for it. Its `line` counts records, the header included.
 *
 * @returns how many records were rejected
 */
export async function keepRejects(
  engine: Engine,
  file: number,
  { width, headerLines }: { width: number; headerLines: 0 | 1 },
): Promise<number> {
  await engine.run(
    `create or replace temp table rejected as
      select
        line - ${headerLines} as row,
        first(trim(csv_line, e'\\r\\n') order by byte_position) as record,
        first(error_type::varchar order by byte_position) as error_type,
        first(error_message order by byte_position) as error_message
      from ${errorsTable(file)}
      group by line`,
  );
  await engine.run(
    `insert into fault
      select ${file}, row, null, 'broken_row', left(record, ${SHOWN_LETTERS}), case error_type
        when 'MISSING COLUMNS' then '${width} columns, found ' || regexp_extract(error_message, '(\\d+)\\D*$', 1)
        when 'TOO MANY COLUMNS' then '${width} columns, found ' || regexp_extract(error_message, '(\\d+)\\D*$', 1)
        when 'UNQUOTED VALUE' then 'a quote that ends before the next delimiter'
        when 'INVALID ENCODING' then 'UTF-8, or a profile that names the encoding'
        when 'LINE SIZE OVER MAXIMUM' then 'a row of at most 2 MB'
        else error_message
      end, true
      from rejected`,
  );
  await engine.run(`insert into set_aside_row select ${file}, row, left(record, 100000) from rejected`);
  const count = await engine.run(`insert into rejected_row select ${file}, row from rejected`);
  await engine.run('drop table rejected');
  return count;
}
