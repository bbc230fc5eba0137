import { findFather, findGivenName } from './known-given-names.ts';
import { fatherStem, isKinWord } from './patronymic-endings.ts';
import { isPlaceholder } from './placeholders.ts';
import { soundOf } from './sound.ts';
import { familyStem, masculineSurname } from './surname-endings.ts';
import { readWords, type Word } from './words.ts';

/** What two writings of one name share, in whatever alphabet, scheme and state's spelling they are. */
export interface NameKeys {
  /** Folded reading, one ASCII byte a-z per letter (DuckDB's distances count bytes), '' where nothing remains. For equality and Jaro-Winkler. */
  readonly letters: string;
  /** Coarse key for blocking: official romanisations and national spellings of a name meet in it. '' where nothing remains. */
  readonly sound: string;
  /** The sound of the second reading where the writing can be read in two ways (OU, CH, J, C, Q, X of different schemes), else null. */
  readonly otherSound: string | null;
  /** Of a compound name (hyphen or several words) the `sound` of each part, else empty. */
  readonly parts: readonly string[];
}

const NO_PARTS: readonly string[] = Object.freeze([]);
const NO_KEYS: NameKeys = Object.freeze({ letters: '', sound: '', otherSound: null, parts: NO_PARTS });

/** How one kind of name is compared: the letters that stand for a word, and their sound. */
interface Habit {
  lettersOf(word: string): string;
  soundOf(letters: string): string;
  /** Whether a reading is a name known to the tables. */
  knows(word: string): boolean;
}

const SURNAME: Habit = { lettersOf: masculineSurname, soundOf: surnameSound, knows: () => false };
const GIVEN_NAME: Habit = {
  lettersOf: word => word,
  soundOf: letters => soundOf(findGivenName(letters) ?? letters),
  knows: word => findGivenName(word) !== undefined,
};
const PATRONYMIC: Habit = {
  lettersOf: word => (findGivenName(word) === undefined ? fatherStem(word) : word),
  soundOf: letters => soundOf(findFather(letters) ?? letters),
  knows: word => findFather(fatherStem(word)) !== undefined,
};

/** The keys of a surname, in its masculine form: Ковалёва, Кавалёў, Kovaleva and Kavaliova share the sound, the first and third the letters. */
export function surnameKeys(written: string): NameKeys {
  return keysOf(written, SURNAME);
}

/** The keys of a given name; national forms of a known name (Сергей, Сяргей, Serhii) share the sound. */
export function givenNameKeys(written: string): NameKeys {
  return keysOf(written, GIVEN_NAME);
}

/** The keys of the father's name in a patronymic (Иванович, Іванаўна, Ivan oglu), with the sound of the given name itself where it is known. */
export function patronymicKeys(written: string): NameKeys {
  return keysOf(written, PATRONYMIC);
}

function keysOf(written: string, habit: Habit): NameKeys {
  if (isPlaceholder(written)) return NO_KEYS;
  const words = withoutKinWords(readWords(written));
  const first = words[0];
  if (first === undefined) return NO_KEYS;
  return words.length === 1 ? keysOfWord(first, habit) : keysOfWords(words, habit);
}

function withoutKinWords(words: Word[]): Word[] {
  if (words.length < 2) return words;
  const names = words.filter(word => !isKinWord(word.letters));
  return names.length === 0 ? words : names;
}

function keysOfWord(word: Word, habit: Habit): NameKeys {
  const [reading, other] = possibleReadings(word, habit);
  const letters = habit.lettersOf(reading);
  const sound = habit.soundOf(letters);
  return { letters, sound, otherSound: differing(sound, soundOfReading(other, habit)), parts: NO_PARTS };
}

function keysOfWords(words: readonly Word[], habit: Habit): NameKeys {
  let letters = '';
  let sound = '';
  let otherSound = '';
  const parts: string[] = [];
  for (const word of words) {
    const part = keysOfWord(word, habit);
    letters += part.letters;
    sound += part.sound;
    otherSound += part.otherSound ?? part.sound;
    parts.push(part.sound);
  }
  return { letters, sound, otherSound: differing(sound, otherSound), parts };
}

/** The readings of a word that are possible: one alone where it is a known name. */
function possibleReadings(word: Word, habit: Habit): [string, string | null] {
  if (word.other === null || habit.knows(word.letters)) return [word.letters, null];
  return habit.knows(word.other) ? [word.other, null] : [word.letters, word.other];
}

function soundOfReading(reading: string | null, habit: Habit): string | null {
  return reading === null ? null : habit.soundOf(habit.lettersOf(reading));
}

function differing(sound: string, other: string | null): string | null {
  return other === sound ? null : other;
}

/** The stem of a surname decides its sound, so that Каримов, Каримзода and Карими meet; of an Armenian one the father's name does. */
function surnameSound(letters: string): string {
  if (letters.endsWith('ian')) {
    const father = findFather(letters.slice(0, -3));
    return soundOf(father === undefined ? letters : `${father}ian`);
  }
  return soundOf(familyStem(letters));
}
