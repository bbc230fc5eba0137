import type { Language } from '../language.ts';
import { formatDecimal } from './numbers.ts';
import { studyWords } from './study-words.ts';

/** The first sentence on an age profile. */
export function ageAnswer({ peak, r2 }: { peak: number | null; r2: number }, lang: Language): string {
  const { age } = studyWords(lang);
  const fit = formatDecimal(r2, 3, lang);
  return peak === null ? age.flat(fit) : age.answer({ peak: formatDecimal(peak, 1, lang), r2: fit });
}
