import { describe, expect, it } from 'vitest';
import { findState, stateCodes, stateName } from './states.ts';

describe('states', () => {
  it('finds a state by any of its codes, in any case, with or without leading zeros', () => {
    expect(['by', 'BLR', ' 112 ', '051', '51', 'XK', 'XKX'].map(findState)).toEqual([
      'BY',
      'BY',
      'BY',
      'AM',
      'AM',
      'XK',
      'XK',
    ]);
  });

  it('resolves dissolved states to those that continue them', () => {
    expect(['SU', 'SUN', '810', 'DD', 'TP', 'ZR', 'BU', 'AN', 'YD', 'CSK', 'SCG', 'YU'].map(findState)).toEqual([
      'RU',
      'RU',
      'RU',
      'DE',
      'TL',
      'CD',
      'MM',
      'CW',
      'YE',
      'CZ',
      'RS',
      'RS',
    ]);
  });

  it('knows that CS was Czechoslovakia until 1993 and Serbia and Montenegro after', () => {
    expect(stateCodes().find(({ code }) => code === 'CS')).toMatchObject({
      alpha2: 'RS',
      earlierAlpha2: 'CZ',
      earlierUntil: '1993-01-01',
    });
  });

  it('leaves a code that a state of today took over to that state', () => {
    expect(findState('626')).toBe('TL');
    expect(findState('642')).toBe('RO');
    expect(new Set(stateCodes().map(({ code }) => code)).size).toBe(stateCodes().length);
  });

  it('finds nothing under an unknown code, nor under that of the unknown state', () => {
    expect(['QQ', '', '999', 'ZZ', 'Россия'].map(findState)).toEqual(Array(5).fill(undefined));
  });

  it('names the states of the space as they are named there', () => {
    expect(['RU', 'BY', 'MD', 'KG', 'TJ', 'ZZ'].map(code => stateName(code, 'ru'))).toEqual([
      'Россия',
      'Беларусь',
      'Молдова',
      'Кыргызстан',
      'Таджикистан',
      'неизвестно',
    ]);
    expect(['RU', 'MD', 'KZ', 'ZZ', 'Q1'].map(code => stateName(code, 'en'))).toEqual([
      'Russia',
      'Moldova',
      'Kazakhstan',
      'unknown',
      'Q1',
    ]);
  });

  it('has a name in both languages for every state that a code can mean', () => {
    for (const { alpha2 } of stateCodes()) {
      expect(stateName(alpha2, 'ru')).not.toBe(alpha2);
      expect(stateName(alpha2, 'en')).not.toBe(alpha2);
    }
  });
});
