import { findState } from '../../../common/states.ts';
import type { Side } from '../mirror-table.ts';
import { notATable, type TableHints } from './layouts.ts';
import { parseCount } from './parse-values.ts';
import type { Reading } from './reading.ts';
import { cellName, type Sheet } from './sheet.ts';
import { findStateByName, findStateInText } from './state-names.ts';

/** What a column or a block of rows holds: a side, or something else that is passed over. */
type Block = Side | 'net';

/** A column with figures: its year, and its side where the header says it. */
interface YearColumn {
  column: number;
  firstYear: number;
  year: number;
  block: Block | undefined;
}

const MOST_TITLES = 40;
const FOOTNOTE_MARK = /\s*(?:[*¹²³⁴⁵⁶⁷⁸⁹]+\)?|\d\))+$/u;
const GROUP =
  /всего|итого|в том числе|из них|государств|стран|прочи|други|не указан|без гражданства|снг|еаэс|\btotal\b|\bof which\b|\bother|countries|\bcis\b|\bworld\b|unknown|stateless/iu;

/**
 * Reads a sheet as national offices publish it: one office's table, states in rows, years in columns. Arrivals and departures stand in a
 * header over the years, or as rows that begin a block. Whose table it is says a title or a block («Прибыло в Российскую Федерацию»), or
 * the hints. Figures in thousands are told by the title. Tells whether the sheet has such a table.
 *
 * @throws SaldoError `not_a_table` where nobody says whose figures they are, or of which side
 */
export function readOfficeSheet(sheet: Sheet, hints: TableHints, reading: Reading): boolean {
  const head = sheet.rows.slice(0, MOST_TITLES).findIndex(row => row.slice(1).some(cell => yearOf(cell) !== undefined));
  if (head < 0) return false;
  const columns = yearColumns(sheet.rows, head);
  const labelled = sheet.rows.slice(head + 1).some(row => stateOf(labelOf(row, columns)) !== undefined);
  if (!labelled) return false;
  const titles = sheet.rows
    .slice(0, head + 1)
    .flat()
    .join(' ');
  const office = officeOf(sheet, titles, hints);
  const unit = /тыс(?:яч|\.|\s)|thousand/iu.test(titles) ? 1000 : 1;
  let block: Block | undefined = blockOf(titles) ?? hints.side;
  for (const [number, row] of sheet.rows.entries()) {
    if (number <= head) continue;
    const label = labelOf(row, columns);
    const state = stateOf(label);
    const filled = columns.filter(({ column }) => (row[column] ?? '') !== '');
    const begun = state === undefined ? blockOf(label) : undefined;
    if (begun !== undefined) block = begun;
    if (filled.length === 0 || label === '') continue;
    reading.read++;
    if (state === undefined) {
      if (begun !== undefined || GROUP.test(label)) reading.passOver('totals and groups of states');
      else
        reading.fault(
          { file: sheet.file, row: number + 1, column: cellName(sheet, number, labelColumn(row)) },
          'unknown_state',
          label,
          'the name of a state',
        );
      continue;
    }
    if (state === office) {
      reading.passOver('moves within a state');
      continue;
    }
    for (const { column, firstYear, year, block: own } of filled) {
      const side = own ?? block;
      if (side === 'net') {
        reading.passOver('net migration');
        continue;
      }
      if (side === undefined)
        throw notATable(
          sheet.file,
          `sheet ${sheet.name}, whose figures do not say their side`,
          'arrivals or departures in a header or title, or --side',
        );
      const place = { file: sheet.file, row: number + 1, column: cellName(sheet, number, column) };
      const value = parseCount((row[column] ?? '').replace(FOOTNOTE_MARK, ''), place, reading, {
        decimals: unit > 1,
      });
      const [origin, destination] = side === 'arrivals' ? [state, office] : [office, state];
      reading.take(
        { origin, destination, firstYear, year, side, value: value === null ? null : value * unit, flags: '' },
        place,
      );
    }
  }
  return true;
}

/** Whose table it is, by the hints, its titles, or the rows that begin its blocks. */
function officeOf(sheet: Sheet, titles: string, { office }: TableHints): string {
  const hinted = office === undefined ? undefined : findState(office);
  const blocks = sheet.rows
    .map(row => row.find(cell => cell !== '') ?? '')
    .filter(label => blockOf(label) !== undefined);
  const found = hinted ?? findStateInText(titles) ?? findStateInText(blocks.join(' '));
  if (found === undefined)
    throw notATable(
      sheet.file,
      `sheet ${sheet.name}, which does not say whose table it is`,
      'a state in its title, or --office',
    );
  return found;
}

/** The columns with years, each under the last header that stands over it or to its left: merged cells hold their text at their left end. */
function yearColumns(rows: Sheet['rows'], head: number): YearColumn[] {
  const row = rows[head] ?? [];
  return row.flatMap((cell, column): YearColumn[] => {
    const years = yearOf(cell);
    if (years === undefined || column === 0) return [];
    let block: Block | undefined;
    for (let above = head; above >= Math.max(0, head - 4) && block === undefined; above--) {
      const texts = (rows[above] ?? []).slice(0, column + 1);
      const over = texts.findLast((text, at) => at > 0 && text !== '' && yearOf(text) === undefined);
      block = over === undefined ? undefined : blockOf(over);
    }
    return [{ column, ...years, block: block ?? blockOf(cell) }];
  });
}

/** A year such as `2011`, `2011 г.` or `2011¹`, or a period. */
function yearOf(cell: string): { firstYear: number; year: number } | undefined {
  const text = cell.replace(FOOTNOTE_MARK, '').replace(/\s*(?:гг?\.?|год[аы]?)$/iu, '');
  const found = /^((?:19|20)\d\d)(?:\s*[-–—]\s*((?:19|20)\d\d))?(?:\.0)?$/.exec(text.trim());
  if (found === null) return undefined;
  return { firstYear: Number(found[1]), year: Number(found[2] ?? found[1]) };
}

function blockOf(text: string): Block | undefined {
  if (/прирост|сальдо|нетто|\bnet\b|balance/iu.test(text)) return 'net';
  const arrivals = /прибы|иммигр|въезд|\barriv|\bimmig/iu.test(text);
  const departures = /выбы|убы|эмигр|выезд|\bdepart|\bemig/iu.test(
    text.replace(/иммигр\S*/giu, '').replace(/прибы\S*/giu, ''),
  );
  if (arrivals === departures) return undefined;
  return arrivals ? 'arrivals' : 'departures';
}

/** What names a row: its first text before the figures. */
function labelOf(row: readonly string[], columns: readonly YearColumn[]): string {
  const first = Math.min(...columns.map(({ column }) => column));
  return row.slice(0, first).find(cell => cell !== '' && !/^\d+$/.test(cell)) ?? '';
}

function labelColumn(row: readonly string[]): number {
  return Math.max(
    0,
    row.findIndex(cell => cell !== ''),
  );
}

function stateOf(label: string): string | undefined {
  const plain = label
    .replace(FOOTNOTE_MARK, '')
    .replace(/^[-–—•\s]+/u, '')
    .trim();
  return findStateByName(plain) ?? (/^[A-Z]{2,3}$/.test(plain) ? findState(plain) : undefined);
}
