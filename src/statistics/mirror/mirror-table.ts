/** Classes of undercount or accuracy, as experts give them. */
export const CLASSES = ['low', 'medium', 'high'] as const;
export type Class = (typeof CLASSES)[number];

/** What models of the true flow know of a corridor in a year besides the two reports. */
export interface Covariates {
  /** Persons. */
  popOrigin: number;
  popDestination: number;
  distanceKm: number;
  undercountOrigin: Class | null;
  undercountDestination: Class | null;
  accuracyOrigin: Class | null;
  accuracyDestination: Class | null;
}

/** One corridor in one year, as both offices see it. Reported figures, in persons; null where an office says nothing. */
export interface MirrorCell {
  /** ISO 3166-1 alpha-2. */
  origin: string;
  destination: string;
  /** The year, or the last year of a period. */
  year: number;
  /** The first year of a period; the same as `year` for a single one. */
  firstYear: number;
  /** By the origin's office. */
  departures: number | null;
  /** By the destination's office. */
  arrivals: number | null;
  /** The publisher's flags, such as `b` for a break; empty where there are none. */
  departuresFlags: string;
  arrivalsFlags: string;
  covariates: Covariates | null;
}

export const SIDES = ['arrivals', 'departures'] as const;
export type Side = (typeof SIDES)[number];

/** Stands for a cell among others: the same for the same corridor and period. */
export function cellKey({
  origin,
  destination,
  year,
  firstYear,
}: Pick<MirrorCell, 'origin' | 'destination' | 'year' | 'firstYear'>): string {
  return `${origin} ${destination} ${firstYear} ${year}`;
}

/** A corridor's name in keys. */
export function corridorKey({ origin, destination }: Pick<MirrorCell, 'origin' | 'destination'>): string {
  return `${origin} ${destination}`;
}

/** Order of corridors, then of years. */
export function compareCells(a: MirrorCell, b: MirrorCell): number {
  return (
    compareText(a.origin, b.origin) ||
    compareText(a.destination, b.destination) ||
    a.year - b.year ||
    a.firstYear - b.firstYear
  );
}

/** A cell that nobody has reported yet. */
export function emptyCell(place: Pick<MirrorCell, 'origin' | 'destination' | 'year' | 'firstYear'>): MirrorCell {
  const { origin, destination, year, firstYear } = place;
  return {
    origin,
    destination,
    year,
    firstYear,
    departures: null,
    arrivals: null,
    departuresFlags: '',
    arrivalsFlags: '',
    covariates: null,
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
