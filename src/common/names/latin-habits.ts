/** What the marks of a Latin name say of its alphabet, null where it has none that say so. */
export type LatinAlphabet = 'azerbaijani' | 'romanian' | 'turkic' | 'slavic' | null;

/** How a word's letters are read where schemes differ. */
export interface LatinHabits {
  readonly alphabet: LatinAlphabet;
  /** OU is у, CH is ш, J is ж, GU before e and i is г, X is кс: Russian passports before 2000. */
  readonly french: boolean;
  /** Takes the less likely way wherever a letter has two. */
  readonly flipped: boolean;
}

const ALPHABET_SIGNS: readonly [LatinAlphabet, RegExp][] = [
  ['azerbaijani', /[əƏ]/],
  ['romanian', /[țţăîȚŢĂÎ]/],
  // The marks of ISO 9 and of Belarusian: J is й, C is ц, and SH is not ш.
  ['slavic', /[šžčŝûâłśźŠŽČŜÛÂŁŚŹ]|[aeo]ŭ|[AEO]Ŭ/],
  ['turkic', /[ğşäöüñūňĞŞÄÖÜÑŪŇ]|[og]['ʻʼ‘’`]/i],
];
const FRENCH_SIGNS = /tch(?!y?i?an)|iou(?!$|sk(?:i|y|a[iyj]a)+$)|.ine$|[oe]ff$/;
const FRENCH_OU = /ou(?!$|sova?$|sk(?:i|y|a[iyj]a)+$)/;
const BELARUSIAN_SIGNS = /[aeo]u$|[aeo]usk(?:i|y|a[iyj]a)+$|dz/;
const PLAIN = /^[ A-Za-z-]*$/;

/** The alphabet that the marks of a whole name tell of. */
export function latinAlphabetOf(name: string): LatinAlphabet {
  if (PLAIN.test(name)) return null;
  for (const [alphabet, signs] of ALPHABET_SIGNS) if (signs.test(name)) return alphabet;
  return null;
}

/** Whether a word is written as French passports of Russia were; a small word of the plain letters a-z. */
export function isFrench(word: string): boolean {
  return FRENCH_SIGNS.test(word) || (FRENCH_OU.test(word) && !BELARUSIAN_SIGNS.test(word));
}
