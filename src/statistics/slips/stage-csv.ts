import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SaldoError } from '../../common/saldo-error.ts';
import { type Engine, sqlPath } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { CsvForm } from './csv-header.ts';
import type { FoundFile } from './find-files.ts';
import { dropRejects, keepRejects, rejectOptions } from './rejects.ts';
import { STAGED_FORM, stagedColumns } from './staged-columns.ts';
import { transcode } from './transcode.ts';

export interface Staging {
  /** Number of the file in the reading, from 0. */
  file: number;
  /** Parquet file to write. */
  target: string;
}

/**
 * Stages a CSV file as text columns; records that cannot be split into columns become faults.
 *
 * @returns how many records it has, those included
 */
export async function stageCsv(engine: Engine, found: FoundFile, form: CsvForm, staging: Staging): Promise<number> {
  const plain = join(engine.workFolder, `plain_${staging.file}.csv`);
  const { encoding: from } = form;
  try {
    if (from !== 'utf-8') await transcode(found.path, plain, { from, gzip: found.gzip });
    return await readCsv(engine, from === 'utf-8' ? found : { path: plain, gzip: false }, form, staging);
  } catch (error) {
    if (!hasMixedLineEnds(error)) throw error;
    await transcode(found.path, plain, { from, gzip: found.gzip, lineFeeds: true });
    return await readCsv(engine, { path: plain, gzip: false }, form, staging);
  } finally {
    rmSync(plain, { force: true });
  }
}

interface CsvSource {
  path: string;
  gzip: boolean;
}

async function readCsv(engine: Engine, source: CsvSource, form: CsvForm, staging: Staging): Promise<number> {
  const names = Array.from({ length: form.width }, (_, position) => `'c${position}': 'varchar'`);
  // The engine's own guesses would fail on the broken rows of a file that is otherwise sound.
  const options = [
    'auto_detect = false',
    'header = true',
    `delim = ${sqlText(form.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `compression = '${source.gzip ? 'gzip' : 'none'}'`,
    `columns = {${names.join(', ')}}`,
    rejectOptions(staging.file),
  ];
  const cell = (position: number): string => `c${position}`;
  try {
    const staged = await engine.run(
      `copy (
        select ${stagedColumns(staging.file, form.layout, cell)}
        from read_csv(${sqlPath(source.path)}, ${options.join(', ')})
      ) to ${sqlText(staging.target)} (${STAGED_FORM})`,
    );
    return staged + (await keepRejects(engine, staging.file, { width: form.width, headerLines: 1 }));
  } finally {
    await dropRejects(engine, staging.file);
  }
}

function hasMixedLineEnds(error: unknown): boolean {
  return error instanceof SaldoError && error.message.includes('state machine reached an invalid state');
}
