import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { LinkageModel } from '../linkage/model.ts';
import type { CoverageRow } from './account-tables.ts';
import { copyDoubtfulPairs } from './doubtful-pairs.ts';
import { cellColumns } from './method/reported-slip.ts';
import type { AccountParameters } from './parameters.ts';

export type TableFormat = 'parquet' | 'csv';

const PERSONS = 'select office, slip_id, person from slip join person using (n) order by slip.n';

const VERDICTS = `select office, slip_id, verdict, move from slip join verdict using (n) left join slip_move using (n) order by slip.n`;

const MOVES = `select move, person, move.origin, move.destination, moved_on, a.office as arrival_office, a.slip_id as arrival_slip,
  d.office as departure_office, d.slip_id as departure_slip
  from move join slip a on a.n = move.arrival left join slip d on d.n = move.departure order by move`;

const TABLES = ['persons', 'verdicts', 'moves', 'flows', 'gaps', 'coverage', 'doubtful'];
const FILES = [
  ...TABLES.flatMap(name => [`${name}.csv`, `${name}.parquet`]),
  'model.json',
  'report.html',
  'report-ru.html',
  'report-en.html',
];

/**
 * Clears the folder of an earlier account. From here until the run ends `run.json` is empty: what lies beside it belongs to a run that did
 * not end.
 */
export function beginAccount(out: string): void {
  const record = join(out, 'run.json');
  if (existsSync(record)) for (const file of FILES) rmSync(join(out, file), { force: true });
  writeFileSync(record, '');
}

/** Writes the tables of an account; the columns are those of `docs/formats.md`. */
export async function writeTables(
  engine: Engine,
  out: string,
  options: {
    format: TableFormat;
    parameters: AccountParameters;
    coverage: readonly CoverageRow[];
    model: LinkageModel;
  },
): Promise<void> {
  const { format, parameters, coverage } = options;
  const columns = cellColumns(parameters.by).join(', ');
  const statements = [
    copy(VERDICTS, join(out, `verdicts.${format}`), format),
    copyDoubtfulPairs(out, options.model),
    copy(PERSONS, join(out, `persons.${format}`), format),
    copy(MOVES, join(out, `moves.${format}`), format),
    copy(
      `select ${columns}, united, arrivals_reported, departures_reported from flow order by ${columns}`,
      join(out, 'flows.csv'),
      'csv',
    ),
    copy(
      `select ${columns}, side, cause, count from gap order by ${columns}, side, cause`,
      join(out, 'gaps.csv'),
      'csv',
    ),
  ];
  await engine.sideBySide(statements, (lane, sql) => lane.run(sql));
  writeFileSync(join(out, 'coverage.csv'), csv(coverage));
}

function copy(sql: string, path: string, format: TableFormat): string {
  const how = format === 'csv' ? '(format csv, header)' : '(format parquet, compression zstd)';
  return `copy (${sql}) to ${sqlText(path)} ${how}`;
}

const COVERAGE_COLUMNS: readonly (keyof CoverageRow)[] = [
  'office',
  'side',
  'origin',
  'destination',
  'own',
  'other',
  'matched',
  'genuine',
  'genuine_low95',
  'genuine_high95',
  'coverage',
  'low95',
  'high95',
  'true_flow',
  'true_low95',
  'true_high95',
];

function csv(rows: readonly CoverageRow[]): string {
  const lines = rows.map(row => COVERAGE_COLUMNS.map(column => row[column] ?? '').join(','));
  return `${[COVERAGE_COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** Hash over the account's numbers: equal for equal input and parameters. */
export function fingerprint(out: string): string {
  const hash = createHash('sha256');
  for (const name of ['flows.csv', 'gaps.csv', 'coverage.csv']) hash.update(readFileSync(join(out, name)));
  return hash.digest('hex');
}

/** Rows of a query whose class columns are gathered under `classes`. */
export async function classedRows<Row>(engine: Engine, sql: string, by: readonly string[]): Promise<Row[]> {
  const rows = await engine.rows<Record<string, Cell>>(sql);
  return rows.map(row => {
    const classes = Object.fromEntries(by.map(name => [name, row[name]]));
    const rest = Object.fromEntries(Object.entries(row).filter(([name]) => !by.includes(name)));
    return { ...rest, classes } as Row;
  });
}
