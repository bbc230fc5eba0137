/**
 * The comparisons of two slips `l` and `r` of the table `identity`: what is set side by side, and the levels of agreement, best first,
 * by which the evidence is weighed. A comparison with nothing on one side is null and weighs nothing.
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
  /** SQL over `l` and `r` giving a small number; each costly function stands in it once. */
  readonly raw: string;
  /** SQL that turns the column of `raw` into the place of the level in `levels`, −1 for null. */
  readonly level: (raw: string) => string;
  /** SQL over `l` and `r`: bits of rarity of the term, of the commoner one where the two differ. */
  readonly rarity?: string;
  /** Columns of `identity` that this comparison looks at: a training rule that joins on one of them cannot teach it. */
  readonly looksAt: readonly string[];
}

/** Signs of agreement in `raw`, above every likeness. */
const EQUAL = 110;
const SAME_SOUND = 109;
const SWAPPED = 108;
const SHARED_PART = 107;
const INITIAL = 106;

/**
 * How alike two names are, in hundredths: 95 where one letter is more, less or other (which Jaro-Winkler undervalues in short names and
 * at the beginning), else Jaro-Winkler. The keys hold one byte per letter, so the engine's bytes are letters.
 */
function likeness(part: string): string {
  const [x, y] = [`l.${part}_letters`, `r.${part}_letters`];
  return `case when case when abs(strlen(${x}) - strlen(${y})) <= 1 and strlen(${x}) >= 3 then levenshtein(${x}, ${y}) = 1 else false end
    then 95 else floor(100 * jaro_winkler_similarity(${x}, ${y}))::tinyint end`;
}

/**
 * Surname and given name written in each other's column, where `identity` could not tell from one slip alone. The initials tell first,
 * so that likeness is seldom computed.
 */
const CROSSWISE = `(case
    when l.surname_letters[1] = r.given_letters[1] and l.given_letters[1] = r.surname_letters[1] then
      jaro_winkler_similarity(l.surname_letters, r.given_letters) >= 0.86
      and jaro_winkler_similarity(l.given_letters, r.surname_letters) >= 0.86
    else false end)`;

function sameSound(part: string): string {
  return `(l.${part}_sound = r.${part}_sound or l.${part}_other = r.${part}_sound or l.${part}_sound = r.${part}_other)`;
}

/** SQL of `raw` for a name: its signs of agreement, the cases between them that one name alone knows, else its likeness. */
function nameRaw(part: string, between: readonly string[] = []): string {
  return `case
    when l.${part}_letters = '' or r.${part}_letters = '' then -1
    when l.${part}_letters = r.${part}_letters then ${EQUAL}
    when ${sameSound(part)} then ${SAME_SOUND}
    ${between.join('\n    ')}
    else ${likeness(part)} end`;
}

/** Likeness, in hundredths, from which a name is near. */
const NEAR = 82;

/**
 * The levels that all names have, in places 0 to 3, and those that one name alone knows.
 *
 * @param of `close`: likeness in hundredths; `own`: place of each sign of its own; `other`: SQL of the last place
 */
function nameLevel(of: {
  close: number;
  own?: Readonly<Record<number, number>>;
  other: string;
}): (raw: string) => string {
  const own = Object.entries(of.own ?? {}).map(([sign, place]) => `when SIGN = ${sign} then ${place}`);
  const cases = `case when SIGN < 0 then -1 when SIGN = ${EQUAL} then 0 when SIGN = ${SAME_SOUND} then 1 ${own.join(' ')}
    when SIGN >= ${of.close} then 2 when SIGN >= ${NEAR} then 3 else ${of.other} end`;
  return raw => cases.replaceAll('SIGN', raw);
}

function level(name: string, m: number, u: number, rarity = 0): Level {
  return { name, m, u, rarity };
}

const SURNAME: Comparison = {
  name: 'surname',
  looksAt: ['surname'],
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
  raw: nameRaw('surname', [
    `when ${CROSSWISE} then ${SWAPPED}`,
    `when (l.surname_part is not null or r.surname_part is not null)
      and (r.surname_sound in (l.surname_part, l.surname_last_part) or l.surname_sound in (r.surname_part, r.surname_last_part))
      then ${SHARED_PART}`,
  ]),
  level: nameLevel({
    close: 91,
    own: { [SWAPPED]: 4, [SHARED_PART]: 5 },
    other: 'case when both_women then 6 else 7 end',
  }),
  rarity: 'least(l.surname_bits, r.surname_bits)',
};

const GIVEN_NAME: Comparison = {
  name: 'given_name',
  looksAt: ['given'],
  levels: [
    level('equal', 0.88, 0.025, 1),
    level('same_sound', 0.04, 0.004, 1),
    level('close', 0.035, 0.004, 0.5),
    level('near', 0.012, 0.02),
    level('initial', 0.005, 0.003),
    level('other', 0.028, 0.944),
  ],
  raw: nameRaw('given', [
    `when ${CROSSWISE} then -1`,
    `when (length(l.given_letters) = 1 or length(r.given_letters) = 1) and l.given_letters[1] = r.given_letters[1] then ${INITIAL}`,
  ]),
  level: nameLevel({ close: 90, own: { [INITIAL]: 4 }, other: '5' }),
  rarity: 'least(l.given_bits, r.given_bits)',
};

const PATRONYMIC: Comparison = {
  name: 'patronymic',
  looksAt: ['patronymic'],
  levels: [
    level('equal', 0.88, 0.025, 1),
    level('same_sound', 0.04, 0.004, 1),
    level('close', 0.04, 0.004, 0.5),
    level('near', 0.012, 0.02),
    level('other', 0.028, 0.947),
  ],
  raw: nameRaw('patronymic'),
  level: nameLevel({ close: 90, other: '4' }),
  rarity: 'least(l.patronymic_bits, r.patronymic_bits)',
};

/** 1 January is what an office writes when it knows the year alone: as agreement it weighs less, as difference it contradicts less. */
const BIRTH_DATE: Comparison = {
  name: 'birth_date',
  looksAt: ['birth'],
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
  raw: `case
    when l.birth_year is null or r.birth_year is null then -1
    when l.birth_year = r.birth_year then case
      when l.birth_day is not null and r.birth_day is not null then case
        when l.birth_month = r.birth_month and l.birth_day = r.birth_day then
          case when l.birth_month = 1 and l.birth_day = 1 then 1 else 0 end
        when l.birth_month = r.birth_day and l.birth_day = r.birth_month then 2
        when (l.birth_month = 1 and l.birth_day = 1) or (r.birth_month = 1 and r.birth_day = 1) then 4
        when l.birth_month = r.birth_month or l.birth_day = r.birth_day then 3
        else 7 end
      when l.birth_month is not null and r.birth_month is not null then case when l.birth_month = r.birth_month then 5 else 7 end
      else 6 end
    when l.birth_day = r.birth_day and l.birth_month = r.birth_month and not (l.birth_day = 1 and l.birth_month = 1) then 3
    else 8 end`,
  level: raw => raw,
};

const SEX: Comparison = {
  name: 'sex',
  looksAt: ['sex'],
  levels: [level('equal', 0.99, 0.52), level('other', 0.01, 0.48)],
  raw: 'case when l.sex is null or r.sex is null then -1 when l.sex = r.sex then 0 else 1 end',
  level: raw => raw,
};

const BIRTH_COUNTRY: Comparison = {
  name: 'birth_country',
  looksAt: ['birth_country'],
  levels: [level('equal', 0.96, 0.3, 1), level('other', 0.04, 0.7)],
  raw: 'case when l.birth_country is null or r.birth_country is null then -1 when l.birth_country = r.birth_country then 0 else 1 end',
  level: raw => raw,
  rarity: 'l.birth_country_bits',
};

const CITIZENSHIP: Comparison = {
  name: 'citizenship',
  looksAt: ['citizenship'],
  levels: [level('equal', 0.93, 0.35, 1), level('other', 0.07, 0.65)],
  raw: 'case when l.citizenship is null or r.citizenship is null then -1 when l.citizenship = r.citizenship then 0 else 1 end',
  level: raw => raw,
  rarity: 'l.citizenship_bits',
};

/** A renewed document is no disagreement to speak of: the model learns how often a person's documents differ. */
const DOCUMENT: Comparison = {
  name: 'document',
  looksAt: ['document'],
  levels: [level('equal', 0.75, 0.0000003), level('one_sign_differs', 0.02, 0.00002), level('other', 0.23, 0.99998)],
  raw: `case
    when l.document is null or r.document is null then -1
    when l.document = r.document then 0
    when strlen(l.document) = strlen(r.document) and strlen(l.document) > 5 then
      case when mismatches(l.document, r.document) <= 1 then 1 else 2 end
    else 2 end`,
  level: raw => raw,
};

/**
 * The two slips of one move lie close in time; so do the slips of a family, which is why names and birth date must agree besides
 * (`pair-sql.ts`). Slips of different corridors say nothing either way.
 */
const EVENT: Comparison = {
  name: 'event',
  looksAt: ['dated_on'],
  levels: [
    level('both_ends_in_days', 0.12, 0.0005),
    level('both_ends_in_a_month', 0.15, 0.003),
    level('both_ends_in_half_a_year', 0.08, 0.02),
    level('both_ends_apart', 0.25, 0.4765),
    level('one_end_in_a_month', 0.1, 0.005),
    level('one_end_apart', 0.3, 0.495),
  ],
  raw: `case
    when l.origin <> r.origin or l.destination <> r.destination or l.origin = l.destination or l.origin = 'ZZ' or l.destination = 'ZZ' then -1
    when l.is_arrival = r.is_arrival then case when abs(l.dated_on - r.dated_on) <= 31 then 4 else 5 end
    when abs(l.dated_on - r.dated_on) <= 3 then 0
    when abs(l.dated_on - r.dated_on) <= 31 then 1
    when abs(l.dated_on - r.dated_on) <= 183 then 2
    else 3 end`,
  level: raw => raw,
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
