import type { Documents } from './documents.ts';
import type { Names } from './name-index.ts';

/**
 * The fields of a slip by their places in its row. All are numbers that are equal where these are; 0 is none. The letters and sounds of
 * the names stand beside the names themselves, so that most comparisons need look no further.
 */
export const FIELD = {
  surname: 0,
  given: 1,
  patronymic: 2,
  surnameLetters: 3,
  givenLetters: 4,
  patronymicLetters: 5,
  surnameSound: 6,
  givenSound: 7,
  patronymicSound: 8,
  /** Year, month and day as the digits of one number; the parts not known are 0. */
  birth: 9,
  /** Sex, kind, and what spares a look at the names, each in bits of its own (`FLAG`). */
  flags: 10,
  birthCountry: 11,
  citizenship: 12,
  document: 13,
  /** Origin and destination as one number. */
  corridor: 14,
  /** Day of the event, in days since 1970. */
  datedOn: 15,
} as const;
/** Fields in the row of a slip: one line of a processor's cache. */
export const ROW = 16;

export const FEMALE = 2;
/** Bits of the flags: sex and arrival, names that have a second sound or parts, and from `initials` on 8 for each initial of the two names. */
export const FLAG = { sex: 3, arrival: 4, other: 8, parts: 64, initials: 7 } as const;

/** Everything by which two slips are compared. */
export interface Identity {
  readonly slips: number;
  /** Distinct spellings of names. */
  readonly spellings: number;
  /** The fields of all slips, row after row: comparing two slips touches two places of memory. */
  readonly rows: Int32Array;
  readonly surname: Names;
  readonly given: Names;
  readonly patronymic: Names;
  readonly documents: Documents;
  /** Bits of rarity of each state as country of birth, and as citizenship. */
  readonly birthCountryBits: Float32Array;
  readonly citizenshipBits: Float32Array;
  /** Number of the state that is not known, 0 where no slip names it. */
  readonly unknownState: number;
}

/** A corridor as one number: origin × CORRIDOR + destination; more than there are states. */
export const CORRIDOR = 4096;

/** Whether a corridor leads from one known state to another. */
export function leadsAbroad({ unknownState }: Identity, corridor: number): boolean {
  const [origin, destination] = [Math.floor(corridor / CORRIDOR), corridor % CORRIDOR];
  return origin !== destination && origin !== unknownState && destination !== unknownState;
}

/** A field of a slip. */
export function fieldOf({ rows }: Identity, slip: number, field: keyof typeof FIELD): number {
  return rows[slip * ROW + FIELD[field]] as number;
}

/**
 * Brings the rows of slips, from one place up to another, close to the processor: one by one, as they are needed, it would wait for each
 * of them; so it asks memory for many at a time.
 */
export function fetchRows({ rows }: Identity, slips: Int32Array, from: number, to: number): void {
  let sum = 0;
  for (let at = from; at < to; at++) sum += rows[(slips[at] as number) * ROW] as number;
  // The sum is of no use, but what is not used is not fetched either.
  if (Number.isNaN(sum)) throw new Error('a row holds no number');
}

/** The nation of a slip, with which names go: the country of birth, else the citizenship. */
export function nationOf(rows: Int32Array, slip: number): number {
  return (rows[slip * ROW + FIELD.birthCountry] as number) || (rows[slip * ROW + FIELD.citizenship] as number);
}

/** Codes of the first letters of surname (the lower 8 bits) and given name of the slip whose row starts there, 0 for none. */
export function initialsOf(rows: Int32Array, row: number): number {
  return ((rows[row + FIELD.flags] as number) >> FLAG.initials) & 0xffff;
}
