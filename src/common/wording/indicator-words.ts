import type { Language } from '../language.ts';
import { formatDecimal } from './numbers.ts';
import { studyWords } from './study-words.ts';

/** The first sentence on an age profile. */
export function ageAnswer({ peak, r2 }: { peak: number | null; r2: number }, lang: Language): string {
  const { age } = studyWords(lang);
  const fit = formatDecimal(r2, 3, lang);
  return peak === null ? age.flat(fit) : age.answer({ peak: formatDecimal(peak, 1, lang), r2: fit });
}

/** A parameter of the model as its formula writes it. */
export function parameterName(name: string): string {
  return name.replace('alpha', 'α').replace('mu', 'μ').replace('lambda', 'λ');
}
