import { isOpenVowel, isVowel } from './word-letters.ts';

/**
 * The coarse key of one word's letters: its consonants, with `a` where vowels stand between them and the kind of its first vowel (a = а
 * о, i = е и ю я, u = у); vowels at the end say nothing. Folded: г = х, в before a consonant = у (Паўлава, Eugen), дз = д and ц before
 * е, и, ве, ви = т (Belarusian), щ = ш, doubled consonants.
 */
export function soundOf(letters: string): string {
  let sound = '';
  let last = '';
  let at = 0;
  while (at < letters.length) {
    const letter = letters.charAt(at);
    const isShortU =
      letter === 'v' && isConsonant(letters.charAt(at + 1)) && (at === 0 || isVowel(letters.charAt(at - 1)));
    if (isVowel(letter) || isShortU) {
      const end = endOfVowels(letters, at);
      sound += vowelKey(letters, at, end);
      last = '';
      at = end;
    } else {
      const consonant = consonantKey(letters, at, last);
      sound += consonant === last ? '' : consonant;
      if (consonant !== '') last = consonant;
      at++;
    }
  }
  return sound;
}

function isConsonant(letter: string): boolean {
  return letter !== '' && !isVowel(letter);
}

/** Where a run of vowels, with a в before a consonant as its end, is over. */
function endOfVowels(letters: string, start: number): number {
  let end = start;
  while (end < letters.length && isVowel(letters.charAt(end))) end++;
  return letters.charAt(end) === 'v' && isConsonant(letters.charAt(end + 1)) ? end + 1 : end;
}

function vowelKey(letters: string, start: number, end: number): string {
  const closing = letters.charAt(end - 1);
  const isShort = closing === 'v' || (closing === 'u' && isOpenVowel(letters.charAt(end - 2)) && end - start > 1);
  if (start === 0) return firstVowelKey(letters.charAt(0)) + (isShort && end > 1 && end < letters.length ? 'u' : '');
  if (end === letters.length) return '';
  return isShort ? 'u' : 'a';
}

function firstVowelKey(vowel: string): string {
  if (vowel === 'a' || vowel === 'o') return 'a';
  return vowel === 'e' || vowel === 'i' ? 'i' : 'u';
}

function consonantKey(letters: string, at: number, last: string): string {
  const letter = letters.charAt(at);
  switch (letter) {
    case 'h':
      return 'g';
    case 'x':
      return 'w';
    case 'c':
      return isFrontVowel(letters.charAt(letters.charAt(at + 1) === 'v' ? at + 2 : at + 1)) ? 't' : 'c';
    case 'z':
      return last === 'd' ? '' : 'z';
    default:
      return letter;
  }
}

function isFrontVowel(letter: string): boolean {
  return letter === 'e' || letter === 'i';
}
