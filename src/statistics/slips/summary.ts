import type { FaultCount } from '../../common/fault.ts';
import type { Engine } from '../../engine/engine.ts';
import type { SlipFormat } from './find-files.ts';
import type { StagedFile } from './stage-files.ts';

/** What a reading took in: accepted + setAside = read, in each file and in all. */
export interface SlipReading {
  files: readonly ReadFile[];
  read: number;
  accepted: number;
  setAside: number;
  faultsByCode: readonly FaultCount[];
  /** States whose offices registered the accepted slips, in order of their codes. */
  offices: readonly string[];
  /** Day of the first event, or registration where there is none; null where nothing was accepted. */
  firstEvent: string | null;
  /** Day of the last registration: the end of the data. */
  lastRegistered: string | null;
  /** What was passed over. */
  notes: readonly string[];
}

export interface ReadFile {
  path: string;
  sha256: string;
  format: SlipFormat;
  profile: string;
  rows: number;
  accepted: number;
  setAside: number;
}

/** Sums a reading up from its tables. */
export async function summarise(
  engine: Engine,
  { staged, hashes, notes }: { staged: readonly StagedFile[]; hashes: readonly string[]; notes: readonly string[] },
): Promise<SlipReading> {
  const accepted = await countByFile(engine, 'slip');
  const setAside = await countByFile(engine, 'set_aside_row');
  const files = staged.map(({ file: { found, format, form }, records }, number) => ({
    path: found.path,
    sha256: hashes[number] ?? '',
    format,
    profile: form.layout.profile.name,
    rows: records,
    accepted: accepted.get(number) ?? 0,
    setAside: setAside.get(number) ?? 0,
  }));
  const lost = files.find(file => file.accepted + file.setAside !== file.rows);
  if (lost)
    throw new Error(`rows were lost in ${lost.path}: ${lost.rows} read, ${lost.accepted} + ${lost.setAside} told of`);
  const offices = await engine.rows<{ office: string }>('select distinct office from slip order by office');
  const days = await engine.row<{ first_event: string | null; last_registered: string | null }>(
    'select min(dated_on) as first_event, max(registered_on) as last_registered from slip',
  );
  return {
    files,
    read: files.reduce((sum, file) => sum + file.rows, 0),
    accepted: files.reduce((sum, file) => sum + file.accepted, 0),
    setAside: files.reduce((sum, file) => sum + file.setAside, 0),
    faultsByCode: await countFaults(engine),
    offices: offices.map(({ office }) => office),
    firstEvent: days.first_event,
    lastRegistered: days.last_registered,
    notes,
  };
}

async function countByFile(engine: Engine, table: string): Promise<Map<number, number>> {
  const rows = await engine.rows<{ file: number; count: number }>(
    `select file, count(*) as count from ${table} group by file`,
  );
  return new Map(rows.map(({ file, count }) => [file, count]));
}

interface CountedFaults {
  [column: string]: string | number | boolean | null;
  code: string;
  set_aside: boolean;
  count: number;
  rows: number;
  path: string;
  row: number;
  column_name: string | null;
  found: string | null;
  expected: string;
}

async function countFaults(engine: Engine): Promise<FaultCount[]> {
  const counted = await engine.rows<CountedFaults>(
    `with counted as (
      select code, set_aside, count(*) as count, count(distinct (file, row)) as rows,
        arg_min(fault, (file, row, column_name)) as example
      from fault
      group by code, set_aside
    )
    select counted.code, counted.set_aside, count, rows, path,
      example.row as row, example.column_name as column_name, example.found as found, example.expected as expected
    from counted join slip_file on slip_file.file = example.file
    order by rows desc, code, counted.set_aside desc`,
  );
  return counted.map(
    ({ code, set_aside: setAside, count, rows, path: file, row, column_name: column, found, expected }) => ({
      code,
      setAside,
      count,
      rows,
      example: { file, row, column, code, found, expected, setAside },
    }),
  );
}
