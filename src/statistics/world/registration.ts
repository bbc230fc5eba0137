import { type AddressChange, RESIDENCE_DAYS } from './journey.ts';
import type { Office, OfficeHabits } from './offices.ts';
import type { Random } from './random.ts';
import type { Move, Report } from './report.ts';
import { type Resident, type Stay, staysOf, UNDECLARED_LAG } from './stays.ts';
import type { WorldPlan } from './world-plan.ts';

/** A repeated arrival follows the first by so many days at least, and hardly more than three years. */
const REPEATED_AFTER = [75, 1100] as const;
/** Days from a departure without a move to the next true move: more than the lapse, so that the one is not taken for the other. */
const BEFORE_NEXT_MOVE = 280;

/** All slips that the offices of a world hold about one person, in the order of registration. */
export function registerPerson(
  plan: WorldPlan,
  resident: Resident,
  moves: readonly Move[],
  addressChanges: readonly AddressChange[],
  random: Random,
): Report[] {
  const clerk = new Clerk(plan, random);
  for (const change of addressChanges) clerk.addressChange(change);
  for (const move of moves) clerk.move(move);
  for (const stay of staysOf(plan, resident, moves)) clerk.stay(stay);
  return clerk.reports.sort((one, other) => one.registeredOn - other.registeredOn);
}

/** When a slip was registered and what it declares. */
interface SlipDates {
  readonly registeredOn: number;
  readonly eventOn: number | undefined;
}

/** What a slip has besides its dates and its state of truth. */
type Wording = Omit<Report, 'office' | 'copyOf' | keyof SlipDates>;

/** Writes slips as the offices do, with what they miss and what they add. */
class Clerk {
  readonly reports: Report[] = [];
  readonly #plan: WorldPlan;
  readonly #random: Random;

  constructor(plan: WorldPlan, random: Random) {
    this.#plan = plan;
    this.#random = random;
  }

  addressChange({ state, fromPlace, toPlace, on }: AddressChange): void {
    const office = this.#plan.offices.get(state);
    if (office === undefined || !this.#random.chance(office.habits.internal)) return;
    const kinds = this.#random.chance(0.3) ? (['departure', 'arrival'] as const) : (['arrival'] as const);
    for (const kind of kinds) {
      this.#file(office, this.#dates(on, office.habits.late), {
        kind,
        origin: state,
        destination: state,
        originPlace: fromPlace,
        destinationPlace: toPlace,
        purpose: '',
        intendedMonths: undefined,
        basis: 'residence',
        ground: kind === 'arrival' ? '' : 'declared',
        occasion: 'internal',
        move: undefined,
      });
    }
  }

  move(move: Move): void {
    const origin = this.#plan.offices.get(move.origin);
    const destination = this.#plan.offices.get(move.destination);
    if (origin !== undefined) this.#departure(move, origin);
    if (destination !== undefined) this.#arrival(move, destination);
  }

  /** What an office may add while somebody lives in its state: one of these at most, so that each stays what it is. */
  stay(stay: Stay): void {
    const office = this.#plan.offices.get(stay.state);
    if (office === undefined) return;
    if (stay.arrival?.kind === 'lasting' && this.#repeat(stay, stay.arrival, office)) return;
    if (stay.arrival !== undefined && this.#departureWithoutMove(stay, office, 'expired')) return;
    this.#departureWithoutMove(stay, office, 'never_left');
  }

  #departure(move: Move, office: Office): void {
    const lasting = move.kind === 'lasting';
    const on = move.on - (this.#random.chance(0.6) ? 0 : this.#random.between(1, 9));
    const dates = this.#dates(on, office.habits.late);
    if (dates.registeredOn > this.#plan.to || !this.#happens(move, office, 'departures')) return;
    const elsewhere = lasting && this.#happens(move, office, 'otherDestination');
    const unnamed = lasting && this.#random.chance(office.habits.unnamed);
    this.#file(office, dates, {
      kind: 'departure',
      origin: move.origin,
      destination: unnamed ? '' : elsewhere ? this.#otherDestination(move) : move.destination,
      originPlace: move.originPlace,
      destinationPlace: unnamed || elsewhere ? '' : move.destinationPlace,
      purpose: this.#random.chance(0.6) ? move.purpose : '',
      intendedMonths: this.#random.chance(0.3) ? move.intendedMonths : undefined,
      basis: 'residence',
      ground: this.#random.chance(0.1) ? 'administrative' : 'declared',
      occasion: 'move',
      move,
    });
  }

  #arrival(move: Move, office: Office): void {
    const dates = this.#dates(move.on, office.habits.late);
    if (dates.registeredOn > this.#plan.to || !this.#happens(move, office, 'arrivals')) return;
    const unnamed = move.kind === 'lasting' && this.#random.chance(office.habits.unnamed);
    this.#file(office, dates, {
      kind: 'arrival',
      origin: unnamed ? '' : move.origin,
      destination: move.destination,
      originPlace: unnamed ? '' : move.originPlace,
      destinationPlace: move.destinationPlace,
      purpose: this.#random.chance(0.85) ? move.purpose : '',
      intendedMonths: this.#random.chance(0.8) ? move.intendedMonths : undefined,
      basis: move.kind === 'outward' ? 'stay' : this.#random.chance(0.15) ? 'permit' : 'residence',
      ground: '',
      occasion: 'move',
      move,
    });
  }

  /** Registers again after months or years and names the old origin; true where it does. */
  #repeat(stay: Stay, move: Move, office: Office): boolean {
    const first = this.reports.find(
      report => report.move === move && report.kind === 'arrival' && report.copyOf === undefined,
    );
    if (first?.origin === '') return false;
    const earliest = (first?.registeredOn ?? stay.since) + REPEATED_AFTER[0];
    const latest = Math.min(stay.until - RESIDENCE_DAYS, this.#plan.to - 30, earliest + REPEATED_AFTER[1]);
    if (latest < earliest || !this.#happens(move, office, 'repeated')) return false;
    this.#file(office, this.#dates(this.#random.between(earliest, latest), 0), {
      kind: 'arrival',
      origin: move.origin,
      destination: move.destination,
      originPlace: move.originPlace,
      destinationPlace: move.destinationPlace,
      purpose: this.#random.chance(0.8) ? move.purpose : '',
      intendedMonths: undefined,
      basis: 'residence',
      ground: '',
      occasion: 'repeat',
      move,
    });
    return true;
  }

  /** Signs off without going, or is signed off because a term ran out; true where it happens. */
  #departureWithoutMove(stay: Stay, office: Office, occasion: 'never_left' | 'expired'): boolean {
    const earliest = stay.since + RESIDENCE_DAYS + UNDECLARED_LAG;
    const latest = Math.min(stay.until - BEFORE_NEXT_MOVE, this.#plan.to - 30);
    if (latest < earliest) return false;
    const destination = stay.arrival?.origin ?? this.#plan.destinationFrom(stay.state, this.#random).code;
    const expired = occasion === 'expired';
    const share = expired ? office.habits.expired : office.habits.neverLeft;
    if (!this.#asks(office, stay.state, destination, occasion, share)) return false;
    this.#file(office, this.#dates(this.#random.between(earliest, latest), 0), {
      kind: 'departure',
      origin: stay.state,
      destination,
      originPlace: '',
      destinationPlace: '',
      purpose: '',
      intendedMonths: undefined,
      basis: expired ? 'permit' : 'residence',
      ground: expired ? 'expired' : 'declared',
      occasion,
      move: undefined,
    });
    return true;
  }

  /** Puts a slip on file unless the data end before; some are written twice. */
  #file(office: Office, dates: SlipDates, wording: Wording): void {
    if (dates.registeredOn > this.#plan.to) return;
    const report = reportOf(office, dates, wording, undefined);
    this.reports.push(report);
    const registeredOn = dates.registeredOn + this.#random.between(1, 20);
    if (registeredOn > this.#plan.to) return;
    const { origin, destination, kind } = wording;
    if (!this.#asks(office, origin, destination, `duplicate ${kind}`, office.habits.duplicated)) return;
    this.reports.push(reportOf(office, { registeredOn, eventOn: dates.eventOn }, wording, report));
  }

  #happens(
    move: Move,
    office: Office,
    habit: keyof OfficeHabits & ('arrivals' | 'departures' | 'otherDestination' | 'repeated'),
  ): boolean {
    return this.#asks(office, move.origin, move.destination, `${move.kind} ${habit}`, office.habits[habit]);
  }

  /** States without an office here are counted as one. */
  #asks({ state }: Office, origin: string, destination: string, what: string, share: number): boolean {
    const { chances, offices } = this.#plan;
    const end = (code: string) => (offices.has(code) ? code : '*');
    return chances.happens(`${state} ${end(origin)}>${end(destination)} ${what}`, share, this.#random);
  }

  #dates(on: number, late: number): SlipDates {
    const random = this.#random;
    const veryLate = random.chance(late * 0.1);
    const [low, high] = veryLate ? [180, 700] : random.chance(late) ? [30, UNDECLARED_LAG] : [0, 25];
    const declared = veryLate || random.chance(0.92);
    return { registeredOn: on + random.between(low, high), eventOn: declared ? on : undefined };
  }

  #otherDestination({ origin, destination }: Move): string {
    const named = this.#plan.destinationFrom(origin, this.#random).code;
    return named === destination ? this.#plan.destinationFrom(origin, this.#random).code : named;
  }
}

function reportOf(office: Office, dates: SlipDates, wording: Wording, copyOf: Report | undefined): Report {
  return {
    office: office.state,
    kind: wording.kind,
    registeredOn: dates.registeredOn,
    eventOn: dates.eventOn,
    origin: wording.origin,
    destination: wording.destination,
    originPlace: wording.originPlace,
    destinationPlace: wording.destinationPlace,
    purpose: wording.purpose,
    intendedMonths: wording.intendedMonths,
    basis: wording.basis,
    ground: wording.ground,
    occasion: wording.occasion,
    move: wording.move,
    copyOf,
  };
}
