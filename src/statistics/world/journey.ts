/** What a mover comes for, as a slip words it. */
export type Purpose = 'permanent' | 'work' | 'study' | 'family' | 'humanitarian' | 'other';

/**
 * What a border crossing is: into a state to live there; out on a short stay and back from it; into a state that is left again before long
 * for a third one (`transit`), and `onward` into that.
 */
export type JourneyKind = 'lasting' | 'outward' | 'return' | 'transit' | 'onward';

export interface Journey {
  readonly kind: JourneyKind;
  readonly origin: string;
  readonly destination: string;
  readonly originPlace: string;
  readonly destinationPlace: string;
  readonly on: number;
  readonly purpose: Purpose;
  /** Months that the movers mean to stay, where they say so; always consistent with what comes. */
  readonly intendedMonths: number | undefined;
}

/** A change of address within a state. */
export interface AddressChange {
  readonly state: string;
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly on: number;
}

/** All that a household does, in the order of time. */
export interface Itinerary {
  readonly journeys: readonly Journey[];
  readonly addressChanges: readonly AddressChange[];
}

/** A stay that changes the residence lasts at least so long here: the truth is kept clear of the threshold of twelve months. */
export const RESIDENCE_DAYS = 395;
