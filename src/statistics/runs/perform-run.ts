import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StepListener } from '../../common/steps.ts';
import { account } from '../accounts/account.ts';
import { keepAccount } from './keep-account.ts';
import type { RunJob } from './run-job.ts';
import { slipBatches } from './slip-batches.ts';

/** Who does a run: this process, or one of its own. It ends when all files of the run are written. */
export type PerformRun = (job: RunJob, watch: { listener: StepListener; signal: AbortSignal }) => Promise<void>;

/** Does a run in this process. The engine's working files lie in the run's folder: they hold names, which never leave the home. */
export const performRun: PerformRun = async (job, { listener, signal }) => {
  const work = join(job.folder, 'work');
  mkdirSync(work, { recursive: true, mode: 0o700 });
  try {
    await account({
      source: slipBatches(job.slips),
      out: job.folder,
      parameters: job.parameters,
      format: 'parquet',
      reports: { ru: 'report-ru.html', en: 'report-en.html' },
      judgements: job.judgements,
      workParent: work,
      listener,
      signal,
      keep: (engine, kept) => keepAccount(engine, job, kept),
      ...(job.memory !== undefined && { memory: job.memory }),
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
