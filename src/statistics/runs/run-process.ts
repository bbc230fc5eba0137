// The process that does one run. It hears its job from the process that forked it, tells it how the work goes, and ends with it.
import { rmSync } from 'node:fs';
import { SaldoError } from '../../common/saldo-error.ts';
import { performRun } from './perform-run.ts';
import type { RunJob, RunMessage } from './run-job.ts';
import { watchParent } from './watch-parent.ts';

/** How long an interrupted engine may take to let go before the process ends itself. */
const GRACE_MS = 5000;

const stop = new AbortController();
let folder: string | undefined;

process.once('message', job => {
  process.once('message', () => stop.abort(new Error('the run was cancelled')));
  void work(job as RunJob);
});
process.once('disconnect', endAlone);

async function work(job: RunJob): Promise<void> {
  folder = job.folder;
  watchParent({ folder, graceMs: GRACE_MS });
  try {
    await performRun(job, {
      signal: stop.signal,
      listener: {
        started: name => tell({ type: 'started', name }),
        ended: step => tell({ type: 'ended', step }),
        progressed: percent => tell({ type: 'progressed', percent: percent ?? null }),
      },
    });
    tell({ type: 'done' });
  } catch (error) {
    tell({ type: 'failed', code: codeOf(error), message: error instanceof Error ? error.message : String(error) });
    if (codeOf(error) === null && !stop.signal.aborted) process.stderr.write(`${(error as Error).stack ?? error}\n`);
  }
  process.off('disconnect', endAlone);
  if (process.connected) process.disconnect();
  else removeFolder();
}

/** Nobody waits for this run any more: whoever kept it was killed, and will begin it anew. */
function endAlone(): void {
  stop.abort(new Error('the process that asked for the run is gone'));
}

function removeFolder(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** The channel can break between the question and the sending; `disconnect` then ends the run. */
function tell(message: RunMessage): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function codeOf(error: unknown): string | null {
  return error instanceof SaldoError ? error.code : null;
}
