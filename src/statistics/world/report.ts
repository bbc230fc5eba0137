import type { Journey, Purpose } from './journey.ts';

/** What truly lies behind a slip. */
export type Occasion = 'move' | 'repeat' | 'never_left' | 'expired' | 'internal';

/** A border crossing of one person, as truly happened. */
export interface Move extends Journey {
  /** Names the move in the truth. */
  readonly id: string;
  /** Out and back of one short stay have the same. */
  readonly trip: number | undefined;
}

/** One slip on file, before anybody's name is written on it. */
export interface Report {
  readonly office: string;
  readonly kind: 'arrival' | 'departure';
  readonly registeredOn: number;
  /** As declared; undefined where the slip leaves it out. */
  readonly eventOn: number | undefined;
  /** As named on the slip; empty where it names none. */
  readonly origin: string;
  readonly destination: string;
  readonly originPlace: string;
  readonly destinationPlace: string;
  readonly purpose: Purpose | '';
  readonly intendedMonths: number | undefined;
  readonly basis: 'residence' | 'stay' | 'permit' | '';
  readonly ground: 'declared' | 'expired' | 'administrative' | '';
  readonly occasion: Occasion;
  /** The move that it reports or repeats. */
  readonly move: Move | undefined;
  /** The slip of which this is a second writing. */
  readonly copyOf: Report | undefined;
}

/** The day of the event as the slips tell it: declared, else registered. */
export function datedOn(report: Report): number {
  return report.eventOn ?? report.registeredOn;
}
