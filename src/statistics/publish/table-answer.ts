import { cursorAt, placeOf } from '../../common/http/page.ts';
import type { VintageTables } from '../runs/vintage-tables.ts';
import type { MadeBody } from './answer-body.ts';
import type { AnswerFormat } from './answer-format.ts';
import { csvChunks } from './csv.ts';
import type { NumberKinds } from './number-kinds.ts';
import { parquetFile } from './parquet.ts';
import type { PublishedVintage } from './published-vintage.ts';
import { parseDataQuery } from './sdmx/data-query.ts';
import { type DataSet, dataSet } from './sdmx/data-set.ts';
import { sdmxCsv } from './sdmx/sdmx-csv.ts';
import { sdmxJsonData } from './sdmx/sdmx-json-data.ts';
import type { Structure } from './sdmx/structures.ts';
import type { Table } from './table.ts';

/** Some rows of one table of a vintage, ready for every form. */
export interface TableAnswer {
  readonly rows: readonly object[];
  readonly kinds: NumberKinds;
  readonly table: Table;
  readonly structure: Structure;
  /** The vintage's tables with these rows in the place of all. */
  readonly tables: VintageTables;
}

/** The rows in the form asked for: in JSON a part of them, else all. */
export async function tableBody(
  view: PublishedVintage,
  { rows, kinds, table, structure, tables }: TableAnswer,
  { format, limit, cursor }: { format: AnswerFormat; limit: number; cursor?: string | undefined },
): Promise<MadeBody> {
  const { id, rounded_to } = view.index.tables.vintage;
  switch (format) {
    case 'json': {
      const start = placeOf(cursor);
      const next = start + limit < rows.length ? { next: cursorAt(start + limit) } : {};
      return JSON.stringify({ vintage: id, rounded_to, kinds, items: rows.slice(start, start + limit), ...next });
    }
    case 'csv':
      return csvChunks(
        table.columns.map(({ name }) => name),
        table.rows,
      );
    case 'parquet':
      return parquetFile(table, {
        vintage: String(id),
        rounded_to: String(rounded_to ?? 'exact'),
        fingerprint: view.index.tables.vintage.fingerprint,
        ...kinds,
      });
    default:
      return sdmxBody(dataSet(structure, tables, parseDataQuery(structure, '')), format);
  }
}

/** A data set in one of SDMX's forms. */
export function sdmxBody(set: DataSet, format: 'sdmx-csv' | 'sdmx-json'): MadeBody {
  return format === 'sdmx-csv' ? sdmxCsv(set) : sdmxJsonData(set);
}
