import type { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import type { CoverageRow } from './account-tables.ts';
import { measureCoverage } from './coverage.ts';
import { matchDepartures } from './method/matched.ts';
import { AFTER_MATCHING, BEFORE_MATCHING, stepName } from './method/method-steps.ts';
import type { MethodStep } from './method/step.ts';
import type { AccountParameters } from './parameters.ts';

/**
 * The accounting: from `slip` and `person` to `verdict`, `move`, `slip_move`, `flow` and `gap`, step by step, each a relation of its
 * own. Returns the coverage of the offices.
 */
export async function accountSlips(
  engine: Engine,
  parameters: AccountParameters,
  { steps, linkage }: { steps: Steps; linkage: { precision: number; recall: number } },
): Promise<CoverageRow[]> {
  const relation = (step: MethodStep) =>
    steps.count(stepName(step), async () => {
      await engine.run(`create or replace table ${step.name} as ${step.sql(parameters)}`);
      return (await engine.row<{ rows: number }>(`select count(*) as rows from ${step.name}`)).rows;
    });
  for (const step of BEFORE_MATCHING) await relation(step);
  await steps.count('matched', () => matchDepartures(engine));
  for (const step of AFTER_MATCHING) await relation(step);
  return measureCoverage(engine, linkage);
}
