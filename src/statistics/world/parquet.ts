import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, sqlPath } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { SLIP_COLUMNS } from './slip.ts';

const TYPES: Readonly<Record<string, string>> = { registered_on: 'date', event_on: 'date', intended_months: 'integer' };

/** Puts Parquet files in the place of CSV files of slips and tells their paths. */
export async function slipsToParquet(folder: string, files: readonly string[]): Promise<string[]> {
  const engine = await Engine.open();
  try {
    const made: string[] = [];
    for (const file of files) made.push(await toParquet(engine, folder, file));
    return made;
  } finally {
    engine.close();
  }
}

async function toParquet(engine: Engine, folder: string, file: string): Promise<string> {
  const made = file.replace(/\.csv$/, '.parquet');
  const columns = SLIP_COLUMNS.map(column => `${column}: '${TYPES[column] ?? 'varchar'}'`).join(', ');
  await engine.run(`copy (select * from read_csv(${sqlPath(join(folder, file))}, header = true, auto_detect = false, delim = ',', quote = '"',
    escape = '"', nullstr = '', columns = {${columns}})) to ${sqlText(join(folder, made))} (format parquet, compression zstd)`);
  rmSync(join(folder, file));
  return made;
}
