import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { AccountTables } from '../accounts/account-tables.ts';
import { keepReview } from './keep-review.ts';
import { type PublishedTable, TO_PUBLISH } from './published-tables.ts';
import type { RunJob } from './run-job.ts';
import type { TimelinessRow, VerdictRow } from './vintage-tables.ts';

/** Rows that the store takes in one statement: some tens of milliseconds, in which a PGlite answers nobody else. */
const SLICE = 2000;

/** Every slip without its names, person by person: what a timeline shows. */
const HISTORIES = `select person, office, slip_id, kind, event_on, registered_on, slip.origin, slip.destination, verdict, move
  from slip join person using (n) join verdict using (n) left join slip_move using (n) order by person, dated_on, slip.n`;

/** The slips behind every cause, cell by cell; a slip can stand in two cells. */
const SLIP_CAUSES = `select cause.origin, cause.destination, cause.year, cause.side, cause.cause, sign, person, office, slip_id
  from cause join slip using (n) join person using (n)
  order by cause.origin, cause.destination, cause.year, cause.side, cause.cause, person`;

const VERDICTS =
  'select office, verdict, count(*) as count from slip join verdict using (n) group by all order by office, verdict';

const TIMELINESS = `select office, kind, count(*) as slips, count(event_on) as dated,
  quantile_disc(registered_on - event_on, 0.5) as median_days, quantile_disc(registered_on - event_on, 0.9) as p90_days
  from slip group by office, kind order by office, kind`;

/** Files that a run keeps beside those of an account, for questions about single persons (pseudonymous) and causes. */
export const HISTORIES_FILE = 'histories.parquet';
export const SLIP_CAUSES_FILE = 'slip_causes.parquet';

/** Writes what a run keeps of an account besides its files, and the rows that are to be published. */
export async function keepAccount(
  engine: Engine,
  { folder, slips }: Pick<RunJob, 'folder' | 'slips'>,
  { tables, steps }: { tables: AccountTables; steps: Steps },
): Promise<void> {
  await steps.count('keeping the histories', () => copy(engine, HISTORIES, join(folder, HISTORIES_FILE)));
  await steps.count('keeping the slips of each cause', () => copy(engine, SLIP_CAUSES, join(folder, SLIP_CAUSES_FILE)));
  await steps.count('sealing the slips to review', () => keepReview(engine, folder, slips));
  mkdirSync(join(folder, TO_PUBLISH));
  const rows: Readonly<Record<PublishedTable, readonly object[]>> = {
    vintage_flow: tables.flows,
    vintage_gap: tables.gaps,
    vintage_coverage: tables.coverage,
    vintage_verdict: await engine.rows<VerdictRow & Record<string, string | number>>(VERDICTS),
    vintage_timeliness: await engine.rows<TimelinessRow & Record<string, string | number | null>>(TIMELINESS),
  };
  for (const [table, all] of Object.entries(rows)) {
    const slices = Array.from({ length: Math.ceil(all.length / SLICE) }, (_, at) =>
      JSON.stringify(all.slice(at * SLICE, (at + 1) * SLICE)),
    );
    writeFileSync(join(folder, TO_PUBLISH, `${table}.jsonl`), slices.map(slice => `${slice}\n`).join(''));
  }
}

async function copy(engine: Engine, sql: string, path: string): Promise<number> {
  return engine.run(`copy (${sql}) to ${sqlText(path)} (format parquet, compression zstd, row_group_size 30720)`);
}
