import type { Language } from '../../common/language.ts';
import { counted } from '../../common/wording/plural.ts';

const UNIT_NOUNS = {
  day: { ru: { one: 'день', few: 'дня', many: 'дней' }, en: { one: 'day', few: 'days', many: 'days' } },
  month: { ru: { one: 'месяц', few: 'месяца', many: 'месяцев' }, en: { one: 'month', few: 'months', many: 'months' } },
  year: { ru: { one: 'год', few: 'года', many: 'лет' }, en: { one: 'year', few: 'years', many: 'years' } },
} as const;

/** "30 days", «30 дней». */
export function amountInWords(value: number, unit: string, lang: Language): string {
  const nouns = UNIT_NOUNS[unit as keyof typeof UNIT_NOUNS];
  return nouns === undefined ? `${value} ${unit}` : counted(value, nouns[lang], lang);
}
