import type { Worker } from 'node:worker_threads';
import { startThread } from '../../../common/start-thread.ts';
import type { ChainDraws, ChainRequest } from './chain.ts';
import type { ChainMessage } from './chain-worker.ts';

/** Samples all chains side by side, each in a thread of its own. `progress` hears the share done of all. */
export async function sampleChains(
  requests: readonly ChainRequest[],
  progress: (share: number) => void = () => {},
): Promise<ChainDraws[]> {
  const shares = requests.map(() => 0);
  const workers: Worker[] = [];
  const run = (request: ChainRequest, at: number): Promise<ChainDraws> =>
    new Promise((resolve, reject) => {
      const worker = startThread(new URL('./chain-worker', import.meta.url), request);
      workers.push(worker);
      worker.on('message', (message: ChainMessage) => {
        if ('draws' in message) resolve(message.draws);
        else if ('failure' in message) reject(new Error(message.failure));
        else {
          shares[at] = message.progress;
          progress(shares.reduce((sum, share) => sum + share, 0) / shares.length);
        }
      });
      worker.on('error', reject);
      worker.on('exit', code => reject(new Error(`a chain's thread ended with ${code}`)));
    });
  try {
    return await Promise.all(requests.map(run));
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}
