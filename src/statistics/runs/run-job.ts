import type { Step } from '../../common/steps.ts';
import type { AccountParameters } from '../accounts/parameters.ts';
import type { BatchesToRead } from '../batches/batches-to-read.ts';
import type { Judgement } from '../linkage/judgements.ts';

/** All that a process needs to know to do a run; plain values, so that it can be told to another one. */
export interface RunJob {
  /** Folder of this attempt, inside the home; nothing else writes there. */
  folder: string;
  parameters: AccountParameters;
  slips: BatchesToRead;
  judgements: readonly Judgement[];
  /** Bound of memory in bytes; the engine's default where absent. */
  memory?: number;
}

/** What the process that does a run tells the one that keeps it. */
export type RunMessage =
  | { type: 'started'; name: string }
  | { type: 'ended'; step: Step }
  | { type: 'progressed'; percent: number | null }
  | { type: 'done' }
  | { type: 'failed'; code: string | null; message: string };
