import { describe, expect, test } from 'vitest';
import type { Corridor, Coverage } from '../../api/types.ts';
import { highestOf, modelledOf } from './modelled.ts';

const YEARS = [
  { year: 2000, united: 100, arrivals_reported: 120, departures_reported: 90 },
  { year: 2001, united: 300, arrivals_reported: 310, departures_reported: 330 },
];

describe('the modelled flow', () => {
  test('is the same multiple of the united count in every year, and sums to the true flow', () => {
    const modelled = modelledOf(corridor({ true_flow: 500, true_low95: 480, true_high95: 520 }));
    expect(modelled).toEqual({ low: 1.2, middle: 1.25, high: 1.3 });
    const sum = YEARS.reduce((total, { united }) => total + united * (modelled?.middle ?? 0), 0);
    expect(sum).toBe(500);
  });

  test('is none where coverage was not measured', () => {
    expect(modelledOf(corridor({ true_flow: null, true_low95: null, true_high95: null }))).toBeUndefined();
    expect(modelledOf({ ...corridor({}), coverage: [] })).toBeUndefined();
    expect(modelledOf({ ...corridor({}), years: [] })).toBeUndefined();
  });

  test('has its band within the scale', () => {
    expect(highestOf(YEARS, undefined)).toBe(330);
    expect(highestOf(YEARS, { low: 1, middle: 1.2, high: 1.5 })).toBe(450);
    expect(highestOf([], undefined)).toBe(0);
  });
});

function corridor(row: Partial<Coverage>): Corridor {
  const coverage: Coverage = {
    ...{ office: 'BY', side: 'arrivals', origin: 'RU', destination: 'BY', own: 1, other: 1, matched: 1 },
    ...{ genuine: 1, genuine_low95: 0.9, genuine_high95: 1 },
    ...{ coverage: 0.9, low95: 0.8, high95: 1, true_flow: 400, true_low95: 400, true_high95: 400 },
    ...row,
  };
  return {
    ...{ vintage: 1, rounded_to: null, kinds: {}, origin: 'RU', destination: 'BY', causes: [], opposite: [] },
    years: YEARS,
    coverage: [coverage],
    balance: { united: 0, by_arrivals: 0, by_origin_office: 0, by_destination_office: 0 },
  };
}
