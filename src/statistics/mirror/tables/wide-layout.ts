import type { Layout } from './layouts.ts';
import { notATable, parseSide, stateColumns } from './layouts.ts';
import { findTableState, parseCount, parsePeriod, parseState } from './parse-values.ts';
import type { Place } from './reading.ts';

/**
 * A matrix: rows are origins (first column `origin`) and columns destinations, or rows are destinations (`destination`) and columns
 * origins. Year and side stand in columns `year` and `side`, or in the options. The diagonal and totals are passed over.
 */
export const wideLayout: Layout = {
  name: 'matrix',
  fits: columns => columns.has('origin') !== columns.has('destination') && stateColumns([...columns]).length >= 2,
  takeRow(row, reading, { header, hints, file }) {
    const rowsAre = header.includes('origin') ? 'origin' : 'destination';
    const at = (column: string): Place => ({ file: row.file, row: row.row, column });
    const name = row.get(rowsAre);
    if (/^(total|всего|итого|world|sum)$/i.test(name)) {
      reading.passOver('totals');
      return;
    }
    const sideText = row.get('side') || row.get('direction');
    const side = sideText === '' ? hints.side : parseSide(sideText);
    const yearText = row.get('year') || hints.year;
    if (sideText === '' && side === undefined)
      throw notATable(file, 'a matrix that does not say whose figures it holds', 'a column side, or --side');
    if (yearText === undefined) throw notATable(file, 'a matrix without a year', 'a column year, or --year');
    const rowState = parseState(name, at(rowsAre), reading);
    const period = parsePeriod(yearText, at('year'), reading);
    if (side === undefined) reading.fault(at('side'), 'bad_value', sideText, 'arrivals or departures');
    if (rowState === undefined || period === undefined || side === undefined) return;
    for (const column of stateColumns(header)) {
      const columnState = findTableState(column);
      if (columnState === undefined || columnState === rowState) continue;
      const [origin, destination] = rowsAre === 'origin' ? [rowState, columnState] : [columnState, rowState];
      const value = parseCount(row.get(column), at(column), reading);
      reading.take({ origin, destination, ...period, side, value, flags: '' }, at(column));
    }
  },
};
