import { SaldoError } from '../../common/saldo-error.ts';
import { type Engine, sqlPath } from '../../engine/engine.ts';
import { sqlName, sqlText } from '../../engine/sql.ts';
import type { FoundFile } from './find-files.ts';
import { getLayout, type Layout } from './layout.ts';
import type { Profile } from './profile.ts';
import type { Staging } from './stage-csv.ts';
import { STAGED_FORM, stagedColumns } from './staged-columns.ts';

export interface ParquetForm {
  columns: readonly { name: string; type: string }[];
  layout: Layout;
}

/** @throws SaldoError `not_a_slip_file` */
export async function readParquetForm(
  engine: Engine,
  { path }: FoundFile,
  profiles: readonly Profile[],
): Promise<ParquetForm> {
  const columns = await engine
    .rows<{ name: string; type: string }>(
      `select column_name as name, column_type as type from (describe select * from ${readParquet(path)})`,
    )
    .catch(unreadable);
  return {
    columns,
    layout: getLayout(
      columns.map(({ name }) => name),
      profiles,
    ),
  };
}

/** Stages a Parquet file as text columns, whatever the types of its own; gives the number of rows. */
export async function stageParquet(
  engine: Engine,
  { path }: FoundFile,
  { columns, layout }: ParquetForm,
  { file, target }: Staging,
): Promise<number> {
  const cell = (position: number): string => asText(columns[position] ?? { name: '', type: '' });
  return engine
    .run(
      `copy (select ${stagedColumns(file, layout, cell)} from ${readParquet(path)})
      to ${sqlText(target)} (${STAGED_FORM})`,
    )
    .catch(unreadable);
}

/** Some writers mark texts as bare bytes. */
function readParquet(path: string): string {
  return `read_parquet(${sqlPath(path)}, binary_as_string = true)`;
}

function asText({ name, type }: { name: string; type: string }): string {
  const column = sqlName(name);
  if (type.startsWith('TIMESTAMP')) return `${column}::date::varchar`;
  return type === 'VARCHAR' ? column : `${column}::varchar`;
}

function unreadable(cause: unknown): never {
  if (!(cause instanceof SaldoError) || cause.code !== 'engine_failed') throw cause;
  const [reason] = cause.message.replace(/^the engine could not run a query: /, '').split('\n');
  throw new SaldoError('not_a_slip_file', `it cannot be read as Parquet, it may be truncated: ${reason}`, {}, cause);
}
