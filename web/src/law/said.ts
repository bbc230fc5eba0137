import type { Language } from '../../../src/common/language.ts';
import type { LawWords } from '../words/law-english.ts';
import { formatDay } from '../words/moments.ts';

/** A text of the register: in both languages, or in one alone. */
export type Said = string | { ru: string; en: string };

export function said(text: Said, lang: Language): string {
  return typeof text === 'string' ? text : text[lang];
}

/** A date as a source gives it: a day, a month, a year, a span, or one with an open end. */
export function formatLegalDate(date: string | null, lang: Language, words: LawWords): string {
  if (date === null) return words.noDate;
  const [from = '', to] = date.split('/');
  if (to === undefined) return formatPart(from, lang);
  return to === '..'
    ? words.dates.after(formatPart(from, lang))
    : words.dates.span(formatPart(from, lang), formatPart(to, lang));
}

function formatPart(date: string, lang: Language): string {
  if (date.length === 10) return formatDay(date, lang);
  if (date.length === 4) return date;
  const month = new Date(`${date}-01T00:00:00Z`);
  return month.toLocaleDateString(lang === 'ru' ? 'ru-RU' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
}

/** «30 дней» of a limit, null where there is none. */
export function limitOf({ value, unit }: { value?: number; unit?: string }, words: LawWords): string | null {
  if (value === undefined || unit === undefined) return null;
  return words.units[unit]?.(value) ?? `${value} ${unit}`;
}

/** Today where the reader is. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
