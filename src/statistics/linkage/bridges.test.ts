import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBridges, type Pair } from './bridges.ts';

describe('bridges', () => {
  it('are the pairs without which the slips fall into parts of two and more', () => {
    fc.assert(
      fc.property(connectedPairs, pairs => {
        expect(findBridges(pairs)).toEqual(pairs.filter(pair => cuts(pair, pairs)));
      }),
      { numRuns: 300 },
    );
  });

  it('are found in a component of three hundred slips with a third of all pairs as in a small one', () => {
    const group = 150;
    const halves = [0, group].flatMap(start => near(group, 50).map(([x, y]): Pair => [start + x, start + y]));
    expect(findBridges([...halves, [3, 200]])).toEqual([[3, 200]]);
    expect(findBridges([...halves, [3, 200], [4, 201]])).toEqual([]);
  });
});

const SLIPS = 12;

/** Pairs in any order that hold some slips together: each slip with an earlier one, and some others. */
const connectedPairs: fc.Arbitrary<Pair[]> = fc
  .tuple(
    fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: SLIPS - 1 }),
    fc.array(fc.tuple(fc.nat(SLIPS - 1), fc.nat(SLIPS - 1)), { maxLength: 5 }),
  )
  .chain(([places, others]) => {
    const tree = places.map((place, at): Pair => [Math.floor(place * (at + 1)), at + 1]);
    const more = others.filter(([x, y]) => x < y && y <= places.length);
    const pairs = new Map([...tree, ...more].map((pair): [string, Pair] => [pair.join(' '), pair]));
    return fc.shuffledSubarray([...pairs.values()], { minLength: pairs.size });
  });

/** The same by trying: what is reached without the pair. */
function cuts(bridge: Pair, pairs: readonly Pair[]): boolean {
  const all = new Set(pairs.flat());
  const reached = new Set([bridge[0]]);
  for (const at of reached)
    for (const pair of pairs) if (pair !== bridge && pair.includes(at)) for (const slip of pair) reached.add(slip);
  return !reached.has(bridge[1]) && reached.size >= 2 && all.size - reached.size >= 2;
}

/** Pairs of so many slips in a row that lie close to each other. */
function near(slips: number, reach: number): Pair[] {
  return Array.from({ length: slips }, (_, x) => x).flatMap(x =>
    Array.from({ length: Math.min(reach, slips - 1 - x) }, (_, at): Pair => [x, x + at + 1]),
  );
}
