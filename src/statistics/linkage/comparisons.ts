import { differingSigns } from './documents.ts';
import { FEMALE, FIELD, FLAG, type Identity, initialsOf, leadsAbroad, ROW } from './identity.ts';
import { lengthOf } from './letterings.ts';
import { isOneEdit, jaroWinkler, likenessAtMost } from './likeness.ts';
import type { Names } from './name-index.ts';

/**
 * The comparisons of two slips: what is set side by side, and the levels of agreement, best first, by which the evidence is weighed. A
 * comparison with nothing on one side is null and weighs nothing.
 *
 * `m` is the probability of a level among two slips of one person, `u` among slips of two persons: what any migration space starts
 * from, and the data replace as far as they reach (`train.ts`).
 */
export interface Level {
  readonly name: string;
  readonly m: number;
  readonly u: number;
  /** Share of the shared term's own rarity that this level earns: 1 for equal names, 0 where rarity tells nothing. */
  readonly rarity: number;
}

export interface Comparison {
  readonly name: string;
  readonly levels: readonly Level[];
  /** The level as far as the rows of the slips tell, `UNTOLD` where it takes a closer look. */
  readonly glance: LevelOf;
  /** The level where a glance did not tell it: one of those from `looksFrom` on. */
  readonly look?: LevelOf;
  readonly looksFrom?: number;
  /** Where the term stands in a row, and the bits of rarity of each term; of two that differ the commoner one counts. */
  readonly rarity?: { readonly field: number; readonly bitsOf: (identity: Identity) => Float32Array };
  /** What this comparison looks at, as keys of blocking rules begin: a training rule that joins on it cannot teach it. */
  readonly looksAt: string;
}

/** The level of two slips, given by the starts of their rows, `NULL` where one has nothing to compare. */
type LevelOf = (identity: Identity, l: number, r: number) => number;

/** The level of a comparison with nothing on one side. */
export const NULL = -1;
/** What a glance does not tell. */
export const UNTOLD = -2;
/** The first levels of all names. */
const EQUAL = 0;
const SAME_SOUND = 1;

/** The kinds of names by the places of their fields; those of letters and sounds follow in the same order. */
type NameKind = typeof FIELD.surname | typeof FIELD.given | typeof FIELD.patronymic;
const LETTERS = FIELD.surnameLetters;
const SOUND = FIELD.surnameSound;

/** The level of two names of a kind as far as their letters and sounds tell. */
function keysLevel({ rows }: Identity, { other }: Names, kind: NameKind, l: number, r: number): number {
  const [lettersL, lettersR] = [rows[l + LETTERS + kind] as number, rows[r + LETTERS + kind] as number];
  if (lettersL === 0 || lettersR === 0) return NULL;
  if (lettersL === lettersR) return EQUAL;
  const [soundL, soundR] = [rows[l + SOUND + kind] as number, rows[r + SOUND + kind] as number];
  if (soundL === soundR) return SAME_SOUND;
  if ((flagsOfEither(rows, l, r) & (FLAG.other << kind)) === 0) return UNTOLD;
  return other[rows[l + kind] as number] === soundR || soundL === other[rows[r + kind] as number] ? SAME_SOUND : UNTOLD;
}

function flagsOfEither(rows: Int32Array, l: number, r: number): number {
  return (rows[l + FIELD.flags] as number) | (rows[r + FIELD.flags] as number);
}

/**
 * How alike two names are, in hundredths: 95 where one letter is more, less or other (which Jaro-Winkler undervalues in short names and
 * at the beginning), else Jaro-Winkler; 0 where the letters alone tell that it is not near.
 */
function likeness({ rows }: Identity, { letters, letterSet }: Names, kind: NameKind, l: number, r: number): number {
  const [x, y] = [rows[l + LETTERS + kind] as number, rows[r + LETTERS + kind] as number];
  const [m, n] = [lengthOf(letters, x), lengthOf(letters, y)];
  const most = likenessAtMost(m, n, letterSet[x] as number, letterSet[y] as number);
  if (100 * most < NEAR && Math.min(m, n) > SHORT) return 0;
  return m >= 3 && isOneEdit(letters, x, y) ? 95 : Math.floor(100 * jaroWinkler(letters, x, letters, y));
}

/** Likeness, in hundredths, from which a name is near, and letters up to which one other letter can take it below that. */
const NEAR = 82;
const SHORT = 3;
/** Likeness, 0 to 1, from which names in each other's column are the same. */
const CROSSWISE = 0.86;

/**
 * Surname and given name written in each other's column, where `identity` could not tell from one slip alone. The initials tell first,
 * so that likeness is seldom computed.
 */
function isCrosswise({ rows, surname, given }: Identity, l: number, r: number): boolean {
  const initialsR = initialsOf(rows, r);
  if (initialsOf(rows, l) !== ((initialsR >> 8) | ((initialsR & 0xff) << 8))) return false;
  const [surnameL, givenL] = [rows[l + FIELD.surnameLetters] as number, rows[l + FIELD.givenLetters] as number];
  const [surnameR, givenR] = [rows[r + FIELD.surnameLetters] as number, rows[r + FIELD.givenLetters] as number];
  return (
    jaroWinkler(surname.letters, surnameL, given.letters, givenR) >= CROSSWISE &&
    jaroWinkler(given.letters, givenL, surname.letters, surnameR) >= CROSSWISE
  );
}

/** Whether the name of one slip is a part of the other's compound one. */
function sharesPart({ soundOf: sound, part, lastPart }: Names, x: number, y: number): boolean {
  return sound[y] === part[x] || sound[y] === lastPart[x] || sound[x] === part[y] || sound[x] === lastPart[y];
}

function level(name: string, m: number, u: number, rarity = 0): Level {
  return { name, m, u, rarity };
}

const SURNAME: Comparison = {
  name: 'surname',
  looksAt: 'surname',
  levels: [
    level('equal', 0.82, 0.003, 1),
    level('same_sound', 0.05, 0.0008, 1),
    level('close', 0.045, 0.002, 0.5),
    level('near', 0.02, 0.012),
    level('crosswise', 0.003, 0.000001),
    level('shared_part', 0.005, 0.0005),
    level('other_women', 0.03, 0.24),
    level('other', 0.02, 0.7417),
  ],
  glance: (identity, l, r) => {
    const shared = keysLevel(identity, identity.surname, FIELD.surname, l, r);
    return shared === UNTOLD && isCrosswise(identity, l, r) ? 4 : shared;
  },
  looksFrom: 2,
  look: (identity, l, r) => {
    const { rows, surname: names } = identity;
    const [x, y] = [rows[l + FIELD.surname] as number, rows[r + FIELD.surname] as number];
    if ((flagsOfEither(rows, l, r) & FLAG.parts) !== 0 && sharesPart(names, x, y)) return 5;
    const alike = likeness(identity, names, FIELD.surname, l, r);
    if (alike >= NEAR) return alike >= 91 ? 2 : 3;
    return isFemale(rows, l) && isFemale(rows, r) ? 6 : 7;
  },
  rarity: { field: FIELD.surname, bitsOf: ({ surname }) => surname.bits },
};

const GIVEN_NAME: Comparison = {
  name: 'given_name',
  looksAt: 'given',
  levels: [
    level('equal', 0.88, 0.025, 1),
    level('same_sound', 0.04, 0.004, 1),
    level('close', 0.035, 0.004, 0.5),
    level('near', 0.012, 0.02),
    level('initial', 0.005, 0.003),
    level('other', 0.028, 0.944),
  ],
  glance: (identity, l, r) => {
    const shared = keysLevel(identity, identity.given, FIELD.given, l, r);
    return shared === UNTOLD && isCrosswise(identity, l, r) ? NULL : shared;
  },
  looksFrom: 2,
  look: (identity, l, r) => {
    const { rows, given: names } = identity;
    const [x, y] = [rows[l + FIELD.givenLetters] as number, rows[r + FIELD.givenLetters] as number];
    const oneSign = lengthOf(names.letters, x) === 1 || lengthOf(names.letters, y) === 1;
    if (oneSign && names.initial[x] === names.initial[y]) return 4;
    const alike = likeness(identity, names, FIELD.given, l, r);
    return alike < NEAR ? 5 : alike >= 90 ? 2 : 3;
  },
  rarity: { field: FIELD.given, bitsOf: ({ given }) => given.bits },
};

const PATRONYMIC: Comparison = {
  name: 'patronymic',
  looksAt: 'patronymic',
  levels: [
    level('equal', 0.88, 0.025, 1),
    level('same_sound', 0.04, 0.004, 1),
    level('close', 0.04, 0.004, 0.5),
    level('near', 0.012, 0.02),
    level('other', 0.028, 0.947),
  ],
  glance: (identity, l, r) => keysLevel(identity, identity.patronymic, FIELD.patronymic, l, r),
  looksFrom: 2,
  look: (identity, l, r) => {
    const alike = likeness(identity, identity.patronymic, FIELD.patronymic, l, r);
    return alike < NEAR ? 4 : alike >= 90 ? 2 : 3;
  },
  rarity: { field: FIELD.patronymic, bitsOf: ({ patronymic }) => patronymic.bits },
};

/** 1 January is what an office writes when it knows the year alone: as agreement it weighs less, as difference it contradicts less. */
const BIRTH_DATE: Comparison = {
  name: 'birth_date',
  looksAt: 'birth',
  levels: [
    level('same_day', 0.85, 0.00005),
    level('both_new_year', 0.03, 0.0003),
    level('day_month_swapped', 0.006, 0.00006),
    level('one_part_differs', 0.04, 0.004),
    level('year_and_default_day', 0.02, 0.0006),
    level('year_and_month', 0.01, 0.0004),
    level('year_alone', 0.02, 0.0008),
    level('same_year', 0.006, 0.017),
    level('other', 0.018, 0.977),
  ],
  glance: ({ rows }, l, r) => birthLevel(rows[l + FIELD.birth] as number, rows[r + FIELD.birth] as number),
};

const NEW_YEAR = 101;

/** The level of two birth dates, year, month and day as the digits of a number, 0 where a part is not known. */
function birthLevel(x: number, y: number): number {
  if (x === 0 || y === 0) return NULL;
  const [dayX, dayY] = [x % 100, y % 100];
  const [monthX, monthY] = [Math.floor(x / 100) % 100, Math.floor(y / 100) % 100];
  const bothDays = dayX !== 0 && dayY !== 0;
  const [isDefaultX, isDefaultY] = [x % 10000 === NEW_YEAR, y % 10000 === NEW_YEAR];
  if (Math.floor(x / 10000) !== Math.floor(y / 10000))
    return bothDays && dayX === dayY && monthX === monthY && !isDefaultX ? 3 : 8;
  if (bothDays) {
    if (x === y) return isDefaultX ? 1 : 0;
    if (monthX === dayY && dayX === monthY) return 2;
    if (isDefaultX || isDefaultY) return 4;
    return monthX === monthY || dayX === dayY ? 3 : 7;
  }
  if (monthX === 0 || monthY === 0) return 6;
  return monthX === monthY ? 5 : 7;
}

function sexOf(rows: Int32Array, slip: number): number {
  return (rows[slip + FIELD.flags] as number) & FLAG.sex;
}

function isFemale(rows: Int32Array, slip: number): boolean {
  return sexOf(rows, slip) === FEMALE;
}

function isArrival(rows: Int32Array, slip: number): boolean {
  return ((rows[slip + FIELD.flags] as number) & FLAG.arrival) !== 0;
}

function equality(x: number, y: number): number {
  if (x === 0 || y === 0) return NULL;
  return x === y ? 0 : 1;
}

const SEX: Comparison = {
  name: 'sex',
  looksAt: 'sex',
  levels: [level('equal', 0.99, 0.52), level('other', 0.01, 0.48)],
  glance: ({ rows }, l, r) => equality(sexOf(rows, l), sexOf(rows, r)),
};

const BIRTH_COUNTRY: Comparison = {
  name: 'birth_country',
  looksAt: 'birth_country',
  levels: [level('equal', 0.96, 0.3, 1), level('other', 0.04, 0.7)],
  glance: ({ rows }, l, r) => equality(rows[l + FIELD.birthCountry] as number, rows[r + FIELD.birthCountry] as number),
  rarity: { field: FIELD.birthCountry, bitsOf: ({ birthCountryBits }) => birthCountryBits },
};

const CITIZENSHIP: Comparison = {
  name: 'citizenship',
  looksAt: 'citizenship',
  levels: [level('equal', 0.93, 0.35, 1), level('other', 0.07, 0.65)],
  glance: ({ rows }, l, r) => equality(rows[l + FIELD.citizenship] as number, rows[r + FIELD.citizenship] as number),
  rarity: { field: FIELD.citizenship, bitsOf: ({ citizenshipBits }) => citizenshipBits },
};

/** A renewed document is no disagreement to speak of: the model learns how often a person's documents differ. */
const DOCUMENT: Comparison = {
  name: 'document',
  looksAt: 'document',
  levels: [level('equal', 0.75, 0.0000003), level('one_sign_differs', 0.02, 0.00002), level('other', 0.23, 0.99998)],
  glance: ({ rows, documents }, l, r) => {
    const [x, y] = [rows[l + FIELD.document] as number, rows[r + FIELD.document] as number];
    if (x === 0 || y === 0) return NULL;
    return x === y ? differingSigns(documents, l / ROW, r / ROW) : UNTOLD;
  },
  looksFrom: 1,
  look: ({ documents }, l, r) => differingSigns(documents, l / ROW, r / ROW),
};

/**
 * The two slips of one move lie close in time; so do the slips of a family, which is why names and birth date must agree besides
 * (`pair-sql.ts`). Slips of different corridors say nothing either way.
 */
const EVENT: Comparison = {
  name: 'event',
  looksAt: 'corridor',
  levels: [
    level('both_ends_in_days', 0.12, 0.0005),
    level('both_ends_in_a_month', 0.15, 0.003),
    level('both_ends_in_half_a_year', 0.08, 0.02),
    level('both_ends_apart', 0.25, 0.4765),
    level('one_end_in_a_month', 0.1, 0.005),
    level('one_end_apart', 0.3, 0.495),
  ],
  glance: (identity, l, r) => {
    const { rows } = identity;
    const corridor = rows[l + FIELD.corridor] as number;
    if (corridor !== rows[r + FIELD.corridor] || !leadsAbroad(identity, corridor)) return NULL;
    const days = Math.abs((rows[l + FIELD.datedOn] as number) - (rows[r + FIELD.datedOn] as number));
    if (isArrival(rows, l) === isArrival(rows, r)) return days <= 31 ? 4 : 5;
    if (days <= 31) return days <= 3 ? 0 : 1;
    return days <= 183 ? 2 : 3;
  },
};

export const COMPARISONS: readonly Comparison[] = [
  SURNAME,
  GIVEN_NAME,
  PATRONYMIC,
  BIRTH_DATE,
  SEX,
  BIRTH_COUNTRY,
  CITIZENSHIP,
  DOCUMENT,
  EVENT,
];

/**
 * Sets what a glance tells of each comparison of two slips, given by the starts of their rows. Written out: that spares hundreds of
 * millions of calls of which the engine of the language cannot tell where they lead.
 */
export function glanceAtAll(identity: Identity, l: number, r: number, levels: Int8Array): void {
  levels[0] = SURNAME.glance(identity, l, r);
  levels[1] = GIVEN_NAME.glance(identity, l, r);
  levels[2] = PATRONYMIC.glance(identity, l, r);
  levels[3] = BIRTH_DATE.glance(identity, l, r);
  levels[4] = SEX.glance(identity, l, r);
  levels[5] = BIRTH_COUNTRY.glance(identity, l, r);
  levels[6] = CITIZENSHIP.glance(identity, l, r);
  levels[7] = DOCUMENT.glance(identity, l, r);
  levels[8] = EVENT.glance(identity, l, r);
}
