import { SaldoError } from '../../../common/saldo-error.ts';
import { findTableState } from './parse-values.ts';
import type { Reading } from './reading.ts';

/** What the options say of a table that does not say it itself. */
export interface TableHints {
  /** The side that the table's figures are of. */
  side?: 'arrivals' | 'departures';
  /** The year or period of a table without one. */
  year?: string;
  /** The state whose office published a table that does not say it. */
  office?: string;
}

/** One data record of a table: its values by the header's names, in small letters. */
export interface TableRow {
  file: string;
  row: number;
  get(column: string): string;
}

/** A layout of tables that is known from its header. */
export interface Layout {
  name: string;
  fits(columns: ReadonlySet<string>): boolean;
  /** Takes one record into the reading. */
  takeRow(row: TableRow, reading: Reading, context: LayoutContext): void;
}

export interface LayoutContext {
  file: string;
  header: readonly string[];
  hints: TableHints;
  /** Of an account's flows: the offices whose slips were loaded, where its run record says it; the others' zeros are no figures. */
  offices: ReadonlySet<string> | undefined;
}

/** The one of the two words, and usual other spellings of them. */
export function parseSide(text: string): 'arrivals' | 'departures' | undefined {
  const word = text.trim().toLowerCase();
  if (/^(arr\w*|imm\w*|in|inflow|прибы\w*|прибытия)$/u.test(word) || /^прибы/u.test(word)) return 'arrivals';
  if (/^(dep\w*|emi\w*|out|outflow)$/u.test(word) || /^(убы|выбы)/u.test(word)) return 'departures';
  return undefined;
}

/** Columns of a header that name a state. */
export function stateColumns(header: readonly string[]): string[] {
  return header.filter(name => /^[a-z]{2,3}$|^\d{3}$/i.test(name) && findTableState(name) !== undefined);
}

export function notATable(file: string, what: string, expected: string): SaldoError {
  return new SaldoError('not_a_table', `${file}: ${what}; expected ${expected}`, { file });
}
