import { FIELD, type Identity, initialsOf, nationOf, ROW } from './identity.ts';

/**
 * The rules by which slips come to be compared at all: slips that share a rule's key. A pair is compared under the first rule that brings
 * it together. Every rule survives another kind of error, so that a pair is lost only where several errors meet.
 */
export interface BlockingRule {
  readonly name: string;
  /** What both slips must share, none of it missing. */
  readonly on: readonly KeyPart[];
  /** True where slips written just alike can still have different keys: then each takes part, not the first of them alone. */
  readonly everySlip?: true;
  /** True where strangers share the key often: such a rule finds the last few pairs, and gets the smaller part of the work. */
  readonly broad?: true;
}

/** Parts of keys as numbers that are equal where these are, 0 where missing: a field, or what comes of the row that starts there. */
const KEY_PARTS = {
  surname_sound: FIELD.surnameSound,
  given_sound: FIELD.givenSound,
  patronymic_sound: FIELD.patronymicSound,
  surname_initial: ({ rows }, slip) => initialsOf(rows, slip) & 0xff,
  surname_sound_initial: ({ rows, surname }, slip) =>
    surname.soundInitial[rows[slip + FIELD.surnameSound] as number] as number,
  given_sound_initial: ({ rows, given }, slip) => given.soundInitial[rows[slip + FIELD.givenSound] as number] as number,
  /** First signs of both names, in either order: what a typing error seldom touches. */
  initials: ({ rows }, slip) => {
    const initials = initialsOf(rows, slip);
    const [x, y] = [initials & 0xff, initials >> 8];
    return x === 0 || y === 0 ? 0 : Math.min(x, y) * 256 + Math.max(x, y);
  },
  birth_date: ({ rows }, slip) => {
    const birth = rows[slip + FIELD.birth] as number;
    return birth % 100 === 0 ? 0 : birth;
  },
  birth_year: ({ rows }, slip) => Math.floor((rows[slip + FIELD.birth] as number) / 10000),
  birth_month_day: ({ rows }, slip) => {
    const birth = rows[slip + FIELD.birth] as number;
    return birth % 100 === 0 ? 0 : birth % 10000;
  },
  document: FIELD.document,
  /** The two slips of one move, and a slip and its duplicate, often bear the same day. */
  corridor: FIELD.corridor,
  day: ({ rows }, slip) => (rows[slip + FIELD.datedOn] as number) || -1,
  /** Names, birth date, sex and nation to the letter. */
  writing: ({ rows }, slip) => {
    if (rows[slip + FIELD.surnameLetters] === 0 || rows[slip + FIELD.givenLetters] === 0) return 0;
    if ((rows[slip + FIELD.birth] as number) % 100 === 0) return 0;
    let key = nationOf(rows, slip / ROW);
    for (const place of WRITING) key = mixed(key ^ (rows[slip + place] as number));
    return key;
  },
} satisfies Record<string, PartOf>;

/** What two slips written just alike share, besides sex and nation. */
export const WRITING = [
  FIELD.surnameLetters,
  FIELD.givenLetters,
  FIELD.patronymicLetters,
  FIELD.birth,
  FIELD.citizenship,
] as const;

type PartOf = number | ((identity: Identity, slip: number) => number);

export type KeyPart = keyof typeof KEY_PARTS;

export const BLOCKING_RULES: readonly BlockingRule[] = [
  { name: 'surname, birth date', on: ['surname_sound', 'birth_date'] },
  { name: 'document', on: ['document'], everySlip: true },
  { name: 'given name, birth date', on: ['given_sound', 'birth_date'] },
  { name: 'surname, given name, birth year', on: ['surname_sound', 'given_sound', 'birth_year'] },
  { name: 'surname, given name, patronymic', on: ['surname_sound', 'given_sound', 'patronymic_sound'] },
  { name: 'patronymic, birth date', on: ['patronymic_sound', 'birth_date'] },
  { name: 'initials, birth date', on: ['initials', 'birth_date'], broad: true },
  { name: 'surname, given name, birthday', on: ['surname_sound', 'given_sound', 'birth_month_day'] },
  {
    name: 'given name, patronymic, birth year, initial',
    on: ['given_sound', 'patronymic_sound', 'birth_year', 'surname_sound_initial'],
  },
  { name: 'corridor, day, birth year', on: ['corridor', 'day', 'birth_year'], everySlip: true, broad: true },
  { name: 'corridor, day, given name', on: ['corridor', 'day', 'given_sound'], everySlip: true, broad: true },
  { name: 'given name, initial, birth year', on: ['given_sound', 'surname_initial', 'birth_year'], broad: true },
  { name: 'surname, initial, birth year', on: ['surname_sound', 'given_sound_initial', 'birth_year'], broad: true },
  { name: 'surname, given name', on: ['surname_sound', 'given_sound'], broad: true },
];

/**
 * Sets the keys of slips under a rule, from one slip up to another: what its parts share, mixed into 32 bits, 0 where one is missing.
 *
 * @param takesPart which slips do; default all
 */
export function setKeys(
  identity: Identity,
  { on }: Pick<BlockingRule, 'on'>,
  { keys, from, to }: { keys: Uint32Array; from: number; to: number },
  takesPart?: (slip: number) => boolean,
): void {
  const parts: readonly PartOf[] = on.map(part => KEY_PARTS[part]);
  for (let slip = from; slip < to; slip++)
    keys[slip] = takesPart === undefined || takesPart(slip) ? keyOf(identity, parts, slip * ROW) : 0;
}

function keyOf(identity: Identity, parts: readonly PartOf[], slip: number): number {
  let key = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as PartOf;
    const value = typeof part === 'number' ? (identity.rows[slip + part] as number) : part(identity, slip);
    if (value === 0) return 0;
    key = mixed(key ^ value);
  }
  return key || 1;
}

/** Spreads a number over all 32 bits. */
export function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
