import type { Language } from '../../../src/common/language.ts';
import { SHORT_NAMES } from '../../../src/common/state-short-names.ts';

const REGIONS = {
  ru: new Intl.DisplayNames('ru', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** The display name of a state: as everywhere in Saldo where that has its own, the browser's otherwise. */
export function stateName(alpha2: string, language: Language): string {
  return (
    SHORT_NAMES[language][alpha2] ?? (/^[A-Z]{2}$/.test(alpha2) ? REGIONS[language].of(alpha2) : undefined) ?? alpha2
  );
}
