import type { SlipSource } from '../accounts/slip-source.ts';
import type { BatchesToRead } from '../batches/batches-to-read.ts';
import { readBatches } from '../batches/read-batches.ts';

/** Accepted batches as the source of an account. They keep their faults themselves. */
export function slipBatches(toRead: BatchesToRead): SlipSource {
  return {
    profile: null,
    read: (engine, steps) => readBatches(engine, toRead, { steps }),
    isSimulated: () => toRead.batches.some(({ simulated }) => simulated),
    writeFaults: async () => {},
  };
}
