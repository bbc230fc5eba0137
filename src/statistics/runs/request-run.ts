import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { packageVersion } from '../../common/package-version.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import type { AccountParameters } from '../accounts/parameters.ts';
import type { SlipSource } from '../batches/batch.ts';
import { lastJudgement } from './judgements.ts';
import type { RunsSchema } from './runs-schema.ts';

export interface RunRequest extends AccountParameters {
  /** What to call the vintage. */
  label?: string;
  /** Whose slips; the offices' where there are any, else the simulated, where nothing is said. */
  slips?: SlipSource;
}

/**
 * Puts a run into the queue: of the given batches, with the judgements there are now, by this version of the code.
 *
 * @param batches ids of the batches, in order of acceptance
 * @param by who asks
 * @returns the run's id
 * @throws SaldoError `no_slips` where there is no batch
 */
export async function requestRun(
  db: Kysely<RunsSchema>,
  { label, threshold, lapse, by: classes }: RunRequest,
  { batches, by }: { batches: readonly string[]; by: string },
): Promise<string> {
  if (batches.length === 0)
    throw new SaldoError('no_slips', 'there is no batch of such slips to account yet: load files first');
  const id = randomUUID();
  await db
    .insertInto('run')
    .values({
      id,
      state: 'queued',
      parameters: JSON.stringify({ threshold, lapse, by: classes }),
      label: label ?? null,
      batches: JSON.stringify(batches),
      judgements: await lastJudgement(db),
      code_version: packageVersion,
      requested_by: by,
    })
    .execute();
  return id;
}
