import type { Language } from '../../common/language.ts';
import { methodSteps, type ShownStep } from '../accounts/method/method-steps.ts';
import type { Run } from './run.ts';

/** A step of the method with what it came to in a run. */
export interface RunMethodStep extends ShownStep {
  /** Null where the run has not come to it. */
  rows: number | null;
  seconds: number | null;
}

/** The method as a run took it: each step in words and SQL, with its rows and time. */
export function methodOfRun(
  { parameters, steps }: Pick<Run, 'parameters' | 'steps'>,
  language: Language,
): RunMethodStep[] {
  const taken = new Map(steps.map(step => [step.name, step]));
  return methodSteps(parameters, language).map(step => {
    const { rows = null, seconds = null } = taken.get(step.name) ?? {};
    return { ...step, rows, seconds };
  });
}
