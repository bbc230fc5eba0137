import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { notATable, type TableHints } from './layouts.ts';
import { readOfficeSheet } from './office-sheet.ts';
import { numberText } from './parse-values.ts';
import type { Reading } from './reading.ts';
import { readRecordSheet } from './record-sheet.ts';
import type { Sheet } from './sheet.ts';

/** Most bytes that a spreadsheet may unfold into. */
const MOST_UNPACKED = 60_000_000;

/**
 * Reads the sheets of an `.xlsx` file: a table with a header in some row, of any layout that CSV may have; or, as Rosstat publishes, states
 * in rows and years in columns under arrivals and departures of one office. Title rows, merged headers, groups of states and footnotes are
 * passed over; faults name sheet and cell.
 *
 * @throws SaldoError `not_a_table` where no sheet holds one
 */
export async function readSpreadsheet(bytes: Buffer, file: string, hints: TableHints, reading: Reading): Promise<void> {
  refuseBombs(bytes, file);
  const sheets = await sheetsOf(bytes, file);
  let found = 0;
  for (const sheet of sheets) {
    if (readRecordSheet(sheet, hints, reading) || readOfficeSheet(sheet, hints, reading)) found++;
    else if (sheet.rows.length > 0) reading.passOver('sheets without a table of flows');
  }
  if (found === 0)
    throw notATable(
      file,
      'a spreadsheet without a table of flows',
      'a header as CSV has it, or states in rows and years in columns under arrivals or departures',
    );
}

async function sheetsOf(bytes: Buffer, file: string): Promise<Sheet[]> {
  try {
    const sheets = await readXlsxFile(new Blob([new Uint8Array(bytes)]), { parseNumber: numberText });
    return sheets.map(({ sheet, data }) => ({
      file,
      name: sheet,
      rows: data.map(row => row.map(cell => (cell === null ? '' : plain(cell)))),
    }));
  } catch (cause) {
    throw notATable(
      file,
      `a spreadsheet that cannot be read (${(cause as Error).message})`,
      '.xlsx as Excel writes it',
    );
  }
}

/** Numbers come as the file holds them: `710000`, `7.1E5`, `660000.00000000001`. */
function plain(cell: unknown): string {
  if (typeof cell === 'string') {
    const isLong = /^-?\d+(\.\d{6,})?(e[+-]?\d+)?$/i.test(cell);
    return isLong ? String(Math.round(Number(cell) * 1e6) / 1e6) : cell.replace(/[\s\u00a0]+/g, ' ').trim();
  }
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** An archive says of each part how long it is; one that lies or is too long is not opened. */
function refuseBombs(bytes: Buffer, file: string): void {
  let unpacked = 0;
  let lies = false;
  try {
    unzipSync(bytes, {
      filter: ({ size, originalSize }) => {
        unpacked += originalSize;
        lies ||= originalSize < size * 0.9 - 100;
        return false;
      },
    });
  } catch {
    throw notATable(file, 'no archive, as .xlsx is', '.xlsx as Excel writes it; save .xls as .xlsx or CSV');
  }
  if (lies || unpacked > MOST_UNPACKED)
    throw notATable(file, `an archive of ${unpacked} bytes`, `at most ${MOST_UNPACKED}`);
}
