import type { FlowModel } from './flow-model.ts';
import type { FlowPanel } from './flow-panel.ts';
import { MigrationModel } from './migration-model.ts';

/** The models that are sampled. */
export type FlowModelName = 'bayes';

export function makeFlowModel(_name: FlowModelName, panel: FlowPanel, benchmark: string): FlowModel {
  return new MigrationModel(panel, benchmark);
}
