import { addMonths } from './calendar.ts';
import type { GivenName, Nation } from './nations.ts';
import type { Patronymic } from './patronymics.ts';
import { Random } from './random.ts';
import type { Surname } from './surnames.ts';
import type { Word } from './words.ts';

/** From a day on a woman bears her husband's surname. */
export interface Marriage {
  readonly on: number;
  readonly surname: Surname;
}

/** Somebody of the simulated world, as truly is. */
export interface Person {
  /** From 1; the truth names a person by it. */
  readonly number: number;
  /** Number of the family's first member; one's own where one moves alone. */
  readonly family: number;
  readonly nation: Nation;
  readonly sex: 'M' | 'F';
  readonly bornOn: number;
  readonly birthCountry: string;
  readonly citizenship: string;
  readonly given: GivenName;
  readonly patronymic: Word | undefined;
  /** Surname from birth, and the one by marriage with the day from which it is borne. */
  readonly surname: Surname;
  readonly married: Marriage | undefined;
}

/** Everybody who moves has the surname of the day, in the form of the sex. */
export function surnameOn(person: Person, day: number): Word {
  const surname = person.married !== undefined && person.married.on <= day ? person.married.surname : person.surname;
  return person.sex === 'M' ? surname.man : surname.woman;
}

/** A patronymic by the custom of the family, in the form of the sex. */
export function patronymicOf(father: GivenName, custom: number, sex: 'M' | 'F'): Word | undefined {
  const patronymic: Patronymic | undefined = father.patronymics[custom % Math.max(1, father.patronymics.length)];
  return sex === 'M' ? patronymic?.son : patronymic?.daughter;
}

const ADULT_MONTHS = 16 * 12;
const DOCUMENT_YEARS = [7, 9, 10, 11, 20];

/**
 * The number of the document that a person holds on a day: a birth certificate until sixteen, then passports, each good for some years,
 * and a new one after marriage.
 */
export function documentOn(person: Person, seed: number, day: number): string {
  const random = new Random(seed, person.number, 7);
  const adultOn = addMonths(person.bornOn, ADULT_MONTHS);
  const birthNumber = `${random.pick(['I', 'II', 'III', 'IV'])}-${letters(random, 'АБВГЕКМНРСТ')} ${digits(random, 6)}`;
  if (day < adultOn) return birthNumber;
  let number = passportNumber(person.citizenship, random);
  let until = adultOn + random.between(1, 9) * 365;
  while (until <= day) {
    number = passportNumber(person.citizenship, random);
    until += random.pick(DOCUMENT_YEARS) * 365;
  }
  const remarried = passportNumber(person.citizenship, random);
  return person.married !== undefined && person.married.on <= day && until - day > 365 ? remarried : number;
}

function passportNumber(citizenship: string, random: Random): string {
  if (citizenship === 'RU') return `${digits(random, 4)} ${digits(random, 6)}`;
  if (citizenship === 'BY') return `${random.pick(['MP', 'HB', 'BM', 'KH', 'MC', 'AB', 'PP'])}${digits(random, 7)}`;
  if (citizenship === 'KZ') return `N${digits(random, 8)}`;
  if (citizenship === 'UZ') return `A${random.pick(['A', 'B', 'C', 'D'])}${digits(random, 7)}`;
  if (citizenship === 'AZ') return `AZE${digits(random, 8)}`;
  return `${letters(random, 'ABCEHKMPTX')}${digits(random, 7)}`;
}

function digits(random: Random, count: number): string {
  return String(Math.floor(random.next() * 10 ** count)).padStart(count, '0');
}

function letters(random: Random, alphabet: string): string {
  return random.pick([...alphabet]) + random.pick([...alphabet]);
}
