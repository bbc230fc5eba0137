import { expect, test } from 'vitest';
import { ENGLISH } from './english.ts';
import { LAW_ENGLISH } from './law-english.ts';
import { LAW_RUSSIAN } from './law-russian.ts';
import { formatDay, formatShortDay } from './moments.ts';
import { PROPOSALS_ENGLISH } from './proposals-english.ts';
import { PROPOSALS_RUSSIAN } from './proposals-russian.ts';
import { RUSSIAN } from './russian.ts';

/** Texts that are the same in every language, and the name of the other language. */
const ANY_LANGUAGE = /^(other|saveSvg|savePng|saveCsv|administration\.kinds\.system)$/;

test('no Russian text is left in English, nor an English one in Russian', () => {
  for (const [path, text] of textsOf(RUSSIAN)) if (!ANY_LANGUAGE.test(path)) expect(text, path).toMatch(/[а-яё]/i);
  for (const [path, text] of textsOf(ENGLISH)) if (!ANY_LANGUAGE.test(path)) expect(text, path).toMatch(/^[^а-яё]+$/i);
  for (const words of [LAW_RUSSIAN, PROPOSALS_RUSSIAN])
    for (const [path, text] of textsOf(words)) expect(text, path).toMatch(/[а-яё]/i);
  for (const words of [LAW_ENGLISH, PROPOSALS_ENGLISH])
    for (const [path, text] of textsOf(words)) expect(text, path).toMatch(/^[^а-яё]+$/i);
});

test('nouns follow their numbers', () => {
  expect([1, 2, 5, 21].map(RUSSIAN.runs.batches)).toEqual([
    '1\u00a0партия',
    '2\u00a0партии',
    '5\u00a0партий',
    '21\u00a0партия',
  ]);
  expect([1, 2].map(ENGLISH.runs.batches)).toEqual(['1\u00a0batch', '2\u00a0batches']);
  expect([1, 12].map(RUSSIAN.stay)).toEqual(['пребывание от 1\u00a0месяца', 'пребывание от 12\u00a0месяцев']);
});

test('years are one year or several', () => {
  const at = { united: 2, corridor: 'из России в Беларусь', most: '2', share: '100 %', arrivals: '3', departures: '1' };
  expect(RUSSIAN.overview.answer({ ...at, years: '1995' })).toMatch(/^За 1995 год листки/);
  expect(RUSSIAN.overview.answer({ ...at, years: '1991–2011' })).toMatch(/^За 1991–2011 годы листки/);
});

test('a day is that day wherever the reader is', () => {
  expect(formatDay('2011-12-31', 'en')).toBe('31 December 2011');
  expect(formatDay('2011-12-31', 'ru')).toMatch(/^31 декабря 2011/);
  expect(formatShortDay('1991-01-01', 'en')).toBe('1 Jan 1991');
});

test('both languages have words for the same rights, facts and subjects', () => {
  const paths = (words: object) => textsOf(words).map(([path]) => path);
  expect(paths(LAW_RUSSIAN)).toEqual(paths(LAW_ENGLISH));
  expect(paths(PROPOSALS_RUSSIAN)).toEqual(paths(PROPOSALS_ENGLISH));
});

function textsOf(words: object, prefix = ''): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[prefix + key, value]];
    return typeof value === 'object' ? textsOf(value, `${prefix}${key}.`) : [];
  });
}
