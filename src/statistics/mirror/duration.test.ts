import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { harmoniseReports, parseStays } from './compare/harmonised.ts';
import { DURATION_METHODS, type DurationMethod, durationMultiplier, harmonise, type MinimumStay } from './duration.ts';
import { emptyCell } from './mirror-table.ts';
import { findMinimumStay, findOfficeRule } from './offices.ts';

interface Case {
  name: string;
  stay: MinimumStay;
  method: DurationMethod;
  multiplier: number;
}

const cases = parse(readFileSync(new URL('./cases/duration.yaml', import.meta.url), 'utf8')) as Case[];

describe('a multiplier between minimum stays', () => {
  it.each(cases)('$name', ({ stay, method, multiplier }) => {
    expect(durationMultiplier(stay, method)).toBeCloseTo(multiplier, 3);
  });

  it('grows with the stay, and there and back changes nothing', () => {
    const months = fc.double({ min: 0, max: 12, noNaN: true });
    fc.assert(
      fc.property(months, months, fc.constantFrom(...DURATION_METHODS), (one, other, method) => {
        const [short, long] = one < other ? [one, other] : [other, one];
        expect(durationMultiplier(short, method)).toBeLessThanOrEqual(durationMultiplier(long, method) + 1e-12);
        expect(harmonise(harmonise(1000, one, other, method), other, one, method)).toBeCloseTo(1000, 6);
      }),
    );
  });

  it('is refused where no source gives one', () => {
    expect(() => durationMultiplier('permanent', 'exponential')).toThrow(/permanent/);
    expect(() => durationMultiplier(24, 'imem')).toThrow(/24/);
    expect(() => durationMultiplier(-1, 'poisson')).toThrow(/-1/);
  });
});

describe('the offices’ rules', () => {
  it('change with the year', () => {
    expect(findMinimumStay('RU', 2010)).toBe('permanent');
    expect(findMinimumStay('RU', 2011)).toBe(9);
    expect(findMinimumStay('SE', 2015)).toBe(12);
    expect(findOfficeRule('BY', 2011)?.basis).toBe('residence');
    expect(findOfficeRule('US', 2011)).toBeUndefined();
  });
});

describe('reports brought to 12 months', () => {
  const cell = {
    ...emptyCell({ origin: 'BY', destination: 'RU', year: 2012, firstYear: 2012 }),
    departures: 100,
    arrivals: 1000,
  };

  it('take the offices’ known minimum stays, or those given, and never without a range', () => {
    const known = harmoniseReports([cell], 'imem', new Map());
    expect(known).toMatchObject([{ office: 'RU', side: 'arrivals', minimum_stay: 9, estimate: 865 }]);
    expect(known[0]!.low).toBeLessThan(865.1);
    expect(known[0]!.high).toBeGreaterThan(900);
    const given = harmoniseReports([cell], 'expert', parseStays('BY=permanent, RU=6'));
    expect(given.map(({ office, estimate }) => [office, Math.round(estimate)])).toEqual([
      ['RU', 810],
      ['BY', 161],
    ]);
    expect(harmoniseReports([cell], 'exponential', parseStays('BY=permanent')).map(({ office }) => office)).toEqual([
      'RU',
    ]);
    expect(() => parseStays('RU=13,QQ=3')).toThrow(/RU=13.*QQ=3/);
  });
});
