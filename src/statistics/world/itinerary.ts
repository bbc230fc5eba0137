import {
  type AddressChange,
  type Itinerary,
  type Journey,
  type JourneyKind,
  type Purpose,
  RESIDENCE_DAYS,
} from './journey.ts';
import type { Random } from './random.ts';
import { stateOf } from './states.ts';
import type { WorldPlan } from './world-plan.ts';

/** Shares of what a household does next. */
const ENDS = 0.37;
const SHORT_STAYS = 0.12;
const TRANSITS = 0.05;
const ADDRESS_CHANGES = 0.16;
const GOES_HOME = 0.45;

/** Draws a household's moves: waiting times of years, some go home, some on to a third state, some out and back within months. */
export function drawItinerary(plan: WorldPlan, home: string, random: Random): Itinerary {
  const builder = new ItineraryBuilder(plan, home, random);
  let on = plan.from + Math.floor(random.next() * (plan.to - plan.from));
  do {
    on = builder.next(on);
  } while (on <= plan.to && !random.chance(ENDS));
  return builder;
}

/** Puts journeys one after another; `state` is where the household lives meanwhile. */
export class ItineraryBuilder implements Itinerary {
  readonly journeys: Journey[] = [];
  readonly addressChanges: AddressChange[] = [];
  state: string;
  #place: string;
  readonly #home: string;
  readonly #plan: WorldPlan;
  readonly #random: Random;

  constructor(plan: WorldPlan, home: string, random: Random) {
    this.#plan = plan;
    this.#home = home;
    this.#random = random;
    this.state = home;
    this.#place = placeIn(home, random);
  }

  /** Does something on a day and tells the first day on which the household may do the next. */
  next(on: number): number {
    const random = this.#random;
    const choice = random.next();
    const registered = this.#plan.offices.has(this.state);
    if (this.journeys.length > 0 && registered && choice > 1 - ADDRESS_CHANGES) return this.changeAddress(on);
    if (choice < SHORT_STAYS) return this.shortStay(this.#plan.destinationFrom(this.state, random).code, on);
    if (choice < SHORT_STAYS + TRANSITS) return this.transit(on);
    const goesHome = this.state !== this.#home && random.chance(GOES_HOME) && this.#isSeen(this.#home);
    return this.move(goesHome ? this.#home : this.#plan.destinationFrom(this.state, random).code, on);
  }

  /** Moves to live in another state. */
  move(destination: string, on: number, kind: 'lasting' | 'onward' = 'lasting'): number {
    const random = this.#random;
    const intended = random.chance(0.15) ? random.pick([12, 24, 36, 60]) : undefined;
    this.#go(kind, destination, on, drawPurpose(random), intended);
    if (random.chance(0.2) && this.#plan.offices.has(destination))
      this.changeAddress(on + random.between(60, RESIDENCE_DAYS - 15));
    return on + RESIDENCE_DAYS + Math.floor(random.wait(1100));
  }

  /** Goes out for some months and comes back. */
  shortStay(destination: string, on: number): number {
    const random = this.#random;
    const home = this.state;
    const days = random.between(30, 330);
    const intended = random.chance(0.5) ? Math.max(1, Math.min(11, Math.round(days / 30.4))) : undefined;
    this.#go('outward', destination, on, random.pick(['work', 'work', 'work', 'study', 'other']), intended);
    this.#go('return', home, on + days, 'other', undefined);
    return on + days + RESIDENCE_DAYS + Math.floor(random.wait(800));
  }

  changeAddress(on: number): number {
    const toPlace = placeIn(this.state, this.#random);
    this.addressChanges.push({ state: this.state, fromPlace: this.#place, toPlace, on });
    this.#place = toPlace;
    return on + RESIDENCE_DAYS + Math.floor(this.#random.wait(700));
  }

  /** Lives for some months in a state that registers and goes on to a third one. */
  transit(on: number): number {
    const origin = this.state;
    const stop = this.#plan.destinationFrom(origin, this.#random).code;
    const onward = this.#plan.destinationFrom(stop, this.#random).code;
    if (onward === origin || !this.#plan.offices.has(stop)) return this.move(stop, on);
    this.#go('transit', stop, on, drawPurpose(this.#random), undefined);
    return this.move(onward, on + this.#random.between(60, 300), 'onward');
  }

  #isSeen(destination: string): boolean {
    return this.#plan.offices.has(destination) || this.#plan.offices.has(this.state);
  }

  #go(kind: JourneyKind, destination: string, on: number, purpose: Purpose, intendedMonths: number | undefined): void {
    const destinationPlace = placeIn(destination, this.#random);
    this.journeys.push({
      kind,
      origin: this.state,
      destination,
      originPlace: this.#place,
      destinationPlace,
      on,
      purpose,
      intendedMonths,
    });
    this.state = destination;
    this.#place = destinationPlace;
  }
}

const MANY_PURPOSES: readonly Purpose[] = [
  ...(['permanent', 'permanent', 'permanent', 'work', 'work', 'work'] as const),
  ...(['family', 'family', 'study', 'humanitarian', 'other'] as const),
];

function drawPurpose(random: Random): Purpose {
  return random.pick(MANY_PURPOSES);
}

function placeIn(state: string, random: Random): string {
  const { places } = stateOf(state);
  return places.length === 0 ? '' : random.pick(places);
}
