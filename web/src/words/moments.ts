import type { Language } from '../../../src/common/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };

/** "23 November 2026", «23 ноября 2026 г.», of a moment or a day. */
export function formatDay(moment: string, lang: Language): string {
  return new Date(moment).toLocaleDateString(LOCALES[lang], { dateStyle: 'long', ...dayZone(moment) });
}

/** "23 Nov 2026", for lists and tables. */
export function formatShortDay(moment: string, lang: Language): string {
  return new Date(moment).toLocaleDateString(LOCALES[lang], { dateStyle: 'medium', ...dayZone(moment) });
}

/** Day and time of day where the reader is. */
export function formatMoment(moment: string, lang: Language): string {
  return new Date(moment).toLocaleString(LOCALES[lang], { dateStyle: 'medium', timeStyle: 'short' });
}

/** A day without a time of day is that day everywhere. */
function dayZone(moment: string): { timeZone?: string } {
  return moment.length === 10 ? { timeZone: 'UTC' } : {};
}
