import type { Language } from '../language.ts';
import { formatCount } from './numbers.ts';

/** A noun's forms after a number; English uses `one` and `many`, Russian all three: 1 листок, 2 листка, 5 листков. */
export interface NounForms {
  one: string;
  few: string;
  many: string;
}

/** A count with its noun in the form that the number asks for; the space between them does not break. */
export function counted(value: number, noun: NounForms, lang: Language): string {
  return `${formatCount(value)}\u00a0${formOf(value, noun, lang)}`;
}

function formOf(value: number, noun: NounForms, lang: Language): string {
  const category = new Intl.PluralRules(lang).select(Math.abs(value));
  if (category === 'one') return noun.one;
  return category === 'few' ? noun.few : noun.many;
}
