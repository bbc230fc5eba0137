import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';

/** Writes `faults.csv`, every fault, and `set_aside.csv`, every row set aside as it was read, of the engine's reading into a folder. */
export async function writeFaults(engine: Engine, outDir: string): Promise<void> {
  await engine.run(
    `copy (
      select path as file, row, column_name as "column", code, found, expected, set_aside
      from fault join slip_file using (file)
      order by slip_file.file, row, column_name nulls first, code
    ) to ${sqlText(join(outDir, 'faults.csv'))} (header)`,
  );
  await engine.run(
    `copy (
      select path as file, row, record
      from set_aside_row join slip_file using (file)
      order by slip_file.file, row
    ) to ${sqlText(join(outDir, 'set_aside.csv'))} (header)`,
  );
}
