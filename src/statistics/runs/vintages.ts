import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, type Selectable, sql } from 'kysely';
import { SaldoError } from '../../common/saldo-error.ts';
import { DEFAULT_PARAMETERS } from '../accounts/parameters.ts';
import type { RunPlace } from './run-place.ts';
import type { RunsSchema } from './runs-schema.ts';
import type { Vintage } from './vintage-tables.ts';

/** Which vintages somebody may see: the public those released, statisticians all. */
export type Visible = 'released' | 'all';

/** Vintages with exact counts, the latest first. */
export async function listVintages(
  db: Kysely<RunsSchema>,
  visible: Visible,
  { limit, before }: { limit: number; before?: number },
): Promise<Vintage[]> {
  const query = selectVintages(db, visible).orderBy('id', 'desc').limit(limit);
  return (await (before === undefined ? query : query.where('id', '<', before)).execute()).map(vintageOf);
}

/**
 * One vintage with exact counts; `latest` is the newest that is visible of those with the standard threshold, where there is one.
 *
 * @throws SaldoError `unknown_vintage`, of one that is not visible too
 */
export async function getVintage(db: Kysely<RunsSchema>, id: number | 'latest', visible: Visible): Promise<Vintage> {
  const query = selectVintages(db, visible)
    .orderBy(sql`(threshold = ${DEFAULT_PARAMETERS.threshold})::integer`, 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  const row = await (id === 'latest' ? query : query.where('id', '=', id)).executeTakeFirst();
  if (row) return vintageOf(row);
  const what = id === 'latest' ? 'there is no vintage yet' : `there is no vintage ${id}`;
  throw new SaldoError('unknown_vintage', what, { vintage: id });
}

/**
 * The folder of the run that made a vintage.
 *
 * @throws SaldoError `unknown_vintage`, also where the home has lost the run's files: its tables are in the store all the same
 */
export async function runFolderOf({ db, folder }: RunPlace, id: number | 'latest'): Promise<string> {
  const { run } = await getVintage(db, id, 'all');
  const files = join(folder, run);
  if (existsSync(files)) return files;
  throw new SaldoError('unknown_vintage', `the files of run ${run} are not in this home`, { run });
}

/** Releases a vintage to the public; one that is released already stays as it is. */
export async function releaseVintage(db: Kysely<RunsSchema>, id: number, by: string): Promise<Vintage> {
  await db
    .updateTable('vintage')
    .set({ released_at: sql`now()`, released_by: by })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .execute();
  return getVintage(db, id, 'all');
}

function selectVintages(db: Kysely<RunsSchema>, visible: Visible) {
  const all = db.selectFrom('vintage').selectAll();
  return visible === 'all' ? all : all.where('released_at', 'is not', null);
}

function vintageOf(row: Selectable<RunsSchema['vintage']>): Vintage {
  const { threshold, lapse, by, released_by: _, precision_expected: _p, recall_expected: _r, ...rest } = row;
  return { ...rest, parameters: { threshold, lapse, by }, rounded_to: null };
}
