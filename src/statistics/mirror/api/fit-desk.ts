import { HttpProblem } from '../../../common/http/problem.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { startThread } from '../../../common/start-thread.ts';
import type { MirrorCell } from '../mirror-table.ts';
import type { FitRequest } from './fit-job.ts';
import type { FitMessage } from './fit-worker.ts';
import type { MirrorFit } from './mirror-schemas.ts';

/** A fit that runs longer than this is stopped. */
const MOST_MS = 300_000;
/** Corridors and years of a sampled model: about a minute of two processors. */
const MOST_SAMPLED_CELLS = 2000;
/** Fits of factors at a time; sampled models go one by one. */
const MOST_FACTOR_FITS = 2;

/** Performs fits beside the server's own work, each in a thread of its own; it has few places, and nobody waits in a queue. */
export class FitDesk {
  #sampled = 0;
  #factors = 0;

  /**
   * @throws SaldoError where the data do not allow the model
   * @throws HttpProblem as `refuse`, and 503 where the fit takes too long
   */
  async perform(
    cells: readonly MirrorCell[],
    request: FitRequest,
    { signal, progress = () => {} }: { signal?: AbortSignal; progress?: (share: number) => void } = {},
  ): Promise<MirrorFit> {
    this.refuse(cells, request);
    const sampled = isSampled(request);
    this.#count(sampled, 1);
    try {
      return await inThread({ cells, request }, progress, signal);
    } finally {
      this.#count(sampled, -1);
    }
  }

  /** @throws HttpProblem 413 where the table is too large to sample, 503 where no place is free */
  refuse(cells: readonly MirrorCell[], request: FitRequest): void {
    const sampled = isSampled(request);
    if (sampled && cells.length > MOST_SAMPLED_CELLS)
      throw new HttpProblem(
        413,
        `found ${cells.length} corridors and years, expected at most ${MOST_SAMPLED_CELLS} to sample here; saldo mirror fit takes any number`,
      );
    if (sampled ? this.#sampled >= 1 : this.#factors >= MOST_FACTOR_FITS)
      throw new HttpProblem(503, 'Another fit is under way on this server; try again in a minute.', {
        type: 'saldo:busy',
      });
  }

  #count(sampled: boolean, change: number): void {
    if (sampled) this.#sampled += change;
    else this.#factors += change;
  }
}

function isSampled(request: FitRequest): boolean {
  return !('corridors' in request);
}

async function inThread(
  workerData: { cells: readonly MirrorCell[]; request: FitRequest },
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<MirrorFit> {
  const worker = startThread(new URL('./fit-worker', import.meta.url), workerData);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<MirrorFit>((resolve, reject) => {
      timer = setTimeout(() => reject(new HttpProblem(503, 'The fit took too long and was stopped.')), MOST_MS);
      signal?.addEventListener('abort', () => reject(new HttpProblem(503, 'The fit was cancelled.')), { once: true });
      if (signal?.aborted) reject(new HttpProblem(503, 'The fit was cancelled.'));
      worker.on('message', (message: FitMessage) => {
        if ('fit' in message) resolve(message.fit);
        else if ('refusal' in message)
          reject(new SaldoError(message.refusal.code, message.refusal.message, message.refusal.details));
        else if ('failure' in message) reject(new Error(message.failure));
        else progress(message.progress);
      });
      worker.on('error', reject);
      worker.on('exit', code => reject(new Error(`the thread of a fit ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
