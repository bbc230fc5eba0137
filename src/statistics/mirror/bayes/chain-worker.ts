import { parentPort, workerData } from 'node:worker_threads';
import { type ChainRequest, runChain } from './chain.ts';

/** What a worker says: the share done, the chain's draws, or why there are none. */
export type ChainMessage = { progress: number } | { draws: ReturnType<typeof runChain> } | { failure: string };

const port = parentPort;
if (port !== null) {
  const say = (message: ChainMessage): void => port.postMessage(message);
  try {
    say({ draws: runChain(workerData as ChainRequest, progress => say({ progress })) });
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
