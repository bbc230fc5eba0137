import type { Language } from '../language.ts';
import { stateName } from '../states.ts';
import { declineState } from './declension.ts';
import type { Worded } from './worded.ts';

/** Statistical offices that go by one word in both languages; the rest are named by their state. */
const SHORT_NAMES: Readonly<Record<string, Worded>> = {
  AM: { en: 'Armstat', ru: 'Армстат' },
  BY: { en: 'Belstat', ru: 'Белстат' },
  GE: { en: 'Geostat', ru: 'Геостат' },
  RU: { en: 'Rosstat', ru: 'Росстат' },
  UA: { en: 'Ukrstat', ru: 'Укрстат' },
};

/** The statistical office of a state in running text: "Belstat", "the office of Kazakhstan". */
export function officeName(state: string, lang: Language): string {
  const name = stateName(state, lang);
  return (
    SHORT_NAMES[state]?.[lang] ?? (lang === 'en' ? `the office of ${name}` : `служба ${declineState(name, 'genitive')}`)
  );
}

/** The office after a Russian preposition («у Белстата», «у службы Казахстана»); English has no such form. */
export function officeGenitive(state: string, lang: Language): string {
  if (lang === 'en') return officeName(state, lang);
  const short = SHORT_NAMES[state];
  return short === undefined ? `службы ${declineState(stateName(state, lang), 'genitive')}` : `${short.ru}а`;
}

/** The office where room is short: its one word, or its state. */
export function officeLabel(state: string, lang: Language): string {
  return SHORT_NAMES[state]?.[lang] ?? stateName(state, lang);
}
