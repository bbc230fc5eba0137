import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateM, estimateU, type Pattern } from './expectation-maximisation.ts';

const TRUE_M = [
  [0.8, 0.15, 0.05],
  [0.7, 0.3],
  [0.9, 0.1],
  [0.6, 0.25, 0.15],
];
const TRUE_U = [
  [0.01, 0.04, 0.95],
  [0.02, 0.98],
  [0.1, 0.9],
  [0.001, 0.009, 0.99],
];
const WRONG_M = [
  [0.5, 0.3, 0.2],
  [0.9, 0.1],
  [0.6, 0.4],
  [0.4, 0.3, 0.3],
];
const NONE_FORCED = new Set<number>();

describe('m by expectation-maximisation', () => {
  it('comes out as the patterns were made, from a wrong start', () => {
    const patterns = expectedPatterns(200_000, 0.2);
    const { m, matches } = estimateM(patterns, { m: WRONG_M, u: TRUE_U, forced: NONE_FORCED });
    expect(distance(m, TRUE_M)).toBeLessThan(0.005);
    expect(matches / 200_000).toBeCloseTo(0.2, 2);
  });

  it('comes out alike whether a tenth or nine tenths of the pairs are of one person', () => {
    for (const share of [0.1, 0.9]) {
      const patterns = expectedPatterns(200_000, share);
      const { m } = estimateM(patterns, { m: WRONG_M, u: TRUE_U, forced: NONE_FORCED });
      expect(distance(m, TRUE_M)).toBeLessThan(0.01);
    }
  });

  it('stays near the start where the pairs are few, and is the start where there are none', () => {
    const start = { m: WRONG_M, u: TRUE_U, forced: NONE_FORCED };
    expect(distance(estimateM(expectedPatterns(6, 0.5), start).m, WRONG_M)).toBeLessThan(3 / 33);
    expect(estimateM([], start)).toEqual({ m: WRONG_M, taught: [0, 0, 0, 0], matches: 0, rounds: 0 });
  });

  it('leaves what the rule forces as it was, and says that nothing taught it', () => {
    const forced = new Set([0, 3]);
    const { m, taught } = estimateM(expectedPatterns(200_000, 0.2), { m: WRONG_M, u: TRUE_U, forced });
    expect([m[0], m[3]]).toEqual([WRONG_M[0], WRONG_M[3]]);
    expect([taught[0], taught[3]]).toEqual([0, 0]);
    expect(distance([m[1]!, m[2]!], [TRUE_M[1]!, TRUE_M[2]!])).toBeLessThan(0.02);
  });

  it('is taught by pairs with something to compare only', () => {
    const patterns = expectedPatterns(200_000, 0.2).map(({ levels, count }) => ({
      levels: [-1, ...levels.slice(1)],
      count,
    }));
    const { m, taught, matches } = estimateM(patterns, { m: WRONG_M, u: TRUE_U, forced: NONE_FORCED });
    expect(taught[0]).toBe(0);
    expect(distance([m[0]!], [WRONG_M[0]!])).toBeLessThan(1e-9);
    expect(taught[1]).toBeCloseTo(matches, 3);
  });
});

describe('u from random pairs', () => {
  it('comes out as the patterns were made, the few pairs of one person notwithstanding', () => {
    const wrong = [
      [0.1, 0.1, 0.8],
      [0.3, 0.7],
      [0.3, 0.7],
      [0.1, 0.1, 0.8],
    ];
    const patterns = expectedPatterns(300_000, 0.001);
    const u = estimateU(patterns, { m: TRUE_M, u: wrong, share: 0.001 });
    expect(distance(u, TRUE_U)).toBeLessThan(0.003);
    const misled = estimateU(patterns, { m: TRUE_M, u: wrong, share: 1e-12 });
    expect(u[3]![0]).toBeLessThan(misled[3]![0]!);
  });

  it('is the start where there are no pairs', () => {
    expect(distance(estimateU([], { m: TRUE_M, u: TRUE_U, share: 0.001 }), TRUE_U)).toBeLessThan(1e-12);
  });
});

const pattern = fc.record({
  levels: fc.tuple(
    fc.integer({ min: -1, max: 2 }),
    fc.integer({ min: -1, max: 1 }),
    fc.integer({ min: -1, max: 1 }),
    fc.integer({ min: -1, max: 2 }),
  ),
  count: fc.integer({ min: 1, max: 100_000 }),
});

describe('what is learned from any patterns', () => {
  it('are shares between 0 and 1 that sum to 1', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 30 }), patterns => {
        const { m } = estimateM(patterns, { m: WRONG_M, u: TRUE_U, forced: new Set([1]) });
        const u = estimateU(patterns, { m: WRONG_M, u: TRUE_U, share: 0.01 });
        for (const levels of [...m, ...u]) {
          expect(levels.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
          for (const share of levels) expect(share > 0 && share < 1).toBe(true);
        }
      }),
    );
  });

  it('does not hang on the order of the patterns beyond rounding', () => {
    const patterns = expectedPatterns(10_000, 0.3);
    const start = { m: WRONG_M, u: TRUE_U, forced: NONE_FORCED };
    expect(distance(estimateM(patterns.toReversed(), start).m, estimateM(patterns, start).m)).toBeLessThan(1e-9);
  });
});

/** Every pattern with the number of pairs that the true chances give it. */
function expectedPatterns(pairs: number, share: number): Pattern[] {
  const all = TRUE_M.reduce<number[][]>(
    (found, levels) => found.flatMap(before => levels.map((_, level) => [...before, level])),
    [[]],
  );
  const product = (chances: readonly (readonly number[])[], levels: readonly number[]) =>
    levels.reduce((found, level, place) => found * chances[place]![level]!, 1);
  return all.map(levels => ({
    levels,
    count: pairs * (share * product(TRUE_M, levels) + (1 - share) * product(TRUE_U, levels)),
  }));
}

/** The greatest difference between two sets of shares. */
function distance(found: readonly (readonly number[])[], expected: readonly (readonly number[])[]): number {
  return Math.max(
    ...found.flatMap((levels, place) => levels.map((share, level) => Math.abs(share - expected[place]![level]!))),
  );
}
