import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from '../../engine/engine.ts';
import { sqlName, sqlText } from '../../engine/sql.ts';
import type { Table, TableColumn } from './table.ts';

const MEMORY = 512 * 2 ** 20;
const TYPES: Readonly<Record<TableColumn['type'], string>> = { text: 'varchar', whole: 'integer', number: 'double' };

/**
 * A table as a Parquet file, written by the engine.
 *
 * @param about stands in the file's own metadata: which vintage, what kind each number is
 */
export async function parquetFile(table: Table, about: Readonly<Record<string, string>>): Promise<Buffer> {
  const engine = await Engine.open({ memory: MEMORY, threads: 1 });
  try {
    await engine.run(
      `create table published (${table.columns.map(({ name, type }) => `${sqlName(name)} ${TYPES[type]}`).join(', ')})`,
    );
    await engine.append('published', appender => {
      for (const row of table.rows) {
        for (const [index, value] of row.entries()) {
          if (value === null) appender.appendNull();
          else if (table.columns[index]?.type === 'whole') appender.appendInteger(Number(value));
          else if (table.columns[index]?.type === 'number') appender.appendDouble(Number(value));
          else appender.appendVarchar(String(value));
        }
        appender.endRow();
      }
    });
    const path = join(engine.workFolder, 'published.parquet');
    const metadata = Object.entries(about).map(([key, value]) => `${sqlName(key)}: ${sqlText(value)}`);
    await engine.run(
      `copy published to ${sqlText(path)} (format parquet, compression zstd, kv_metadata {${metadata.join(', ')}})`,
    );
    return await readFile(path);
  } finally {
    engine.close();
  }
}
