import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SaldoError } from '../../common/saldo-error.ts';
import { homeFolder, openHome } from '../../store/home.ts';
import type { WithBatches } from '../batches/commands.ts';
import type { Statistics } from '../statistics.ts';
import { findLinkedRun } from './linked-run.ts';

export interface HomeToOpen {
  /** Default: SALDO_HOME, or `.saldo` here. */
  home?: string;
  /** Bound of the memory of each engine that works on batches, in bytes. */
  engineMemory?: number;
  /** Makes the home where there is none; without, that is refused, for it would have nothing to show. */
  make?: boolean;
}

/** Does a command's work on the statistics of a home, under its lock. */
export async function withStatistics(
  { home: given, make = false, engineMemory }: HomeToOpen,
  work: (statistics: Statistics) => Promise<void>,
): Promise<void> {
  const folder = homeFolder(given);
  if (!make && !existsSync(join(folder, 'home.json'))) {
    const message = `there is no home at ${folder}; saldo load PATHS… makes one, --home names another`;
    throw new SaldoError('not_a_home', message, { folder });
  }
  // The store takes a while to load, for which no other command should wait.
  const { openStatistics } = await import('../open-statistics.ts');
  const home = await openHome(folder, { holder: 'command' });
  try {
    const statistics = await openStatistics(home, engineMemory === undefined ? {} : { memory: engineMemory });
    try {
      await work(statistics);
    } finally {
      await statistics.close();
    }
  } finally {
    await home.close();
  }
}

/** The same for the commands of batches, which know nothing of runs. */
export const withBatches: WithBatches = (options, work) =>
  withStatistics(options, statistics =>
    work({ batches: statistics.batches, findLinkedRun: () => findLinkedRun(statistics) }),
  );
