import type { Step } from '../../common/steps.ts';
import type { AccountParameters } from '../accounts/parameters.ts';
import type { RunState } from './runs-schema.ts';

/** A run as people see it. */
export interface Run {
  id: string;
  /** In the order in which runs were asked for. */
  number: number;
  state: RunState;
  parameters: AccountParameters;
  label: string | null;
  /** Batches accounted, SHA-256 each, in order of acceptance. */
  batches: readonly string[];
  code_version: string;
  requested_at: string;
  requested_by: string;
  started_at: string | null;
  ended_at: string | null;
  attempt: number;
  /** Why it failed. */
  error: string | null;
  steps: readonly Step[];
  /** What a running run is at; known to the process that keeps it alone. */
  current: CurrentStep | null;
  /** The vintage that it published. */
  vintage: number | null;
}

export interface CurrentStep {
  name: string;
  since: string;
  /** Of the statement under way, 0 to 100; null where nobody can tell. */
  percent: number | null;
}

/** What happens to a run, as its watchers hear it. */
export type RunEvent =
  | { type: 'state'; run: Run }
  | { type: 'step'; position: number; step: Step }
  | { type: 'progress'; current: CurrentStep };

/** Whether nothing more will happen to a run in this state. */
export function isEnded(state: RunState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
