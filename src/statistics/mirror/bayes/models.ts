import type { FlowModel } from './flow-model.ts';
import type { FlowPanel } from './flow-panel.ts';
import { MigrationModel } from './migration-model.ts';
import { PooledModel } from './pooled-model.ts';

/** The models that are sampled. */
export const FLOW_MODELS = ['bayes', 'pooled'] as const;
export type FlowModelName = (typeof FLOW_MODELS)[number];

export function makeFlowModel(name: FlowModelName, panel: FlowPanel, benchmark: string): FlowModel {
  return name === 'bayes' ? new MigrationModel(panel, benchmark) : new PooledModel(panel, benchmark);
}
