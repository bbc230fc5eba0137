import { existsSync, statSync } from 'node:fs';
import { SaldoError } from '../../../common/saldo-error.ts';
import { csvRecords, findDelimiter } from '../tables/csv-records.ts';
import { fileSource, unpackedBytes } from '../tables/table-source.ts';
import type { Table } from './log-linear.ts';

/** A square table with the names of its rows and columns, which are the same. */
export interface NamedTable {
  names: readonly string[];
  table: Table;
}

/**
 * Reads a matrix: a header whose first cell names the rows, and a row for each name; empty cells are 0.
 *
 * @throws SaldoError `unreadable_input`, or `not_a_table` with all faults
 */
export async function readMatrix(path: string): Promise<NamedTable> {
  const [header = [], ...rows] = await recordsOf(path);
  const names = header.slice(1);
  const faults = [
    ...names
      .filter((name, at) => name === '' || names.indexOf(name) !== at)
      .map(name => `header: two columns named ${name}`),
    ...rows.filter(([name = '']) => !names.includes(name)).map(([name]) => `row ${name}: no such column`),
    ...names.filter(name => !rows.some(row => row[0] === name)).map(name => `column ${name}: no such row`),
    ...rowFaults(header, rows),
  ];
  const number = (text: string, where: string): number => {
    const value = text === '' ? 0 : Number(text.replace(/\s/g, ''));
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      faults.push(`${where}: found ${text}, expected a number of 0 or more`);
    return value;
  };
  const table = names.map(name => {
    const row = rows.find(each => each[0] === name) ?? [];
    return names.map((other, at) => number(row[at + 1] ?? '', `row ${name}, column ${other}`));
  });
  refuse(path, names.length === 0 ? ['an empty file'] : faults);
  return { names, table };
}

/**
 * Reads columns of numbers by name: a header whose first cell names the rows, and a row for each of `names`.
 *
 * @throws SaldoError as `readMatrix`
 */
export async function readColumns<Column extends string>(
  path: string,
  names: readonly string[],
  columns: readonly Column[],
): Promise<Record<Column, number[]>> {
  const [header = [], ...rows] = await recordsOf(path);
  const faults = [
    ...columns.filter(column => !header.includes(column)).map(column => `no column ${column}`),
    ...names.filter(name => !rows.some(row => row[0] === name)).map(name => `no row ${name}`),
    ...rows.filter(([name = '']) => !names.includes(name)).map(([name]) => `row ${name}: not in the matrix`),
    ...rowFaults(header, rows),
  ];
  const read = columns.map((column): [Column, number[]] => [
    column,
    names.map(name => {
      const text = rows.find(row => row[0] === name)?.[header.indexOf(column)] ?? '';
      const value = Number(text.replace(/\s/g, '').replace(/^−/, '-'));
      if (text !== '' && !Number.isFinite(value))
        faults.push(`row ${name}, column ${column}: found ${text}, expected a number`);
      if (text === '' && rows.some(row => row[0] === name) && header.includes(column))
        faults.push(`row ${name}, column ${column}: found nothing, expected a number`);
      return value;
    }),
  ]);
  refuse(path, faults);
  return Object.fromEntries(read) as Record<Column, number[]>;
}

/** Rows that stand twice, or are of another length than the header. */
function rowFaults(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const names = rows.map(([name = '']) => name);
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at).map(name => `row ${name}: found twice`),
    ...rows
      .filter(row => row.length !== header.length)
      .map(row => `row ${row[0] ?? ''}: found ${row.length} columns, expected ${header.length}`),
  ];
}

async function recordsOf(path: string): Promise<string[][]> {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new SaldoError('unreadable_input', `no such file: ${path}`, { path });
  const text = (await unpackedBytes(fileSource(path))).toString('utf8');
  const records: string[][] = [];
  for await (const record of csvRecords(once(text), findDelimiter(text.split('\n', 1)[0] ?? ''))) records.push(record);
  return records;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function refuse(path: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new SaldoError('not_a_table', `${path}: ${faults.join('; ')}`, { file: path, faults });
}
