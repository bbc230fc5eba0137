import { readFileSync } from 'node:fs';
import { describeFault, type Fault } from '../../common/fault.ts';
import type { Range } from '../../common/range.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { csvRecords, findDelimiter } from '../mirror/tables/csv-records.ts';
import { notATable } from '../mirror/tables/layouts.ts';

const MOST_TOLD = 20;
/** Signs with which publishers say that there is no figure. */
const NO_FIGURE = /^(?::|\.{1,3}|…|-|–|—|na|n\/a)?$/i;

/** What a number may be. */
export interface NumberRule {
  least?: number;
  most?: number;
  /** Whether the bound itself is left out. */
  above?: number;
  whole?: boolean;
  expected: string;
}

export const COUNT: NumberRule = { least: 0, expected: 'a count of 0 or more' };
export const SHARE: NumberRule = { above: 0, most: 1, expected: 'a share above 0 and at most 1' };
export const YEAR: NumberRule = { least: 1800, most: 2200, whole: true, expected: 'a year such as 2009' };

/** A small table that an expert writes by hand: a header, and one record a row. Faults are gathered and told all at once. */
export class WrittenTable {
  readonly name: string;
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly WrittenRow[];
  readonly faults: Fault[] = [];

  constructor(name: string, header: readonly string[], records: readonly (readonly string[])[]) {
    this.name = name;
    this.columns = new Set(header);
    this.rows = records.map((record, at) => new WrittenRow(this, at + 1, header, record));
  }

  /** @throws SaldoError `invalid_file` with every fault, where there is any */
  refuseFaults(): void {
    refuse(this.name, this.faults);
  }
}

export class WrittenRow {
  readonly row: number;
  readonly #table: WrittenTable;
  readonly #values: ReadonlyMap<string, string>;

  constructor(table: WrittenTable, row: number, header: readonly string[], record: readonly string[]) {
    this.#table = table;
    this.row = row;
    this.#values = new Map(header.map((column, at) => [column, record[at] ?? '']));
  }

  text(column: string): string {
    return this.#values.get(column) ?? '';
  }

  /** The number in a column; null where there is none, or where it is told as a fault. */
  number(column: string, rule: NumberRule): number | null {
    const text = this.text(column);
    const plain = text.replace(/[\s\u00a0\u202f\u2009]/g, '').replace(/^[−–](?=\d)/, '-');
    if (NO_FIGURE.test(plain)) return null;
    const value = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
    const { least, most, above, whole = false } = rule;
    const fits =
      Number.isFinite(value) &&
      !(least !== undefined && value < least) &&
      !(most !== undefined && value > most) &&
      !(above !== undefined && value <= above) &&
      !(whole && !Number.isInteger(value));
    if (fits) return value;
    this.fault(column, Number.isFinite(value) ? 'out_of_bounds' : 'bad_number', text, rule.expected);
    return null;
  }

  /** A number that must be there. */
  required(column: string, rule: NumberRule): number | null {
    if (!NO_FIGURE.test(this.text(column))) return this.number(column, rule);
    this.fault(column, 'missing_value', null, rule.expected);
    return null;
  }

  /** The columns value, low and high as one range; bounds that are not written are the value. */
  range(column: string, rule: NumberRule): Range | null {
    const value = this.required(column, rule);
    if (value === null) return null;
    const low = this.number('low', rule) ?? value;
    const high = this.number('high', rule) ?? value;
    if (low <= value && value <= high) return { low, value, high };
    this.fault('low', 'bad_range', `${low} to ${high}`, `bounds around ${value}`);
    return null;
  }

  /** One of the words; its fault is told where it is none of them. */
  word<Word extends string>(column: string, words: readonly Word[]): Word | null {
    const text = this.text(column).toLowerCase();
    const found = words.find(word => word === text);
    if (found !== undefined) return found;
    this.fault(column, text === '' ? 'missing_value' : 'unknown_word', text, words.join(', '));
    return null;
  }

  fault(column: string | null, code: string, found: string | null, expected: string): void {
    this.#table.faults.push({
      ...{ file: this.#table.name, row: this.row, column, code, expected, setAside: true },
      found: found === '' ? null : found,
    });
  }
}

/**
 * Reads a written table from its text.
 *
 * @throws SaldoError `not_a_table` where columns are missing or doubled, `invalid_file` where it has no rows or rows of another length
 */
export async function parseWrittenTable(
  name: string,
  text: string,
  required: readonly string[],
): Promise<WrittenTable> {
  const records: string[][] = [];
  for await (const record of csvRecords(onePiece(text), findDelimiter(text.split('\n', 1)[0] ?? '')))
    records.push(record);
  const [head = [], ...rows] = records;
  if (head.every(column => column.trim() === ''))
    throw notATable(name, 'an empty file', `the columns ${required.join(', ')}`);
  const header = head.map(column => column.trim().toLowerCase());
  const missing = required.filter(column => !header.includes(column));
  if (missing.length > 0)
    throw notATable(name, `the columns ${header.slice(0, 12).join(', ')}`, `also ${missing.join(', ')}`);
  const doubled = header.find((column, at) => column !== '' && header.indexOf(column) !== at);
  if (doubled !== undefined) throw notATable(name, `two columns named ${doubled}`, 'each name once');
  if (rows.length === 0) throw notATable(name, 'a header without rows', 'one row or more');
  const table = new WrittenTable(name, header, rows);
  for (const [at, record] of rows.entries())
    if (record.length !== header.length)
      table.rows[at]?.fault(
        null,
        'broken_row',
        `${record.length} values: ${record.join(',')}`,
        `${header.length} values, as the header has`,
      );
  table.refuseFaults();
  return table;
}

/** @throws SaldoError `unreadable_input`, or `not_a_table` where it is no text */
export function readText(path: string): string {
  return decodeText(path, readBytes(path));
}

/** @throws SaldoError `unreadable_input` */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new SaldoError('unreadable_input', `cannot be read: ${path}`, { path }, cause);
  }
}

/** @throws SaldoError `not_a_table` where it is no text in UTF-8 */
export function decodeText(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notATable(name, 'bytes that are no UTF-8', 'text in UTF-8; a spreadsheet is to be saved as CSV');
  }
}

/** @throws SaldoError `invalid_file` with every fault, where there is any */
export function refuse(name: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const told = faults.slice(0, MOST_TOLD).map(fault => `\n  ${describeFault(fault)}`);
  const more = faults.length > MOST_TOLD ? `\n  and ${faults.length - MOST_TOLD} more` : '';
  throw new SaldoError(
    'invalid_file',
    `${name} has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:${told.join('')}${more}`,
    {
      file: name,
      faults,
    },
  );
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}
