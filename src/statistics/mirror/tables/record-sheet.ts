import { columnName, findLayout } from './known-layouts.ts';
import type { TableHints, TableRow } from './layouts.ts';
import type { Reading } from './reading.ts';
import { cellName, type Sheet } from './sheet.ts';

/** A header stands among the first rows, below titles. */
const MOST_TITLES = 40;

/** Reads a sheet that has, below its titles, a header as CSV has it; states may go by name. Tells whether it has one. */
export function readRecordSheet(sheet: Sheet, hints: TableHints, reading: Reading): boolean {
  const { file, rows } = sheet;
  const headers = rows.slice(0, MOST_TITLES).map(row => row.map(columnName));
  const at = headers.findIndex(header => findLayout(new Set(header)) !== undefined);
  const header = headers[at];
  const layout = header === undefined ? undefined : findLayout(new Set(header));
  if (header === undefined || layout === undefined) return false;
  const columns = new Map(header.map((name, column) => [name, column]));
  const context = { file, header, hints, offices: undefined };
  for (const [number, cells] of rows.entries()) {
    if (number <= at || isNote(cells)) continue;
    reading.read++;
    const before = reading.faults.length;
    const row: TableRow = { file, row: number + 1, get: name => cells[columns.get(name) ?? -1] ?? '' };
    layout.takeRow(row, reading, context);
    for (const fault of reading.faults.slice(before))
      fault.column = cellName(sheet, number, columns.get(fault.column ?? '') ?? 0);
  }
  return true;
}

/** Empty rows, and rows of nothing but one text: footnotes. */
function isNote(cells: readonly string[]): boolean {
  return cells.filter(cell => cell !== '').length < 2;
}
