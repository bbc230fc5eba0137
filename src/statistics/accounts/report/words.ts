import type { Language } from '../../../common/language.ts';
import type { ReportWords } from './report-words.ts';
import { ENGLISH } from './words-en.ts';
import { RUSSIAN } from './words-ru.ts';

const WORDS: Readonly<Record<Language, ReportWords>> = { en: ENGLISH, ru: RUSSIAN };

/** The texts of a report in its language. */
export function wordsOf(lang: Language): ReportWords {
  return WORDS[lang];
}
