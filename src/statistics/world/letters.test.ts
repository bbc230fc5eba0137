import { describe, expect, it } from 'vitest';
import { belarusian, romanian, ukrainian } from './letters.ts';

describe('a Russian name in the letters of a neighbour', () => {
  it.each([
    ['Козлов', 'Казлоў', 'Козлов', 'Cozlov'],
    ['Соловьёв', 'Салаўёў', 'Соловйов', 'Soloviov'],
    ['Тимофеев', 'Цімафееў', 'Тимофеев', 'Timofeev'],
    ['Юдин', 'Юдзін', 'Юдін', 'Iudin'],
    ['Кузнецов', 'Кузнецаў', 'Кузнецов', 'Cuznețov'],
  ])('%s', (russian, inBelarusian, inUkrainian, inRomanian) => {
    expect([belarusian(russian), ukrainian(russian), romanian(russian)]).toEqual([
      inBelarusian,
      inUkrainian,
      inRomanian,
    ]);
  });
});
