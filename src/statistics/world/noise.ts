import type { Random } from './random.ts';

/** Shares of slips with each fault at noise 1; names are mistyped, left out or swapped, birth dates wrong or partial. */
export const ORDINARY_NOISE = {
  surname: 0.05,
  given: 0.03,
  patronymic: 0.03,
  noPatronymic: 0.1,
  birthDate: 0.04,
  swapped: 0.01,
  sex: 0.003,
  birthCountry: 0.02,
  documentDigit: 0.01,
} as const;

export type NoiseShares = Readonly<Record<keyof typeof ORDINARY_NOISE | 'noDocument', number>>;

/** Slips without a document: none at noise 0, a third at 1, hardly any with one at 3. */
const WITHOUT_DOCUMENT = [0, 0.33, 0.64, 0.95] as const;

/** The shares at a level of noise, 0 to 3. */
export function noiseShares(level: number): NoiseShares {
  const scaled = Object.entries(ORDINARY_NOISE).map(([fault, share]) => [fault, share * level]);
  const below = Math.min(2, Math.floor(level));
  const [low = 0, high = low] = WITHOUT_DOCUMENT.slice(below, below + 2);
  return { ...Object.fromEntries(scaled), noDocument: low + (high - low) * (level - below) } as NoiseShares;
}

const ALPHABETS: readonly (readonly [RegExp, string])[] = [
  [/[а-яёіўәғқңөұүһҳҷӣӯїєґ]/i, 'абвгдежзиклмнопрстуфхцчшыьюя'],
  [/[a-z]/i, 'abcdefghijklmnopqrstuvwxyz'],
];

/** A name with one slip of the hand in it: a wrong letter, a letter too few or too many, or two neighbours swapped. */
export function mistype(name: string, random: Random): string {
  if (name.length < 2) return name;
  const at = random.between(0, name.length - 1);
  const kind = random.between(0, 3);
  const letter = strayLetter(name, at, random);
  if (kind === 0) return name.slice(0, at) + letter + name.slice(at + 1);
  if (kind === 1 && name.length > 3) return name.slice(0, at) + name.slice(at + 1);
  if (kind === 2) return name.slice(0, at + 1) + letter.toLowerCase() + name.slice(at + 1);
  const first = Math.min(at, name.length - 2);
  return name.slice(0, first) + name.charAt(first + 1) + name.charAt(first) + name.slice(first + 2);
}

/** A birth date (ISO) wrong in a digit, with day and month swapped, cut to the year or the month, or set to 1 January. */
export function spoilBirthDate(date: string, random: Random): string {
  const kind = random.next();
  if (kind < 0.2) return date.slice(0, 4);
  if (kind < 0.3) return date.slice(0, 7);
  if (kind < 0.5) return `${date.slice(0, 4)}-01-01`;
  const day = Number(date.slice(8));
  if (kind < 0.7 && day <= 12 && date.slice(5, 7) !== date.slice(8))
    return `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`;
  return wrongDigit(date, random);
}

/** A number with one digit wrong; letters and marks stay. */
export function wrongNumber(number: string, random: Random): string {
  const at = random.between(0, number.length - 1);
  const digit = number.charAt(at);
  if (!/\d/.test(digit)) return number;
  return number.slice(0, at) + String((Number(digit) + random.between(1, 9)) % 10) + number.slice(at + 1);
}

/** The last digit of the year, of the month or of the day turned so that the date stays one. */
function wrongDigit(date: string, random: Random): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const kind = random.between(0, 2);
  const turned = {
    year: kind === 0 ? year - (year % 10) + ((year + random.between(1, 9)) % 10) : year,
    month: kind === 1 ? ((month + random.between(0, 10)) % 12) + 1 : month,
    day: kind === 2 ? ((day + random.between(0, 26)) % 28) + 1 : Math.min(day, 28),
  };
  return `${turned.year}-${String(turned.month).padStart(2, '0')}-${String(turned.day).padStart(2, '0')}`;
}

function strayLetter(name: string, at: number, random: Random): string {
  const alphabet = ALPHABETS.find(([script]) => script.test(name))?.[1] ?? 'abcdefghijklmnopqrstuvwxyz';
  const letter = alphabet.charAt(random.between(0, alphabet.length - 1));
  return name.charAt(at) === name.charAt(at).toUpperCase() ? letter.toUpperCase() : letter;
}
