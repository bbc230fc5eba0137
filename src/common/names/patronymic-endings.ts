import { isOpenVowel, isVowel } from './word-letters.ts';

/** Words that say "son of" and "daughter of" beside the father's name, in the letters of the keys. */
const KIN_WORDS: ReadonlySet<string> = new Set([
  ...['ogli', 'oglu', 'ogl', 'oglou', 'ugli', 'uglu', 'uli', 'ulu', 'uulu', 'uul', 'ul', 'kizi', 'gizi', 'kiz', 'kizu'],
  ...['zoda', 'zade', 'zada', 'ibn', 'bin', 'bint', 'duhtari', 'pisari'],
]);

/** Longest first; the vowel before the suffix belongs to it. */
const RUSSIAN_ENDINGS = [
  ...['iniqna', 'oviq', 'eviq', 'aviq', 'ovna', 'evna', 'avna', 'ivna', 'auna', 'euna', 'ouna', 'iqna', 'iq'],
] as const;
const TURKIC_ENDINGS = ['ogli', 'oglu', 'ugli', 'uglu', 'uulu', 'uli', 'kizi', 'gizi', 'zoda', 'zade', 'zada'] as const;

export function isKinWord(word: string): boolean {
  return KIN_WORDS.has(word);
}

/**
 * The stem of the father's name in a patronymic: `ivan` of Ivanovich, Ivanovna, Ivanauna; the word itself where it has no such ending. One
 * mistyped letter in -ович or -овна does not keep it from being found.
 */
export function fatherStem(word: string): string {
  const last = word.charAt(word.length - 1);
  if (last === 'q' || last === 'a') {
    if (hasMistypedV(word)) return word.slice(0, -4);
    const stem = withoutEnding(word, RUSSIAN_ENDINGS, 2);
    // -еевич is of a name in -ей.
    if (stem !== word) return word.endsWith('eeviq') || word.endsWith('eevna') ? `${stem}i` : stem;
  }
  const stem = withoutEnding(word, TURKIC_ENDINGS, 3);
  return stem === word ? withoutMistypedEnding(word) : stem;
}

function withoutEnding(word: string, endings: readonly string[], shortest: number): string {
  for (const ending of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= shortest) return word.slice(0, -ending.length);
  }
  return word;
}

/** -обна, -одич: too long for a name in -ич, another consonant for в. */
function hasMistypedV(word: string): boolean {
  if (word.length < 8 || !(word.endsWith('na') || word.endsWith('iq'))) return false;
  const consonant = word.charAt(word.length - 3);
  return consonant !== 'v' && !isVowel(consonant) && isOpenVowel(word.charAt(word.length - 4));
}

function withoutMistypedEnding(word: string): string {
  const at = word.lastIndexOf('v');
  if (at < 4 || !isVowel(word.charAt(at - 1))) return word;
  const tail = word.slice(at + 1);
  return isNearly(tail, 'iq') || isNearly(tail, 'na') ? word.slice(0, at - 1) : word;
}

/** Whether the text is these two letters but for one typing error. */
function isNearly(text: string, pair: string): boolean {
  const [a = '', b = '', c = ''] = text;
  const [first = '', second = ''] = pair;
  switch (text.length) {
    case 1:
      return pair.includes(a);
    case 2:
      return a === first || b === second || (a === second && b === first);
    case 3:
      return a + b === pair || b + c === pair || a + c === pair;
    default:
      return false;
  }
}
