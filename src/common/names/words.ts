import { latinAlphabetOf } from './latin-habits.ts';
import { type LatinReading, readLatin } from './latin-reading.ts';
import {
  APOSTROPHE,
  CYRILLIC_LETTER,
  DIGIT,
  KINDS,
  LATIN_LETTER,
  LOOK_ALIKE,
  MARK,
  NOTHING,
  OTHER_LETTER,
  READINGS,
  SEPARATOR,
} from './letter-readings.ts';
import { WordLetters } from './word-letters.ts';

/** A word of a name in the letters of the keys. */
export type Word = LatinReading;

/** Longer writings are no names; what follows is not read. */
const LONGEST_NAME = 200;
const ARMENIAN_E = 0x565;
const ARMENIAN_O = 0x578;
const ARMENIAN_V = 0x582;
const ANY_LETTER = LATIN_LETTER | CYRILLIC_LETTER | OTHER_LETTER;

/** The words of a written name, read letter by letter whatever its alphabet; words without any letter are left out. */
export function readWords(written: string): Word[] {
  const name = composed(written.length > LONGEST_NAME ? written.slice(0, LONGEST_NAME) : written);
  const words: Word[] = [];
  let start = 0;
  let kinds = NOTHING;
  for (let at = 0; at <= name.length; at++) {
    const kind = at < name.length ? (KINDS[name.charCodeAt(at)] ?? NOTHING) : SEPARATOR;
    if (kind !== SEPARATOR) {
      if (kind > MARK) kinds |= kind;
      continue;
    }
    if ((kinds & ANY_LETTER) !== 0) {
      const word = readWord(name, start, at, kinds);
      if (word.letters !== '') words.push(word);
    }
    start = at + 1;
    kinds = NOTHING;
  }
  return words;
}

/** The name with letters and their combining marks put together (и + ̆ = й). */
function composed(name: string): string {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code > 0x17f && (KINDS[code] === MARK || KINDS[code] === NOTHING)) return name.normalize('NFC');
  }
  return name;
}

function readWord(name: string, start: number, end: number, kinds: number): Word {
  if (kinds === LATIN_LETTER) return readLatin(plainLatin(name, start, end), latinAlphabetOf(name));
  if (kinds === CYRILLIC_LETTER || (kinds & OTHER_LETTER) !== 0)
    return { letters: readByLetter(name, start, end), other: null };
  const word = name.slice(start, end);
  if (isMostlyCyrillic(word)) {
    const cyrillic = inOneAlphabet(word, LATIN_LETTER);
    return { letters: readByLetter(cyrillic, 0, cyrillic.length), other: null };
  }
  const latin = inOneAlphabet(word, CYRILLIC_LETTER);
  return readLatin(plainLatin(latin, 0, latin.length), latinAlphabetOf(name));
}

function readByLetter(name: string, start: number, end: number): string {
  const letters = new WordLetters();
  for (let at = start; at < end; at++) {
    const code = name.charCodeAt(at);
    if (code > 0x530 && code < 0x590) readArmenian(letters, code, name.charCodeAt(at + 1));
    else if (KINDS[code] === LATIN_LETTER) letters.add((READINGS[code] ?? '').toLowerCase());
    else letters.add(READINGS[code] ?? '');
  }
  return letters.end();
}

/** ու is u; ո at the beginning of a word is vo. */
function readArmenian(letters: WordLetters, code: number, next: number): void {
  const small = code < 0x557 ? code + 0x30 : code;
  const nextSmall = next < 0x557 ? next + 0x30 : next;
  if (small === ARMENIAN_O && nextSmall === ARMENIAN_V) letters.add('u');
  else if (small === ARMENIAN_O && letters.last === '') letters.add('vo');
  else if (small === ARMENIAN_V && letters.last === 'u') return;
  else if (small === ARMENIAN_E && letters.last === '') letters.add('e');
  else letters.add(READINGS[code] ?? '');
}

/** A Latin word in a-z, capitals for marked letters and apostrophes; letters of other alphabets as they are read. */
function plainLatin(name: string, start: number, end: number): string {
  let plain = '';
  for (let at = start; at < end; at++) {
    const code = name.charCodeAt(at);
    plain += KINDS[code] === APOSTROPHE ? "'" : (READINGS[code] ?? '');
  }
  return plain;
}

/** Which alphabet a word of both is written in: the one whose letters have no twin in the other, else the more frequent. */
function isMostlyCyrillic(word: string): boolean {
  let own = 0;
  let all = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const kind = KINDS[code];
    if (kind !== LATIN_LETTER && kind !== CYRILLIC_LETTER) continue;
    const weight = kind === CYRILLIC_LETTER ? 1 : -1;
    all += weight;
    if (!LOOK_ALIKE.has(code)) own += weight;
  }
  return own === 0 ? all >= 0 : own > 0;
}

/** The word with the letters of the foreign alphabet, and digits, in the shape's other alphabet. */
function inOneAlphabet(word: string, foreign: number): string {
  let out = '';
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (KINDS[code] === DIGIT) out += digitShape(code);
    else if (KINDS[code] === foreign) out += String.fromCharCode(LOOK_ALIKE.get(code) ?? code);
    else out += word.charAt(at);
  }
  return out;
}

/** Zero is typed for o, three for з. */
function digitShape(code: number): string {
  return code === 0x30 ? 'о' : code === 0x33 ? 'з' : '';
}
