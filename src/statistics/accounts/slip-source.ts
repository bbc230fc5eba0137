import type { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { readSlips, type SlipReading } from '../slips/read-slips.ts';
import { isSimulated } from '../slips/simulated.ts';
import { writeFaults } from '../slips/write-faults.ts';

/** Where the slips of an account come from: files as they lie, or the batches of a home. */
export interface SlipSource {
  /** Profile that the slips were said to follow; null where it is found from each file. */
  readonly profile: string | null;
  /** Fills the table `slip` of the engine and tells what was taken in. */
  read(engine: Engine, steps: Steps): Promise<SlipReading>;
  /** True where the slips are those of a simulated world. */
  isSimulated(reading: SlipReading): boolean;
  /** Writes what the reading found wrong into the account's folder; a source that keeps its faults elsewhere writes nothing. */
  writeFaults(engine: Engine, out: string): Promise<void>;
}

/** Slip files and folders of them. */
export function slipFiles(paths: readonly string[], profile?: string): SlipSource {
  return {
    profile: profile ?? null,
    read: (engine, steps) => readSlips(engine, paths, { steps, ...(profile !== undefined && { profile }) }),
    isSimulated: ({ files }) => files.some(({ path }) => isSimulated(path)),
    writeFaults,
  };
}
