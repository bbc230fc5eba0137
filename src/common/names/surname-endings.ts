import { isOpenVowel, isVowel } from './word-letters.ts';

/**
 * The surname in the letters of its masculine form: -ова = -ов, -ина = -ин, -ская = -ська = -ский, -ая = -ой = -ый, and with them the
 * endings of other spellings of the same suffix (-аў, -off, French -ine, Georgian -ови). Short words are left alone.
 */
export function masculineSurname(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith('oi') ? adjective(word.slice(0, 2)) : word;
  const masculine = withoutGender(word);
  return masculine.endsWith('uski') && isOpenVowel(masculine.charAt(masculine.length - 5))
    ? `${masculine.slice(0, -4)}vski`
    : masculine;
}

function withoutGender(word: string): string {
  const stem = word.slice(0, -1);
  switch (word.charAt(word.length - 1)) {
    case 'a':
      return withoutFinalA(word, stem);
    case 'e':
      return word.endsWith('ine') ? stem : word;
    case 'f':
      return word.endsWith('off') || word.endsWith('eff') ? `${word.slice(0, -2)}v` : word;
    case 'i':
      if (word.endsWith('oi')) return adjective(word.slice(0, -2));
      return word.endsWith('ovi') || word.endsWith('evi') ? stem : word;
    case 'v':
      return word.endsWith('av') ? `${word.slice(0, -2)}ov` : word;
    default:
      return word;
  }
}

function withoutFinalA(word: string, stem: string): string {
  if (word.endsWith('aia')) return adjective(word.slice(0, -3));
  if (word.endsWith('ova') || word.endsWith('eva') || word.endsWith('ina')) return stem;
  if (word.endsWith('ava')) return `${word.slice(0, -3)}ov`;
  if (word.endsWith('ska') || word.endsWith('cka')) return `${stem}i`;
  return word;
}

function adjective(stem: string): string {
  return stem.endsWith('i') ? stem : `${stem}i`;
}

const FAMILY_ENDINGS = ['zoda', 'zade', 'zada', 'kizi', 'gizi', 'uulu', 'ogli', 'oglu', 'ugli', 'ov', 'ev'];

/**
 * What is left of a masculine surname without the suffix that says "of the family": Каримов, Каримзода and Карими share it. The suffix
 * stays where too little would be left.
 */
export function familyStem(word: string): string {
  for (const ending of FAMILY_ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    return hasTwoSounds(stem) ? stem : word;
  }
  return word;
}

function hasTwoSounds(stem: string): boolean {
  return stem.length > 2 || (stem.length === 2 && !(isVowel(stem.charAt(1)) && !isVowel(stem.charAt(0))));
}
