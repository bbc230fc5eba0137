import type { Language } from '../language.ts';
import type { Worded } from './worded.ts';

/** The label of a demonstration's vintage; kept in English. */
export const DEMONSTRATION_LABEL: Worded = {
  en: 'Demonstration: Belarus and Russia, 1991–2011, simulated at 1:50',
  ru: 'Показательный мир: Беларусь и Россия, 1991–2011, имитация в масштабе 1:50',
};

/** A vintage's label as its reader sees it: people's own words stay as they are, and null where there is none. */
export function vintageLabel(label: string | null, lang: Language): string | null {
  return label === DEMONSTRATION_LABEL.en ? DEMONSTRATION_LABEL[lang] : label;
}
