import type { BlockingRule } from './blocking.ts';
import { COMPARISONS } from './comparisons.ts';
import type { Estimate } from './expectation-maximisation.ts';

/** True pairs from which a lesson can stand alone. */
const ENOUGH_PAIRS = 200;

/** What one rule taught. */
export interface Lesson {
  rule: BlockingRule;
  estimate: Estimate;
}

/** Each comparison's `m` over the rules that taught it, by the number of true pairs from which they did. */
export function learnedM(start: readonly (readonly number[])[], lessons: readonly Lesson[]): number[][] {
  return start.map((levels, place) => {
    const estimates = teachersOf(place, lessons).map(({ estimate }) => estimate);
    const taught = estimates.map(estimate => estimate.taught[place] ?? 0);
    const total = taught.reduce((sum, value) => sum + value, 0);
    if (total === 0) return [...levels];
    return levels.map(
      (_, level) => estimates.reduce((sum, { m }, at) => sum + (m[place]?.[level] ?? 0) * (taught[at] ?? 0), 0) / total,
    );
  });
}

/**
 * The lessons for a comparison. Namesakes pass for one person under a rule of names, and then people's birth dates seem to differ wholly; a
 * document is shared by nobody else, so it teaches the birth date alone where it has taught it enough.
 */
function teachersOf(place: number, lessons: readonly Lesson[]): readonly Lesson[] {
  if (COMPARISONS[place]?.name !== 'birth_date') return lessons;
  const byDocument = lessons.filter(
    ({ rule, estimate }) => rule.name === 'document' && (estimate.taught[place] ?? 0) >= ENOUGH_PAIRS,
  );
  return byDocument.length > 0 ? byDocument : lessons;
}
