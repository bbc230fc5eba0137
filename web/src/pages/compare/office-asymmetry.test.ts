import { expect, test } from 'vitest';
import type { MirrorCorridorYear } from '../../api/mirror.ts';
import { officesByAsymmetry } from './office-asymmetry.ts';
import { pairsBySize } from './pairs.ts';

const cell = (
  origin: string,
  destination: string,
  departures: number | null,
  arrivals: number | null,
): MirrorCorridorYear => ({
  ...{ origin, destination, departures, arrivals, year: 2011, first_year: 2011 },
  ...{ gap: null, asymmetry: null, ratio: null, departures_flags: '', arrivals_flags: '' },
});

test('an office is measured by what its partners count of the same flows, in both directions', () => {
  // By the note: Belstat 710 + 470 where Rosstat has 660 + 615.
  const offices = officesByAsymmetry([
    cell('RU', 'BY', 660, 710),
    cell('BY', 'RU', 470, 615),
    cell('BY', 'KZ', 5, null),
  ]);
  expect(offices.map(({ office, own, others }) => [office, own, others])).toEqual([
    ['BY', 1180, 1275],
    ['RU', 1275, 1180],
  ]);
  expect(offices[0]?.index).toBeCloseTo(-190 / 2455, 12);
  expect((offices[0]?.index ?? 0) + (offices[1]?.index ?? 0)).toBeCloseTo(0, 12);
  expect(officesByAsymmetry([cell('RU', 'BY', 0, 0)])).toEqual([]);
});

test('a pair shows the last year of which all four sides are known', () => {
  const year = (a: string, b: string, at: number, difference: number | null) => ({
    ...{ a, b, year: at, first_year: at, balance_a: null, balance_b: null, difference, balance_by_arrivals: null },
    parts: [null, null] as [null, null],
  });
  const comparison = {
    pairs: [year('BY', 'RU', 2010, -5), year('BY', 'RU', 2011, null), year('BY', 'KZ', 2011, null)],
    corridors: [cell('BY', 'KZ', 900, null), cell('BY', 'RU', 1, 1)],
  };
  const pairs = pairsBySize(comparison as unknown as Parameters<typeof pairsBySize>[0]);
  expect(pairs.map(({ a, b, latest }) => [a, b, latest.year])).toEqual([
    ['BY', 'RU', 2010],
    ['BY', 'KZ', 2011],
  ]);
});
