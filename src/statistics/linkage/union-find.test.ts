import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnionFind } from './union-find.ts';

const SIZE = 40;
const pairs = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 60 });

describe('disjoint sets', () => {
  it('hold together exactly what a chain of unions joins, under the smallest member', () => {
    fc.assert(
      fc.property(pairs, given => {
        expect(rootsOf(given)).toEqual(smallestReachable(given));
      }),
    );
  });

  it('come out the same in whatever order and direction the unions were made', () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given
          .map(([a, b]) => ({ pair: [b, a] as [number, number], key: keys.next().value }))
          .sort((x, y) => x.key - y.key)
          .map(({ pair }) => pair);
        expect(rootsOf(shuffled)).toEqual(rootsOf(given));
      }),
    );
  });

  it('bear a chain of a million without running out of stack', () => {
    const size = 1_000_000;
    const sets = new UnionFind(size);
    for (let member = size - 1; member > 0; member--) sets.union(member, member - 1);
    expect([sets.find(0), sets.find(size >> 1), sets.find(size - 1)]).toEqual([0, 0, 0]);
  });
});

function rootsOf(given: readonly (readonly [number, number])[]): number[] {
  const sets = new UnionFind(SIZE);
  for (const [a, b] of given) sets.union(a, b);
  return Array.from({ length: SIZE }, (_, member) => sets.find(member));
}

/** The same by letting the smallest label spread until nothing changes. */
function smallestReachable(given: readonly (readonly [number, number])[]): number[] {
  const label = Array.from({ length: SIZE }, (_, member) => member);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b] of given) {
      const least = Math.min(label[a]!, label[b]!);
      if (label[a] !== least || label[b] !== least) changed = true;
      label[a] = label[b] = least;
    }
  }
  return label;
}
