import { type Romanisation, romanise } from '../../common/names/romanisations.ts';
import { yearOf } from './calendar.ts';
import { belarusian, romanian, ukrainian } from './letters.ts';
import type { Word } from './words.ts';

/** Ways in which offices write a name. */
export type Writing =
  | 'russian'
  | 'russian-e'
  | 'belarusian'
  | 'by-passport'
  | 'ukrainian'
  | 'ua-passport'
  | 'kazakh'
  | 'kz-passport'
  | 'kyrgyz'
  | 'kg-passport'
  | 'tajik'
  | 'tj-passport'
  | 'uzbek'
  | 'azerbaijani'
  | 'armenian'
  | 'moldovan'
  | 'passport';

interface Manner {
  /** The nation whose own spelling it is. */
  readonly nation?: string;
  /** The Cyrillic spelling of a name of another nation; the Russian one where absent. */
  readonly foreign?: (russian: string) => string;
  readonly scheme?: Romanisation;
}

const MANNERS: Readonly<Record<Writing, Manner>> = {
  russian: {},
  'russian-e': { foreign: russian => russian.replaceAll('ё', 'е').replaceAll('Ё', 'Е') },
  belarusian: { nation: 'belarusian', foreign: belarusian },
  'by-passport': { nation: 'belarusian', foreign: belarusian, scheme: 'by-national' },
  ukrainian: { nation: 'ukrainian', foreign: ukrainian },
  'ua-passport': { nation: 'ukrainian', foreign: ukrainian, scheme: 'ua-2010' },
  kazakh: { nation: 'kazakh' },
  'kz-passport': { nation: 'kazakh', scheme: 'kz-passport' },
  kyrgyz: { nation: 'kyrgyz' },
  'kg-passport': { nation: 'kyrgyz', scheme: 'kg-passport' },
  tajik: { nation: 'tajik' },
  'tj-passport': { nation: 'tajik', scheme: 'tj-passport' },
  uzbek: { nation: 'uzbek', scheme: 'uz' },
  azerbaijani: { nation: 'azerbaijani', scheme: 'az' },
  armenian: { nation: 'armenian', scheme: 'english' },
  moldovan: { nation: 'moldovan', foreign: romanian },
  passport: {},
};

/** From which year on the passports of most states were written by which scheme. */
const PASSPORT_SCHEMES: readonly (readonly [since: number, scheme: Romanisation])[] = [
  [2013, 'icao'],
  [2010, 'gost52535'],
  [2000, 'mvd782'],
  [1997, 'mvd310'],
  [0, 'mvd310fr'],
];

const LATIN = /[a-z]/i;
const written = new Map<string, Map<Word, string>>();

/** A name of a nation as a way of writing has it on a day; kept, because names recur. */
export function writeName(word: Word, nation: string, writing: Writing, day: number): string {
  const scheme = writing === 'passport' ? passportScheme(yearOf(day)) : undefined;
  const kept = keptOf(scheme ?? writing);
  let text = kept.get(word);
  if (text === undefined) {
    text = scheme === undefined ? inManner(word, nation, MANNERS[writing]) : romanise(word.russian, scheme);
    kept.set(word, text);
  }
  return text;
}

/** True where a way of writing uses Latin letters: passport lines are in capitals more often than not. */
export function isPassportWriting(writing: Writing): boolean {
  return writing === 'passport' || writing.endsWith('-passport');
}

function inManner(word: Word, nation: string, { nation: own, foreign, scheme }: Manner): string {
  if (own === nation && LATIN.test(word.national)) return word.national;
  const spelling = own === nation ? word.national : foreign === undefined ? word.russian : foreign(word.russian);
  return scheme === undefined ? spelling : romanise(spelling, scheme);
}

function passportScheme(year: number): Romanisation {
  return PASSPORT_SCHEMES.find(([since]) => year >= since)?.[1] ?? 'icao';
}

function keptOf(name: string): Map<Word, string> {
  let kept = written.get(name);
  if (kept === undefined) {
    kept = new Map();
    written.set(name, kept);
  }
  return kept;
}
