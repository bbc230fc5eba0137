import { dayOf } from './calendar.ts';
import { Quotas } from './chances.ts';
import { ItineraryBuilder } from './itinerary.ts';
import type { Itinerary } from './journey.ts';
import { allNations } from './nations.ts';
import { type OfficeHabits, officeOf } from './offices.ts';
import type { Random } from './random.ts';
import { stateOf } from './states.ts';
import { Weighted } from './weighted.ts';
import type { WorldPlan } from './world-plan.ts';

/**
 * Belarus and Russia, 1991 to 2011, as two offices saw them.
 *
 * From the CARIM-East note 2013/111 (thousands, whole period): Belstat registered 710 arrivals from Russia and 470 departures to Russia,
 * Rosstat 660 departures to Belarus and 615 arrivals from Belarus. Hence the balances of Belarus with Russia: +240 by Belstat, +45 by
 * Rosstat, +95 by the arrivals of both. The note names the causes: double counting of people who register again and name the old origin,
 * postponed and changed destinations, departures that nobody declares.
 *
 * Assumed: everything else. How the four totals split into causes (`QUOTAS`), the true moves behind them, short stays, the course over the
 * years (high in the early 1990s, falling), flows from and to other states, names, ages, families. The united balance of the world (about
 * +100) follows from the assumed split; it is no estimate of the real one.
 *
 * Calibration is by construction: each cause of each office has a quota of slips, and the quotas of an office and side add up to its total
 * in the note. `Quotas` meets them to within a few slips at any scale.
 */
export const BELARUS_RUSSIA = 'belarus-russia-1991-2011';

/** Totals of the note, in thousands: office, side, corridor. */
export const NOTE_TOTALS = [
  { office: 'BY', side: 'arrivals', corridor: 'RU>BY', thousands: 710 },
  { office: 'RU', side: 'departures', corridor: 'RU>BY', thousands: 660 },
  { office: 'BY', side: 'departures', corridor: 'BY>RU', thousands: 470 },
  { office: 'RU', side: 'arrivals', corridor: 'BY>RU', thousands: 615 },
] as const;

/** Slips in thousands; the sum of each block is the total above. */
const QUOTAS: Readonly<Record<string, number>> = {
  'BY RU>BY lasting arrivals': 628,
  'BY RU>BY lasting repeated': 40,
  'BY RU>BY duplicate arrival': 14,
  'BY RU>BY outward arrivals': 12,
  'BY RU>BY return arrivals': 16,

  'RU RU>BY lasting departures': 540,
  'RU RU>BY never_left': 46,
  'RU RU>BY expired': 26,
  'RU RU>BY duplicate departure': 12,
  'RU RU>BY outward departures': 10,
  'RU RU>BY return departures': 14,
  'RU RU>* lasting otherDestination': 12,

  'BY BY>RU lasting departures': 418,
  'BY BY>RU never_left': 20,
  'BY BY>RU expired': 2,
  'BY BY>RU duplicate departure': 8,
  'BY BY>RU outward departures': 8,
  'BY BY>RU return departures': 8,
  'BY BY>* lasting otherDestination': 6,

  'RU BY>RU lasting arrivals': 528,
  'RU BY>RU lasting repeated': 48,
  'RU BY>RU duplicate arrival': 15,
  'RU BY>RU outward arrivals': 13,
  'RU BY>RU return arrivals': 11,
};

/** People in thousands by what they do first: cross from their state to the other, go there for months, go or come further. */
const STORIES = [
  { home: 'RU', story: 'across', thousands: 606 },
  { home: 'BY', story: 'across', thousands: 500 },
  { home: 'RU', story: 'short', thousands: 17 },
  { home: 'BY', story: 'short', thousands: 19 },
  { home: 'RU', story: 'away', thousands: 56 },
  { home: 'BY', story: 'away', thousands: 30 },
  { home: 'KZ', story: 'in', thousands: 18 },
  { home: 'UA', story: 'in', thousands: 24 },
  { home: 'DE', story: 'in', thousands: 6 },
] as const;

/** Of those who crossed, who goes back after years. */
const RETURNS = 0.22;
const MOVES_WITHIN = 0.1;

const YEARS = Array.from({ length: 21 }, (_, at) => 1991 + at);
/** Relative numbers of first moves by year. */
const FROM_RUSSIA = [9, 12, 10, 8, 6.5, 5.8, 5.6, 5.5, 5, 4.5, 4, 3.6, 3.2, 2.9, 2.7, 2.5, 2.4, 2.2, 2.1, 2, 2];
const FROM_BELARUS = [9, 8.5, 8.5, 9, 7.5, 6, 5.5, 5, 4.8, 4.6, 4, 3.7, 3.4, 3.1, 3, 3, 3, 2.9, 2.8, 2.6, 2.6];
const COURSES: Readonly<Record<string, Weighted<number>>> & { readonly RU: Weighted<number> } = {
  RU: new Weighted(YEARS, (_, rank) => FROM_RUSSIA[rank] ?? 0),
  BY: new Weighted(YEARS, (_, rank) => FROM_BELARUS[rank] ?? 0),
};

/** Nations of the two states' movers, by name; the others weigh little. */
const NATIONS: Readonly<Record<string, number>> = { russian: 50, belarusian: 38, ukrainian: 7 };

const HABITS: Readonly<Record<'BY' | 'RU', Partial<OfficeHabits>>> = {
  BY: { arrivals: 0.93, departures: 0.72, unnamed: 0 },
  RU: { arrivals: 0.91, departures: 0.8, unnamed: 0 },
};

/** The world of the preset at a scale, 1 being the real size (some 1.3 million people, 2.7 million slips). */
export function planBelarusRussia({ scale, seed, noise }: { scale: number; seed: number; noise: number }): WorldPlan {
  const homes = new Weighted(STORIES, ({ thousands }) => thousands);
  const sum = STORIES.reduce((total, { thousands }) => total + thousands, 0);
  const quotas = new Map(Object.entries(QUOTAS).map(([key, thousands]) => [key, thousands * 1000 * scale]));
  const plan: WorldPlan = {
    ...{ seed, noise, from: dayOf(1991), to: dayOf(2011, 12, 31), people: Math.max(1, Math.round(sum * 1000 * scale)) },
    offices: new Map([
      ['BY', officeOf('BY', HABITS.BY)],
      ['RU', officeOf('RU', HABITS.RU)],
    ]),
    chances: new Quotas(quotas),
    nations: new Weighted(allNations(), ({ name }) => NATIONS[name] ?? 0.7),
    homeOf: (_, random) => homes.draw(random).home,
    destinationFrom: origin => stateOf(otherThan(origin)),
    itinerary: (home, random) => drawStory(plan, home, random),
  };
  return plan;
}

function otherThan(state: string): 'BY' | 'RU' {
  return state === 'RU' ? 'BY' : 'RU';
}

function drawStory(plan: WorldPlan, home: string, random: Random): Itinerary {
  const builder = new ItineraryBuilder(plan, home, random);
  const { story } = new Weighted(
    STORIES.filter(told => told.home === home),
    ({ thousands }) => thousands,
  ).draw(random);
  // Who leaves in the first days of 1991 may have signed out in 1990, which no figure of the note covers.
  const first = Math.max(plan.from + 30, dayOf((COURSES[home] ?? COURSES.RU).draw(random)) + random.between(0, 364));
  if (story === 'short') builder.shortStay(otherThan(home), first);
  else if (story === 'away') builder.move(random.pick(['DE', 'UA', 'KZ', 'IL', 'US']), first);
  else if (story === 'in') builder.move(random.pick(['RU', 'RU', 'BY']), first);
  else {
    const next = builder.move(otherThan(home), first);
    if (random.chance(RETURNS)) builder.move(home, next);
    else if (random.chance(MOVES_WITHIN)) builder.changeAddress(next);
  }
  return builder;
}
