import type { Language } from '../language.ts';

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };
const DAYS = formats({ dateStyle: 'long' });
const MONTHS = formats({ year: 'numeric', month: 'long' });

/** "3 February 2009", «3 февраля 2009 г.», of a day YYYY-MM-DD. */
export function dayInWords(day: string, lang: Language): string {
  return DAYS[lang].format(new Date(`${day}T00:00:00Z`));
}

/** A date as a source gives it, in words: a day, a month, a year, a span FROM/TO, or one with an open end, FROM/... */
export function dateInWords(date: string, lang: Language): string {
  const [from = '', to] = date.split('/');
  if (to === undefined) return partInWords(from, lang);
  const start = partInWords(from, lang);
  if (to === '..') return lang === 'ru' ? `${start} или позже` : `${start} or later`;
  const end = partInWords(to, lang);
  return lang === 'ru' ? `между ${start} и ${end}` : `between ${start} and ${end}`;
}

function partInWords(date: string, lang: Language): string {
  if (date.length === 10) return dayInWords(date, lang);
  return date.length === 4 ? date : MONTHS[lang].format(new Date(`${date}-01T00:00:00Z`));
}

function formats(options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> {
  const of = (lang: Language) => new Intl.DateTimeFormat(LOCALES[lang], { ...options, timeZone: 'UTC' });
  return { ru: of('ru'), en: of('en') };
}
