import type { Language } from '../language.ts';
import { stateName } from '../states.ts';
import { declineState } from './declension.ts';

/** "from Russia", «из России». */
export function fromState(state: string, lang: Language): string {
  const name = stateName(state, lang);
  return lang === 'en' ? `from ${name}` : `из ${declineState(name, 'genitive')}`;
}

/** "to Belarus", «в Беларусь». */
export function toState(state: string, lang: Language): string {
  const name = stateName(state, lang);
  if (lang === 'en') return `to ${name}`;
  return into(declineState(name, 'accusative'));
}

/** "in Belarus", «в Беларуси». */
export function inState(state: string, lang: Language): string {
  const name = stateName(state, lang);
  return lang === 'en' ? `in ${name}` : into(declineState(name, 'prepositional'));
}

/** "of Kazakhstan", «Казахстана». */
export function ofState(state: string, lang: Language): string {
  const name = stateName(state, lang);
  return lang === 'en' ? `of ${name}` : declineState(name, 'genitive');
}

function into(name: string): string {
  return `${/^[ВФ][^аеёиоуыэюя]/.test(name) ? 'во' : 'в'} ${name}`;
}

/** "of Belarus with Russia", «Беларуси с Россией». */
export function ofStateWithState(state: string, partner: string, lang: Language): string {
  const [name, other] = [stateName(state, lang), stateName(partner, lang)];
  if (lang === 'en') return `of ${name} with ${other}`;
  return `${declineState(name, 'genitive')} с ${declineState(other, 'instrumental')}`;
}

/** "between Belarus and Russia", «между Беларусью и Россией». */
export function betweenStates(state: string, partner: string, lang: Language): string {
  const [name, other] = [stateName(state, lang), stateName(partner, lang)];
  if (lang === 'en') return `between ${name} and ${other}`;
  return `между ${declineState(name, 'instrumental')} и ${declineState(other, 'instrumental')}`;
}
