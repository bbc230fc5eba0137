import type { Kysely } from 'kysely';
import type { AccountParameters } from '../accounts/parameters.ts';
import type { StatisticsSchema } from '../statistics.ts';

/** What a vintage was made of: every number of it can be traced to this. */
export interface VintageOrigin {
  run: string;
  code_version: string;
  parameters: AccountParameters;
  /** In order of acceptance. */
  batches: readonly OriginBatch[];
  /** Number of the last judgement respected; 0 where there was none. */
  judgements: number;
}

export interface OriginBatch {
  /** SHA-256 of the file; null for those who may not know whether two vintages used the same one. */
  id: string | null;
  offices: readonly string[];
  first_year: number | null;
  last_year: number | null;
}

/** @param hashes whether the viewer may know which files they were */
export async function getVintageOrigin(
  db: Kysely<StatisticsSchema>,
  id: number,
  { hashes }: { hashes: boolean },
): Promise<VintageOrigin> {
  const { batches: ids, ...origin } = await db
    .selectFrom('vintage')
    .innerJoin('run', 'run.id', 'vintage.run')
    .select(['run.id as run', 'code_version', 'parameters', 'batches', 'judgements'])
    .where('vintage.id', '=', id)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('batch')
    .select(['id', 'offices', 'first_event', 'last_registered'])
    .where('id', 'in', ids.length > 0 ? ids : [''])
    .orderBy('sequence')
    .execute();
  const batches = rows.map(({ id: hash, offices, first_event, last_registered }) => ({
    ...{ id: hashes ? hash : null, offices },
    ...{ first_year: yearOf(first_event), last_year: yearOf(last_registered) },
  }));
  return { ...origin, batches };
}

function yearOf(day: string | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}
