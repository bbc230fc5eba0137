import type { Act } from '../register/act.ts';
import { type Day, dayAfter, type LegalDate } from '../register/legal-date.ts';

/** The days on which something that an act says may begin or end, in order; between two of them it stands still. */
export function turningDays(acts: readonly Act[]): Day[] {
  const days = new Set<Day>();
  for (const act of acts) {
    if (act.signed !== undefined) days.add(act.signed);
    const rules = act.provisions.flatMap(provision => provision.rules);
    const dates = [...act.claims.map(({ date }) => date), ...rules.flatMap(({ since, until }) => [since, until])];
    for (const date of dates) if (date !== undefined) addTurns(date, days);
  }
  return [...days].sort();
}

function addTurns({ earliest, latest }: LegalDate, days: Set<Day>): void {
  days.add(earliest);
  if (latest !== null) days.add(latest).add(dayAfter(latest));
}
