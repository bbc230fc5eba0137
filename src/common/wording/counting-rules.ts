import type { Language } from '../language.ts';
import { officeName } from './offices.ts';
import { counted } from './plural.ts';

/** How an office counts in a span of years, as far as it is known. */
export interface CountingRule {
  state: string;
  from: number | null;
  until: number | null;
  /** Months after which somebody counts as a migrant. */
  stay: number | 'permanent' | null;
}

/** "Rosstat from 2011: stays of 9 months and more." */
export function countingRule({ state, from, until, stay }: CountingRule, lang: Language): string {
  const office = officeName(state, lang);
  const name = office.charAt(0).toUpperCase() + office.slice(1);
  const isEnglish = lang === 'en';
  const span = [
    from === null ? '' : isEnglish ? ` from ${from}` : ` с ${from} года`,
    until === null ? '' : isEnglish ? ` until ${until}` : ` до ${until} года`,
  ].join('');
  const comma = span === '' || isEnglish ? '' : ',';
  return `${name}${comma}${span}: ${stayWords(stay, lang)}.`;
}

/** "The series of Rosstat breaks in 2011:", before the reason. */
export function breakWords(state: string, year: number, lang: Language): string {
  const office = officeName(state, lang);
  return lang === 'en' ? `The series of ${office} breaks in ${year}:` : `Разрыв ряда в ${year} году (${office}):`;
}

function stayWords(stay: CountingRule['stay'], lang: Language): string {
  const isEnglish = lang === 'en';
  if (stay === null) return isEnglish ? 'by registration of residence' : 'по регистрации места жительства';
  if (stay === 'permanent') return isEnglish ? 'permanent residence only' : 'только постоянное жительство';
  if (isEnglish) return `stays of ${counted(stay, { one: 'month', few: 'months', many: 'months' }, 'en')} and more`;
  return `пребывание от ${counted(stay, { one: 'месяца', few: 'месяцев', many: 'месяцев' }, 'ru')}`;
}
