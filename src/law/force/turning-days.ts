import type { Act } from '../register/act.ts';
import { type Day, dayAfter } from '../register/legal-date.ts';
import { CHOSEN, countedClaims } from './reading.ts';
import { turningDaysOf } from './standing.ts';

/** The days on which something that an act says may begin or end, in order; between two of them it stands still. */
export function turningDays(acts: readonly Act[]): Day[] {
  const days = new Set<Day>();
  for (const act of acts) {
    for (const claims of [act.claims, countedClaims(act, CHOSEN)])
      for (const day of turningDaysOf(act, claims)) days.add(day);
    for (const { since, until } of act.provisions.flatMap(provision => provision.rules)) {
      for (const date of [since, until]) {
        if (date === undefined) continue;
        days.add(date.earliest);
        if (date.latest !== null) days.add(date.latest).add(dayAfter(date.latest));
      }
    }
  }
  return [...days].sort();
}
