import { findState } from '../../../common/states.ts';
import type { Place, Reading } from './reading.ts';
import { findStateByName } from './state-names.ts';

/** Codes in use at publishers that are not ISO 3166-1: Eurostat's Greece and United Kingdom. */
const PUBLISHERS_CODES: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** The state that a publisher's code means, or undefined for totals, groups of states and unknown codes. */
export function findTableState(code: string): string | undefined {
  const known = PUBLISHERS_CODES[code.trim().toUpperCase()];
  return known ?? findState(code);
}

/** A required state, by code or by name; its fault is told where it is none. */
export function parseState(code: string, place: Place, reading: Reading): string | undefined {
  const state = findTableState(code) ?? findStateByName(code);
  if (state === undefined) {
    if (code === '') reading.fault(place, 'missing_value', null, 'a state: the column is required');
    else reading.fault(place, 'unknown_state', code, 'a code of ISO 3166-1, EL or UK');
  }
  return state;
}

/** A year such as 2011, or a period such as 1991-2011. */
export function parsePeriod(
  text: string,
  place: Place,
  reading: Reading,
): { firstYear: number; year: number } | undefined {
  const found = /^(\d{4})(?:\s*[-–—/]\s*(\d{4}))?$/.exec(text.trim());
  const firstYear = Number(found?.[1]);
  const year = Number(found?.[2] ?? found?.[1]);
  if (found !== null && firstYear >= 1800 && year <= 2200 && firstYear <= year) return { firstYear, year };
  if (text === '') reading.fault(place, 'missing_value', null, 'a year: the column is required');
  else reading.fault(place, 'bad_year', text, 'a year such as 2011, or a period such as 1991-2011');
  return undefined;
}

/** More than ever lived: a table in other units, or broken. */
const MOST_PERSONS = 1e12;

/** Signs with which publishers say that there is no figure. */
const NO_FIGURE = /^(?::|\.{1,3}|…|-|–|—|x|na|n\/a|null|nan|н\/д|нетданных)?$/i;

/** Three digits after a comma or a point: thousands to one office, decimals to another. */
const THOUSANDS_OR_DECIMALS = /^-?[1-9]\d{0,2}(?:[.,]\d{3})+$/;

/**
 * A count of persons; null where there is none. A bad count is told and blanked. Blanks between thousands are taken (also those that do
 * not break), decimals too: estimates are published that way. `660,000` is told, not guessed at, unless `decimals` says what it is.
 */
export function parseCount(
  text: string,
  place: Place,
  reading: Reading,
  { decimals = false }: { decimals?: boolean } = {},
): number | null {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]/g, '').replace(/^[−–](?=\d)/, '-');
  if (NO_FIGURE.test(plain)) return null;
  if (!decimals && THOUSANDS_OR_DECIMALS.test(plain)) {
    const expected = `thousands apart by blanks or not at all, such as 660000: ${plain} may be a decimal`;
    reading.fault(place, 'bad_number', text, expected, false);
    return null;
  }
  const value = /^-?\d+(?:[.,]\d+)?(?:e\+?\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
  if (Number.isNaN(value) || value > MOST_PERSONS) {
    reading.fault(place, 'bad_number', text, 'a count of persons, or empty', false);
    return null;
  }
  if (value < 0) {
    reading.fault(place, 'negative_count', text, 'a count of 0 or more', false);
    return null;
  }
  return value;
}

/** A number that a program wrote, as a text whose decimals nobody takes for thousands. */
export function numberText(value: number | string): string {
  const text = String(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A number above 0, for covariates; its fault is told where it is none. */
export function parsePositive(text: string, place: Place, reading: Reading): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  const value = /^\d{1,3},\d{3}$/.test(plain) ? Number.NaN : Number(plain.replace(',', '.'));
  if (text !== '' && Number.isFinite(value) && value > 0) return value;
  reading.fault(place, text === '' ? 'missing_value' : 'not_positive', text, 'a number above 0', false);
  return null;
}
