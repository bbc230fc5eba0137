import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapman, correctedMatches, coverageShare } from './dual-system.ts';
import { randomNumbers } from './fixtures/random-numbers.ts';

describe('two lists of one population', () => {
  it.each([
    // Turtles: 10 marked, 15 caught later, 5 of them marked. Wikipedia, "Mark and recapture": Chapman's estimate 28.3.
    { n1: 10, n2: 15, m: 5, value: 28.33 },
    // The example of the R package recapr (`NChapman(n1=100, n2=100, m2=20)`): 101² / 21 − 1.
    { n1: 100, n2: 100, m: 20, value: 484.76 },
    // Nobody on both lists: (n1+1)(n2+1) − 1.
    { n1: 3, n2: 4, m: 0, value: 19 },
    // Lists that are the same have seen everybody.
    { n1: 50, n2: 50, m: 50, value: 50 },
    // A list inside the other one adds nobody.
    { n1: 80, n2: 30, m: 30, value: 80 },
  ])('$n1 and $n2 with $m on both make $value by Chapman', ({ n1, n2, m, value }) => {
    expect(chapman(n1, n2, m)?.value).toBeCloseTo(value, 2);
    expect(chapman(n2, n1, m)).toEqual(chapman(n1, n2, m));
  });

  it('have an interval around the estimate that never falls below those seen, and narrows with the lists', () => {
    fc.assert(
      fc.property(lists, ({ n1, n2, m }) => {
        const found = chapman(n1, n2, m)!;
        expect(found.low95).toBeLessThanOrEqual(found.value);
        expect(found.high95).toBeGreaterThanOrEqual(found.value);
        expect(found.low95).toBeGreaterThanOrEqual(n1 + n2 - m - 1e-9);
      }),
    );
    const width = (times: number) => {
      const { value, low95, high95 } = chapman(60 * times, 50 * times, 30 * times)!;
      return (high95 - low95) / value;
    };
    expect([1, 10, 100].map(width)).toEqual([width(1), width(10), width(100)].toSorted((x, y) => y - x));
  });

  it('leave the truth open where a short list is wholly on the other one', () => {
    expect(chapman(15, 11, 11)).toEqual({
      value: 15,
      low95: 15,
      high95: Math.ceil(15 / coverageShare(11, 11)!.low95),
    });
    expect(chapman(1500, 1100, 1100)?.high95).toBeLessThan(1507);
    const random = randomNumbers(2);
    let held = 0;
    const worlds = 600;
    for (let world = 0; world < worlds; world++) {
      let [first, second, both] = [0, 0, 0];
      for (let person = 0; person < 12; person++) {
        const seen = [random() < 0.9, random() < 0.7];
        first += Number(seen[0]);
        second += Number(seen[1]);
        both += Number(seen[0] && seen[1]);
      }
      const found = chapman(first, second, both);
      held += Number(found !== null && found.low95 <= 12 && 12 <= found.high95);
    }
    expect(held / worlds).toBeGreaterThan(0.9);
  });

  it('have an interval that holds the truth in about 95 of 100 worlds', () => {
    const random = randomNumbers(1);
    const worlds = 600;
    const size = 400;
    let held = 0;
    for (let world = 0; world < worlds; world++) {
      const seen: [number, number, number] = [0, 0, 0];
      for (let person = 0; person < size; person++) {
        const [first, second] = [random() < 0.6, random() < 0.5];
        seen[0] += Number(first);
        seen[1] += Number(second);
        seen[2] += Number(first && second);
      }
      const { low95, high95 } = chapman(...seen)!;
      held += Number(low95 <= size && size <= high95);
    }
    expect(held / worlds).toBeGreaterThan(0.92);
    expect(held / worlds).toBeLessThan(0.98);
  });

  it('tell nothing where one of them is empty, or where more are on both than on one', () => {
    expect([chapman(0, 5, 0), chapman(5, 0, 0), chapman(5, 4, 4.5)]).toEqual([null, null, null]);
  });
});

describe('the share of a list that another one has', () => {
  // Newcombe 1998 (Statistics in Medicine 17, 857-872), table I, method 3: the score interval without continuity correction.
  it.each([
    { m: 81, n: 263, low95: 0.2553, high95: 0.3662 },
    { m: 15, n: 148, low95: 0.0624, high95: 0.1605 },
    { m: 0, n: 20, low95: 0, high95: 0.1611 },
    { m: 1, n: 29, low95: 0.0061, high95: 0.1718 },
    { m: 29, n: 29, low95: 0.883, high95: 1 },
  ])('$m of $n lies between $low95 and $high95', ({ m, n, low95, high95 }) => {
    const found = coverageShare(m, n)!;
    expect(found.value).toBe(m / n);
    expect(found.low95).toBeCloseTo(low95, 4);
    expect(found.high95).toBeCloseTo(high95, 4);
  });

  it('is unknown where the other list is empty', () => {
    expect(coverageShare(0, 0)).toBeNull();
  });
});

describe('matches corrected for errors of the linkage', () => {
  it('are the matches where nothing is missed and nothing is wrong', () => {
    expect(correctedMatches(40, [50, 60], { precision: 1, recall: 1 })).toBe(40);
  });

  it('are more where links were missed, fewer where links are wrong', () => {
    expect(correctedMatches(40, [50, 60], { precision: 1, recall: 0.8 })).toBe(50);
    expect(correctedMatches(40, [50, 60], { precision: 0.9, recall: 1 })).toBe(36);
  });

  it('are never more than the shorter list', () => {
    expect(correctedMatches(40, [60, 45], { precision: 1, recall: 0.5 })).toBe(45);
  });

  it('are none where there are none, even if the linkage found no link at all', () => {
    expect(correctedMatches(0, [3, 4], { precision: 1, recall: 0 })).toBe(0);
  });
});

const lists = fc
  .record({
    n1: fc.integer({ min: 1, max: 5000 }),
    n2: fc.integer({ min: 1, max: 5000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ n1, n2, share }) => ({ n1, n2, m: Math.floor(share * Math.min(n1, n2)) }));
