import type { PairList } from './pair-list.ts';
import { sharedIntegers } from './shared.ts';
import { UnionFind } from './union-find.ts';

/** A component of more slips than this is no person; its weak pairs are let go until it falls apart. */
const LARGEST_COMPONENT = 300;
const TIGHTENING_BITS = 4;
const TIGHTEST_BITS = 60;

/**
 * Of every slip the smallest one of its component, slips joined by pairs from the cut-off on, directly or through others; oversized
 * components are joined again by their strong pairs alone.
 */
export function joinComponents(slips: number, pairs: PairList, cutOff: number): Int32Array {
  let sets = joined(slips, pairs, at => pairs.weight(at) >= cutOff);
  let sizes = sizesOf(slips, sets);
  for (
    let bits = TIGHTENING_BITS;
    bits <= TIGHTEST_BITS && sizes.some(size => size > LARGEST_COMPONENT);
    bits += TIGHTENING_BITS
  ) {
    const [wide, wideSizes] = [sets, sizes];
    sets = joined(slips, pairs, at => {
      const root = wide.find(pairs.a(at));
      const least = (wideSizes[root] as number) > LARGEST_COMPONENT ? cutOff + bits : cutOff;
      return pairs.weight(at) >= least && root === wide.find(pairs.b(at));
    });
    sizes = sizesOf(slips, sets);
  }
  const roots = sharedIntegers(slips);
  for (let slip = 0; slip < slips; slip++) roots[slip] = sets.find(slip);
  return roots;
}

function joined(slips: number, pairs: PairList, admits: (at: number) => boolean): UnionFind {
  const sets = new UnionFind(slips);
  for (let at = 0; at < pairs.length; at++) if (admits(at)) sets.union(pairs.a(at), pairs.b(at));
  return sets;
}

function sizesOf(slips: number, sets: UnionFind): Int32Array {
  const sizes = new Int32Array(slips);
  for (let slip = 0; slip < slips; slip++) {
    const root = sets.find(slip);
    sizes[root] = (sizes[root] as number) + 1;
  }
  return sizes;
}
