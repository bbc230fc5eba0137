import { OTHER_LETTERS, ROMANISATION_TABLES, type RomanisationTable } from './romanisation-tables.ts';

/** One way in which an office writes a name in Latin letters. */
export type Romanisation = keyof typeof ROMANISATION_TABLES;

/**
 * All schemes. From Russian spelling: icao, gost52535, mvd310, mvd310fr, mvd782, bgn, english, gost779b, gost16876, iso9, ala-lc. From the
 * national spelling: by-national (passports) and by-latin (with diacritics), ua-2010, kz-passport, kz-latin, kg-passport, tj-passport, uz,
 * az, tm; am from Armenian and ge from Georgian letters. Each also writes whatever other letter it meets.
 */
export const ROMANISATIONS = Object.freeze(Object.keys(ROMANISATION_TABLES)) as readonly Romanisation[];

const VOWELS_AND_SIGNS = new Set("аеёиоуыэюяіїєўәөүұӣӯъьй'");
const APOSTROPHES = /[’ʼ‘ʻ`´]/g;

/**
 * Writes a name in Latin letters as the scheme does: capitals stay capitals, a name in capitals only stays so, hyphens, spaces and
 * letters that are no letters of the spelling stay as they are. `romanise('Щеглова', 'icao')` is `Shcheglova`.
 */
export function romanise(written: string, scheme: Romanisation): string {
  return written
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .split(/([\s-]+)/)
    .map(word => romaniseWord(word, ROMANISATION_TABLES[scheme]))
    .join('');
}

function romaniseWord(word: string, table: RomanisationTable): string {
  const lower = word.toLowerCase();
  const shouts = word.length > 1 && word === word.toUpperCase() && word !== lower;
  let out = '';
  let at = 0;
  while (at < word.length) {
    const [reading, length] = readAt(lower, at, table);
    const capital = word[at] !== lower[at];
    out += shouts ? reading.toUpperCase() : capital ? reading.charAt(0).toUpperCase() + reading.slice(1) : reading;
    at += length;
  }
  return out;
}

/** The reading at a place of a word, and how many letters it uses up. */
function readAt(word: string, at: number, table: RomanisationTable): [string, number] {
  const rest = word.slice(at);
  const ending = at > 0 ? table.endings?.[rest] : undefined;
  if (ending !== undefined) return [ending, rest.length];
  const sequence = table.sequences?.[rest.slice(0, 2)];
  if (sequence !== undefined) return [sequence, 2];
  return [readLetter(word, at, table), 1];
}

function readLetter(word: string, at: number, table: RomanisationTable): string {
  const letter = word.charAt(at);
  if (at === 0) {
    const initial = table.initial?.[letter];
    if (initial !== undefined) return initial;
  } else if (table.afterVowel !== undefined && VOWELS_AND_SIGNS.has(word.charAt(at - 1))) {
    const afterVowel = table.afterVowel[letter];
    if (afterVowel !== undefined) return afterVowel;
  }
  return table.letters[letter] ?? OTHER_LETTERS[letter] ?? letter;
}
