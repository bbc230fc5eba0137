import type { Language } from '../../../common/language.ts';
import type { AccountParameters } from '../parameters.ts';
import { CAUSE, GAP } from './cause.ts';
import { DECIDES_RU } from './decides-ru.ts';
import { FLOW } from './flow.ts';
import { MATCHED_DECIDES, MATCHING_ROUND } from './matched.ts';
import { MOVE, SLIP_MOVE } from './move.ts';
import { POSSIBLE_MATCH } from './possible-match.ts';
import { REGISTRATION } from './registration.ts';
import { RELOCATION } from './relocation.ts';
import { REPEATED_ARRIVAL } from './repeated-arrival.ts';
import { REPORTED_SLIP } from './reported-slip.ts';
import { SAME_EVENT } from './same-event.ts';
import { SHORT_STAY } from './short-stay.ts';
import { SIGHTING } from './sighting.ts';
import type { MethodStep } from './step.ts';
import { VERDICT } from './verdict.ts';

/** The method before and after departures and arrivals are matched one to one. */
export const BEFORE_MATCHING: readonly MethodStep[] = [REGISTRATION, SAME_EVENT, REPEATED_ARRIVAL, POSSIBLE_MATCH];
export const AFTER_MATCHING: readonly MethodStep[] = [
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

/** A step of the method as it is shown to people. */
export interface ShownStep {
  /** As runs name it. */
  name: string;
  decides: string;
  /** Of `matched`: one round of those that follow each other until nothing changes. */
  sql: string;
}

/** All steps of the accounting in their order, in a language, with the SQL that these parameters give. */
export function methodSteps(parameters: AccountParameters, language: Language): ShownStep[] {
  const matched: MethodStep = { name: 'matched', decides: MATCHED_DECIDES, sql: () => MATCHING_ROUND };
  return [...BEFORE_MATCHING, matched, ...AFTER_MATCHING].map(step => {
    const decides = language === 'ru' ? DECIDES_RU[step.name] : step.decides;
    if (decides === undefined) throw new Error(`no Russian paragraph for the step ${step.name}`);
    return { name: stepName(step), decides: decides.replace(/\s+/g, ' '), sql: step.sql(parameters).trim() };
  });
}

/** The name of a step as runs report it. */
export function stepName({ name }: MethodStep): string {
  return name.replaceAll('_', ' ');
}
