import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultCount } from '../../common/fault.ts';
import { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { enumeratedType } from '../slips/enumerations.ts';
import { makeSlipTables } from '../slips/slip-tables.ts';
import type { SlipReading } from '../slips/summary.ts';
import type { BatchesToRead, BatchToRead } from './batches-to-read.ts';
import { findCurrentSlips } from './current-slips.ts';
import { readKnownPersons } from './known-persons.ts';
import { unsealFile } from './sealed-file.ts';
import { NAME_COLUMNS, SLIP_TABLE_COLUMNS } from './slip-parts.ts';
import { sumFaults } from './sum-faults.ts';

/**
 * Fills the table `slip` with the slips of batches, just as `readSlips` leaves it: numbered by office and slip_id, `file` being the place
 * of the batch. Of slips with one office and number that of the latest batch stands; a withdrawal removes it. Leaves `slip_file`, empty
 * `fault` and `set_aside_row` (the batches keep their own), and `known_person` (n, person) of the slips whose persons were kept when names
 * were deleted.
 *
 * In each file accepted + set aside = read; slips that a later batch replaced or withdrew count as set aside (`replaced`, `withdrawn`).
 */
export async function readBatches(
  engine: Engine,
  { batches, knownPersons }: BatchesToRead,
  { steps = new Steps() }: { steps?: Steps } = {},
): Promise<SlipReading> {
  await makeSlipTables(engine);
  for (const [file, { fileName, profile }] of batches.entries())
    await engine.run(`insert into slip_file values (${file}, ${sqlText(fileName)}, ${sqlText(profile)})`);
  await steps.count('finding the current slips', () => findCurrentSlips(engine, batches));
  const names = await steps.run(
    'opening the names',
    () => openNames(engine, batches),
    () => batches.length,
  );
  await steps.count('numbering the slips', () => makeSlips(engine, batches, names));
  for (const path of names.values()) rmSync(path, { force: true });
  if (knownPersons !== null)
    await steps.count('persons known before', () => readKnownPersons(engine, batches, knownPersons));
  const reading = await sumUp(engine, batches);
  for (const table of ['current_slip', 'set_back']) await engine.run(`drop table ${table}`);
  return reading;
}

/** Plain files of the names in the engine's working folder, by the place of their batch. */
export async function openNames(engine: Engine, batches: readonly BatchToRead[]): Promise<Map<number, string>> {
  const opened = new Map<number, string>();
  for (const [file, { names }] of batches.entries()) {
    if (names === null) continue;
    const plain = join(engine.workFolder, `names_${file}.parquet`);
    await unsealFile(names.path, plain, { key: Buffer.from(names.key, 'base64'), subject: names.subject });
    opened.set(file, plain);
  }
  return opened;
}

async function makeSlips(
  engine: Engine,
  batches: readonly BatchToRead[],
  names: ReadonlyMap<number, string>,
): Promise<number> {
  const columns = SLIP_TABLE_COLUMNS.map(column => {
    if (isName(column)) return `named.${column}`;
    const type = enumeratedType(column);
    return type === undefined ? `open.${column}` : `open.${column}::${type} as ${column}`;
  });
  await engine.run(
    `create table slip as
      with open as (select *, file_index::integer as file from read_parquet(${sqlList(batches.map(({ rows }) => rows))})),
      named as (${namesSql([...names])})
      select current_slip.rowid::integer as n, ${columns.join(', ')}, open.file, open.row
      from open
      join current_slip using (file, row)
      left join named on named.file = open.file and named.row = open.row`,
  );
  const { slips } = await engine.row<{ slips: number }>('select count(*) as slips from slip');
  return slips;
}

function isName(column: string): boolean {
  return (NAME_COLUMNS as readonly string[]).includes(column);
}

/** SQL of the opened names (file, row and the columns of names), by the places of their batches. */
export function namesSql(names: readonly (readonly [file: number, path: string])[]): string {
  if (names.length === 0)
    return `select 0 as file, 0::bigint as row, ${NAME_COLUMNS.map(column => `null::varchar as ${column}`).join(', ')} where false`;
  const files = names.map(([file]) => file).join(', ');
  return `select list_extract([${files}]::integer[], file_index::integer + 1) as file, row, ${NAME_COLUMNS.join(', ')}
    from read_parquet(${sqlList(names.map(([, path]) => path))})`;
}

async function sumUp(engine: Engine, batches: readonly BatchToRead[]): Promise<SlipReading> {
  const counts = await engine.rows<{ file: number; accepted: number }>(
    'select file, count(*) as accepted from slip group by file',
  );
  const accepted = new Map(counts.map(row => [row.file, row.accepted]));
  const files = batches.map(({ id, fileName, format, profile, read }, file) => ({
    ...{ path: fileName, sha256: id, format, profile, rows: read },
    accepted: accepted.get(file) ?? 0,
    setAside: read - (accepted.get(file) ?? 0),
  }));
  const offices = await engine.rows<{ office: string }>('select distinct office from slip order by office');
  const days = await engine.row<{ first_event: string | null; last_registered: string | null }>(
    'select min(dated_on) as first_event, max(registered_on) as last_registered from slip',
  );
  return {
    files,
    read: files.reduce((sum, { rows }) => sum + rows, 0),
    accepted: files.reduce((sum, file) => sum + file.accepted, 0),
    setAside: files.reduce((sum, file) => sum + file.setAside, 0),
    faultsByCode: sumFaults([...(await laterFaults(engine, batches)), ...batches.flatMap(faultsOf)]),
    offices: offices.map(({ office }) => office),
    firstEvent: days.first_event,
    lastRegistered: days.last_registered,
    notes: [],
  };
}

function faultsOf({ fileName, faults }: BatchToRead): FaultCount[] {
  return faults.map(({ code, set_aside: setAside, count, rows, example }) => ({
    ...{ code, setAside, count, rows },
    example: { file: fileName, ...example, code, found: code === 'missing_value' ? null : '(sealed)', setAside },
  }));
}

/** What later batches did to slips of earlier ones. */
async function laterFaults(engine: Engine, batches: readonly BatchToRead[]): Promise<FaultCount[]> {
  const counted = await engine.rows<{ code: string; rows: number; file: number; row: number }>(
    `select code, count(*) as rows, min(struct_pack(file, row)).file as file, min(struct_pack(file, row)).row as row
    from set_back group by code order by code`,
  );
  return counted.map(({ code, rows, file, row }) => ({
    ...{ code, setAside: true, count: rows, rows },
    example: {
      ...{ file: batches[file]?.fileName ?? '', row, column: 'slip_id', code, found: 'an earlier row', setAside: true },
      expected:
        code === 'replaced'
          ? 'the last row under this number of this office'
          : 'a slip that its office has not withdrawn',
    },
  }));
}
