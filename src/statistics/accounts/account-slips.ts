import type { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import type { CoverageRow } from './account-tables.ts';
import { measureCoverage } from './coverage.ts';
import { CAUSE, GAP } from './method/cause.ts';
import { FLOW } from './method/flow.ts';
import { matchDepartures } from './method/matched.ts';
import { MOVE, SLIP_MOVE } from './method/move.ts';
import { POSSIBLE_MATCH } from './method/possible-match.ts';
import { REGISTRATION } from './method/registration.ts';
import { RELOCATION } from './method/relocation.ts';
import { REPEATED_ARRIVAL } from './method/repeated-arrival.ts';
import { REPORTED_SLIP } from './method/reported-slip.ts';
import { SAME_EVENT } from './method/same-event.ts';
import { SHORT_STAY } from './method/short-stay.ts';
import { SIGHTING } from './method/sighting.ts';
import type { MethodStep } from './method/step.ts';
import { VERDICT } from './method/verdict.ts';
import type { AccountParameters } from './parameters.ts';

/** The method before and after departures and arrivals are matched one to one. */
const BEFORE_MATCHING: readonly MethodStep[] = [REGISTRATION, SAME_EVENT, REPEATED_ARRIVAL, POSSIBLE_MATCH];
const AFTER_MATCHING: readonly MethodStep[] = [
  RELOCATION,
  SHORT_STAY,
  VERDICT,
  MOVE,
  SLIP_MOVE,
  REPORTED_SLIP,
  FLOW,
  CAUSE,
  GAP,
  SIGHTING,
];

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
    steps.count(step.name.replaceAll('_', ' '), async () => {
      await engine.run(`create or replace table ${step.name} as ${step.sql(parameters)}`);
      return (await engine.row<{ rows: number }>(`select count(*) as rows from ${step.name}`)).rows;
    });
  for (const step of BEFORE_MATCHING) await relation(step);
  await steps.count('matched', () => matchDepartures(engine));
  for (const step of AFTER_MATCHING) await relation(step);
  return measureCoverage(engine, linkage);
}
