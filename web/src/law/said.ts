import type { Language } from '../../../src/common/language.ts';
import { dateInWords } from '../../../src/common/wording/date-words.ts';
import type { LawWords } from '../words/law-english.ts';

/** A text of the register: in both languages, or in one alone. */
export type Said = string | { ru: string; en: string };

export function said(text: Said, lang: Language): string {
  return typeof text === 'string' ? text : text[lang];
}

/** A date as a source gives it; that no source does is said too. */
export function formatLegalDate(date: string | null, lang: Language, words: LawWords): string {
  return date === null ? words.noDate : dateInWords(date, lang);
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
