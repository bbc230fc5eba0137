import { parentPort, workerData } from 'node:worker_threads';
import type { SaldoErrorCode } from '../../../common/saldo-error.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import type { MirrorCell } from '../mirror-table.ts';
import { type FitRequest, performFit } from './fit-job.ts';
import type { MirrorFit } from './mirror-schemas.ts';

/** What the thread of a fit says: the share done, the fit, why the data do not allow it, or how it failed. */
export type FitMessage =
  | { progress: number }
  | { fit: MirrorFit }
  | { refusal: { code: SaldoErrorCode; message: string; details: SaldoError['details'] } }
  | { failure: string };

const port = parentPort;
if (port !== null) {
  const say = (message: FitMessage): void => port.postMessage(message);
  const { cells, request } = workerData as { cells: readonly MirrorCell[]; request: FitRequest };
  performFit(cells, request, progress => say({ progress })).then(
    fit => say({ fit }),
    (error: unknown) => {
      if (error instanceof SaldoError)
        say({ refusal: { code: error.code, message: error.message, details: error.details } });
      else say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
}
