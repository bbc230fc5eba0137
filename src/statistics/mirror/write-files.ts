import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../common/fault.ts';
import { makeFolder } from '../../common/make-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { csvText } from './tables/csv-records.ts';
import type { TableOrigin } from './tables/table-origin.ts';

/** Writes results into a folder, which is made if need be. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  makeFolder(folder);
  for (const [name, text] of Object.entries(files)) {
    try {
      writeFileSync(join(folder, name), text);
    } catch (cause) {
      throw new SaldoError(
        'unwritable_output',
        `cannot write ${join(folder, name)}: ${(cause as Error).message}`,
        { folder, name },
        cause,
      );
    }
  }
}

/** `faults.csv`. */
export function faultsText(faults: readonly Fault[]): string {
  return csvText(
    ['file', 'row', 'column', 'code', 'found', 'expected', 'set_aside'],
    faults.map(({ file, row, column, code, found, expected, setAside }) => [
      file,
      row,
      column,
      code,
      found,
      expected,
      String(setAside),
    ]),
  );
}

/** `tables.json`: the tables that were read, each by its hash and the run that it comes from. */
export function tablesText(tables: readonly TableOrigin[]): string {
  return `${JSON.stringify(tables, null, 2)}\n`;
}
