import { existsSync, statSync } from 'node:fs';
import type { Fault } from '../../../common/fault.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import type { MirrorCell } from '../mirror-table.ts';
import { csvRecords, findDelimiter } from './csv-records.ts';
import { readJsonStat } from './json-stat.ts';
import { columnName, findLayout } from './known-layouts.ts';
import { notATable, type TableHints, type TableRow } from './layouts.ts';
import { readPx } from './px.ts';
import { Reading } from './reading.ts';
import { isSdmxHeader, SdmxRecords } from './sdmx-layout.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { type AccountRun, findAccountRun, originOf, type TableOrigin } from './table-origin.ts';
import { fileSource, plainName, type TableSource, unpackedBytes, unpackedPieces } from './table-source.ts';

/** What the tables hold, and what is wrong with them. */
export interface TableReading {
  /** In order of corridor and year. */
  cells: readonly MirrorCell[];
  faults: readonly Fault[];
  /** What was left out that is no fault, with counts. */
  passedOver: Readonly<Record<string, number>>;
  /** Data records, or observations of a data cube. */
  read: number;
  /** The tables themselves, in the order given: whoever cites a figure can say which bytes it comes from. */
  tables: readonly TableOrigin[];
}

/**
 * Reads tables of flows between states: CSV in long form, as a matrix or with both sides in a row, an account's `flows.csv`, Eurostat's
 * SDMX-CSV and JSON-stat of migr_imm5prv and migr_emi3nxt, UNECE's PX, spreadsheets (`.xlsx`); `.gz` too. Several files make one table. Faults of data come back
 * all at once; nothing is guessed.
 *
 * @throws SaldoError `unreadable_input`, `not_a_table`, or `nothing_accounted` where no figure is left
 */
export async function readTables(paths: readonly string[], hints: TableHints = {}): Promise<TableReading> {
  const missing = paths.filter(path => !existsSync(path) || !statSync(path).isFile());
  if (missing.length > 0)
    throw new SaldoError('unreadable_input', `no such file: ${missing.join(', ')}`, { paths: missing });
  return readSources(paths.map(fileSource), hints);
}

/**
 * The same of tables from wherever they come.
 *
 * @throws SaldoError `not_a_table`, or `nothing_accounted` where no figure is left
 */
export async function readSources(sources: readonly TableSource[], hints: TableHints = {}): Promise<TableReading> {
  const reading = new Reading();
  const tables: TableOrigin[] = [];
  for (const source of sources) tables.push(await originOf(source, await readTable(source, hints, reading)));
  const cells = reading.cells();
  const { faults, read } = reading;
  if (!cells.some(cell => cell.arrivals !== null || cell.departures !== null)) {
    const details = { faults: faults.slice(0, 100), faultCount: faults.length };
    const names = sources.map(({ name }) => name).join(', ');
    const first =
      faults[0] === undefined ? '' : `; first fault: ${faults[0].file}, row ${faults[0].row}, ${faults[0].code}`;
    throw new SaldoError('nothing_accounted', `no figure of a flow between two states in ${names}${first}`, details);
  }
  return { cells, faults, read, passedOver: Object.fromEntries([...reading.passedOver].sort()), tables };
}

/** Reads one table, and tells the run of accounts that it comes from, if it is an account's. */
async function readTable(source: TableSource, hints: TableHints, reading: Reading): Promise<AccountRun | undefined> {
  const name = plainName(source);
  if (name.endsWith('.xls')) throw notATable(source.name, 'a spreadsheet of the old form', '.xlsx or CSV: save it so');
  if (name.endsWith('.xlsx')) await readSpreadsheet(await unpackedBytes(source), source.name, hints, reading);
  else if (/\.(json|jsonstat)$/.test(name)) readJsonStat(await readText(source), source.name, hints, reading);
  else if (name.endsWith('.px')) readPx(await readText(source), source.name, hints, reading);
  else return readCsv(source, hints, reading);
  return undefined;
}

async function readCsv(source: TableSource, hints: TableHints, reading: Reading): Promise<AccountRun | undefined> {
  const path = source.name;
  const pieces = textPieces(source);
  const first = await pieces.next();
  const start = first.done ? '' : first.value;
  const headLine = start.split('\n', 1)[0] ?? '';
  if (headLine.trim() === '') throw notATable(path, 'an empty file', 'a header');
  const records = csvRecords(putBack(start, pieces), findDelimiter(headLine));
  const head = await records.next();
  const header: string[] = head.done ? [] : head.value.map(columnName);
  const repeated = header.filter((name, at) => name !== '' && header.indexOf(name) !== at);
  if (repeated.length > 0) throw notATable(path, `two columns named ${repeated[0]}`, 'each name once');
  const columns = new Map<string, number>(header.map((name, at) => [name, at]));
  const run = header.includes('united') ? findAccountRun(source) : undefined;
  const context = { file: path, header, hints, offices: run === undefined ? undefined : new Set(run.offices) };
  const names = new Set(header);
  const sdmx = isSdmxHeader(names) ? new SdmxRecords(reading, context) : undefined;
  const layout = findLayout(names);
  if (sdmx === undefined && layout === undefined) {
    throw notATable(
      path,
      `the columns ${header.slice(0, 12).join(', ')}`,
      'origin, destination, year with departures_reported and arrivals_reported, or with value; a matrix; SDMX-CSV',
    );
  }
  let number = 0;
  for await (const record of records) {
    number++;
    reading.read++;
    if (record.length !== header.length) {
      const place = { file: path, row: number, column: null };
      reading.fault(place, 'broken_row', record.join(','), `${header.length} columns, found ${record.length}`);
      continue;
    }
    const row: TableRow = { file: path, row: number, get: column => record[columns.get(column) ?? -1] ?? '' };
    if (sdmx !== undefined) sdmx.take(row);
    else layout?.takeRow(row, reading, context);
  }
  sdmx?.end();
  return run;
}

async function* textPieces(source: TableSource): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch (cause) {
      throw new SaldoError(
        'not_a_table',
        `${source.name}: ${(cause as Error).message}; expected text in UTF-8`,
        { file: source.name },
        cause,
      );
    }
  };
  for await (const piece of unpackedPieces(source)) yield decode(piece);
  yield decode();
}

async function* putBack(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** A whole small file. What is no UTF-8 is taken in the code page that it names, else in that of Windows for Cyrillic. */
async function readText(source: TableSource): Promise<string> {
  const bytes = await unpackedBytes(source);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const named = /CODEPAGE="([^"]+)"/i.exec(bytes.subarray(0, 2000).toString('latin1'))?.[1];
    try {
      return new TextDecoder(named ?? 'windows-1251').decode(bytes);
    } catch {
      return new TextDecoder('windows-1251').decode(bytes);
    }
  }
}
