import type { Language } from '../../common/language.ts';
import { type Party, partiesOn } from '../force/parties.ts';
import type { Reading } from '../force/reading.ts';
import { turningDays } from '../force/turning-days.ts';
import type { Act } from '../register/act.ts';
import { type Day, FIRST_DAY } from '../register/legal-date.ts';

/** A time in which an act stands for a state in one way. */
export interface Stretch extends Pick<Party, 'status'> {
  missing?: string;
  from: Day;
  /** First day on which it stands otherwise; null where it still stands so. */
  to: Day | null;
}

export interface PartyTimeline {
  state: string;
  stretches: readonly Stretch[];
}

/** How an act stood for each of its states from one day to the next; times before anything happened are left out. */
export function partyTimelines(act: Act, reading: Reading, lang: Language = 'en'): PartyTimeline[] {
  const days = [FIRST_DAY, ...turningDays([act])];
  const seen = days.map(day => new Map(partiesOn(act, day, reading).map(party => [party.state, party])));
  const states = [...(seen[0]?.keys() ?? [])];
  return states.map(state => ({ state, stretches: stretchesOf(days, lang, day => seen[day]?.get(state)) }));
}

function stretchesOf(days: readonly Day[], lang: Language, partyAt: (place: number) => Party | undefined): Stretch[] {
  const stretches: Stretch[] = [];
  days.forEach((day, place) => {
    const { status = 'not-in-force', missing } = partyAt(place) ?? {};
    const last = stretches.at(-1);
    if (last?.status === status || (last === undefined && status === 'not-in-force')) return;
    if (last !== undefined) last.to = day;
    stretches.push({ from: day, to: null, status, ...(missing !== undefined && { missing: missing(lang) }) });
  });
  return stretches;
}
