import type { Language } from '../language.ts';

const THIN_SPACE = '\u202f';
const MINUS = '\u2212';

/** A whole number with thin spaces between its thousands and a true minus sign, alike in both languages: `12 345`, `−7`. */
export function formatCount(value: number): string {
  const whole = Math.round(value);
  const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE);
  return whole < 0 ? MINUS + digits : digits;
}

/** A whole number, or a dash where there is none to know. */
export function formatKnown(value: number | null): string {
  return value === null ? '–' : formatCount(value);
}

/** A whole number that always bears its sign, as balances and causes do: `+95 000`, `−145`; zero has none. */
export function formatSigned(value: number): string {
  return Math.round(value) > 0 ? `+${formatCount(value)}` : formatCount(value);
}

/** A number with a fixed number of decimals, after a comma in Russian: `0,95`. */
export function formatDecimal(value: number, digits: number, lang: Language): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.');
  const text = formatCount(Number(whole)) + (fraction === undefined ? '' : (lang === 'ru' ? ',' : '.') + fraction);
  return value < 0 && Number(value.toFixed(digits)) !== 0 ? MINUS + text : text;
}

/**
 * A share as a percentage: `92.1%`, in Russian `92,1 %`.
 *
 * @param share 0 to 1
 */
export function formatShare(share: number, lang: Language, digits = 1): string {
  return `${formatDecimal(share * 100, digits, lang)}${percentSign(lang)}`;
}

/**
 * An interval of shares under one sign: `90.2–94.0%`.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
export function formatShareRange(low: number, high: number, lang: Language): string {
  return `${formatDecimal(low * 100, 1, lang)}–${formatDecimal(high * 100, 1, lang)}${percentSign(lang)}`;
}

/** Years as years, never grouped: `1991–2011`, or one year alone. */
export function formatYears(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`;
}

function percentSign(lang: Language): string {
  return lang === 'ru' ? `${THIN_SPACE}%` : '%';
}
