import { describe, expect, test } from 'vitest';
import { declineState } from './declension.ts';
import { formatCount, formatDecimal, formatShare, formatShareRange, formatSigned, formatYears } from './numbers.ts';
import { officeGenitive, officeName } from './offices.ts';
import { counted } from './plural.ts';
import { betweenStates, fromState, inState, ofState, ofStateWithState, toState } from './state-phrases.ts';

describe('numbers', () => {
  test('have thin spaces between thousands and a true minus sign', () => {
    expect([0, 999, 1000, 1234567, -45000, -0.2].map(formatCount)).toEqual([
      '0',
      '999',
      '1\u202f000',
      '1\u202f234\u202f567',
      '−45\u202f000',
      '0',
    ]);
    expect([95, 0, -145].map(formatSigned)).toEqual(['+95', '0', '−145']);
  });

  test('have a comma in Russian and a point in English', () => {
    expect(formatDecimal(1234.56, 1, 'ru')).toBe('1\u202f234,6');
    expect(formatDecimal(-0.04, 1, 'en')).toBe('0.0');
    expect(formatDecimal(-0.96, 1, 'en')).toBe('−1.0');
    expect(formatDecimal(0.96, 0, 'en')).toBe('1');
    expect(formatShare(0.9213, 'ru')).toBe('92,1\u202f%');
    expect(formatShareRange(0.9, 0.942, 'en')).toBe('90.0–94.2%');
  });

  test('leave years as years', () => {
    expect([formatYears(1991, 2011), formatYears(2011, 2011)]).toEqual(['1991–2011', '2011']);
  });

  test('take the noun’s form that they ask for', () => {
    const slip = { one: 'листок', few: 'листка', many: 'листков' };
    expect([1, 2, 5, 11, 21].map(value => counted(value, slip, 'ru').split('\u00a0')[1])).toEqual([
      'листок',
      'листка',
      'листков',
      'листков',
      'листок',
    ]);
  });
});

describe('Russian names of states', () => {
  test.each([
    ['Беларусь', 'Беларуси', 'Беларусь', 'Беларусью'],
    ['Россия', 'России', 'Россию', 'Россией'],
    ['Казахстан', 'Казахстана', 'Казахстан', 'Казахстаном'],
    ['Украина', 'Украины', 'Украину', 'Украиной'],
    ['Молдова', 'Молдовы', 'Молдову', 'Молдовой'],
    ['Китай', 'Китая', 'Китай', 'Китаем'],
    ['США', 'государства США', 'государство США', 'государством США'],
  ])('%s is declined', (name, genitive, accusative, instrumental) => {
    expect(declineState(name, 'genitive')).toBe(genitive);
    expect(declineState(name, 'accusative')).toBe(accusative);
    expect(declineState(name, 'instrumental')).toBe(instrumental);
  });
});

test('phrases run alike in both languages', () => {
  expect([fromState('RU', 'ru'), toState('BY', 'ru')]).toEqual(['из России', 'в Беларусь']);
  expect(['BY', 'KZ', 'MD', 'AM', 'CN'].map(state => inState(state, 'ru'))).toEqual([
    'в Беларуси',
    'в Казахстане',
    'в Молдове',
    'в Армении',
    'в Китае',
  ]);
  expect([ofState('KG', 'ru'), ofState('KG', 'en'), inState('KG', 'en')]).toEqual([
    'Кыргызстана',
    'of Kyrgyzstan',
    'in Kyrgyzstan',
  ]);
  expect(betweenStates('BY', 'RU', 'ru')).toBe('между Беларусью и Россией');
  expect(ofStateWithState('BY', 'RU', 'en')).toBe('of Belarus with Russia');
  expect([officeName('BY', 'en'), officeName('KZ', 'en')]).toEqual(['Belstat', 'the office of Kazakhstan']);
  expect([officeGenitive('BY', 'ru'), officeGenitive('KZ', 'ru')]).toEqual(['Белстата', 'службы Казахстана']);
});
