import type { Kysely, Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Step } from '../../common/steps.ts';
import type { Run } from './run.ts';
import type { RunsSchema } from './runs-schema.ts';

/** Runs, the latest first; `before` is the number of the last one of the page before. */
export async function listRuns(
  db: Kysely<RunsSchema>,
  { limit, before }: { limit: number; before?: number },
): Promise<Run[]> {
  let query = selectRuns(db).orderBy('run.sequence', 'desc').limit(limit);
  if (before !== undefined) query = query.where('run.sequence', '<', before);
  return (await query.execute()).map(runOf);
}

export async function findRun(db: Kysely<RunsSchema>, id: string): Promise<Run | undefined> {
  const row = await selectRuns(db).where('run.id', '=', id).executeTakeFirst();
  return row && runOf(row);
}

/** @throws SaldoError `unknown_run` */
export async function getRun(db: Kysely<RunsSchema>, id: string): Promise<Run> {
  const run = await findRun(db, id);
  if (run === undefined) throw new SaldoError('unknown_run', `there is no run ${id}`, { id });
  return run;
}

function selectRuns(db: Kysely<RunsSchema>) {
  return db
    .selectFrom('run')
    .leftJoin('vintage', 'vintage.run', 'run.id')
    .select([
      'run.id',
      'run.sequence as number',
      'run.state',
      'run.parameters',
      'run.label',
      'run.batches',
      'run.code_version',
      'run.requested_at',
      'run.requested_by',
      'run.started_at',
      'run.ended_at',
      'run.attempt',
      'run.error',
      'vintage.id as vintage',
    ])
    .select(select =>
      jsonArrayFrom(
        select
          .selectFrom('run_step')
          .select(['run_step.name', 'run_step.rows', 'run_step.seconds'])
          .whereRef('run_step.run', '=', 'run.id')
          .orderBy('run_step.position'),
      ).as('steps'),
    );
}

type RunRow = Omit<Selectable<RunsSchema['run']>, 'sequence' | 'record' | 'judgements'> & {
  number: number;
  vintage: number | null;
  steps: Step[];
};

function runOf(row: RunRow): Run {
  return { ...row, current: null };
}
