import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { TO_PUBLISH } from './published-tables.ts';
import type { RunsSchema } from './runs-schema.ts';

/** How often a run may be begun before it is given up. */
export const MOST_ATTEMPTS = 3;

/**
 * Puts in order what a killed process left: runs that it was doing are queued again, or failed where they never come to their end;
 * folders of runs that are not done are removed. To be called before any run is begun, by the process that holds the home.
 */
export async function recoverRuns(db: Kysely<RunsSchema>, folder: string): Promise<void> {
  await db
    .updateTable('run')
    .set({
      state: 'failed',
      ended_at: sql`now()`,
      error: `Saldo was stopped during each of ${MOST_ATTEMPTS} attempts; it may have been killed for want of memory`,
    })
    .where('state', '=', 'running')
    .where('attempt', '>=', MOST_ATTEMPTS)
    .execute();
  await db.updateTable('run').set({ state: 'queued' }).where('state', '=', 'running').execute();
  const done = await db.selectFrom('run').select('id').where('state', '=', 'done').execute();
  const kept = new Set(done.map(({ id }) => id));
  for (const name of readdirSync(folder)) {
    const left = kept.has(name) ? join(folder, name, TO_PUBLISH) : join(folder, name);
    rmSync(left, { recursive: true, force: true });
  }
}
