import { join } from 'node:path';
import { SaldoError } from '../../common/saldo-error.ts';
import type { LinkedRun } from '../batches/known-persons.ts';
import type { Statistics } from '../statistics.ts';

/**
 * The last run that ended well: its persons stand in for names that are deleted. None where there is no such run.
 *
 * @throws SaldoError `not_linked` while a run is under way: it may hold the names that are to go
 */
export async function findLinkedRun({ store: { db }, home }: Statistics): Promise<LinkedRun | undefined> {
  const running = await db.selectFrom('run').select('id').where('state', '=', 'running').executeTakeFirst();
  if (running) throw new SaldoError('not_linked', 'a run is under way: wait for its end, or cancel it', running);
  const run = await db
    .selectFrom('run')
    .select(['id', 'batches', 'record'])
    .where('state', '=', 'done')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!run?.record) return undefined;
  const { precision, recall } = run.record.linkage;
  const persons = join(home.path('statistics', 'runs'), run.id, 'persons.parquet');
  return { run: run.id, batches: run.batches, persons, precision, recall };
}
