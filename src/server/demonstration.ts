import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StepListener } from '../common/steps.ts';
import { DEFAULT_PARAMETERS } from '../statistics/accounts/parameters.ts';
import { acceptFile } from '../statistics/batches/accept-batch.ts';
import { releaseVintage } from '../statistics/runs/vintages.ts';
import { simulateWorld } from '../statistics/world/simulate-world.ts';
import type { Rooms } from './rooms.ts';

/** Of the world of the note: one slip in fifty. */
const SCALE = 0.02;
const LABEL = 'Demonstration: Belarus and Russia, 1991–2011, simulated at 1:50';
const WHO = 'demonstration';

/**
 * Fills a home without batches with a simulated world of Belarus and Russia: its slips as batches, a run over them, and its vintage
 * released. What a killed process left half done is taken up again; a home that holds anything else is left alone.
 */
export async function fillWithDemonstration({ statistics, keeper }: Rooms, listener?: StepListener): Promise<void> {
  const { runs, home, batches } = statistics;
  const known = await runs.currentBatches();
  const others = await statistics.store.db
    .selectFrom('batch')
    .select('id')
    .where('accepted_by', '!=', WHO)
    .executeTakeFirst();
  if (others !== undefined) return;
  const first = await runs.db.selectFrom('run').select(['id', 'state']).orderBy('sequence').executeTakeFirst();
  if (first === undefined) {
    const folder = home.path('tmp', 'demonstration');
    await simulateWorld({ out: folder, preset: 'belarus-russia-1991-2011', scale: SCALE, seed: 1 }, listener);
    const slips = join(folder, 'slips');
    for (const file of readdirSync(slips)
      .filter(name => name.endsWith('.csv'))
      .sort())
      await acceptFile(batches, join(slips, file), { by: WHO, allowedOffices: 'all', simulated: true });
    rmSync(folder, { recursive: true, force: true });
  } else if (known.length === 0) return;
  const id = first?.id ?? (await keeper.request({ ...DEFAULT_PARAMETERS, label: LABEL }, WHO)).id;
  await released({ statistics, keeper }, id);
}

/** Waits for the run's vintage and shows it to all. */
async function released({ statistics, keeper }: Pick<Rooms, 'statistics' | 'keeper'>, id: string): Promise<void> {
  const vintage = await new Promise<number | null>(resolve => {
    keeper
      .watch(id, event => {
        if (event.type !== 'state') return;
        const { state } = event.run;
        if (state === 'done') resolve(event.run.vintage);
        if (state === 'failed' || state === 'cancelled') resolve(null);
      })
      .catch(() => resolve(null));
  });
  if (vintage === null) return;
  await releaseVintage(statistics.runs.db, vintage, WHO);
  statistics.vintages.forget(vintage);
}
