import { CERTAIN } from './agglomerate.ts';
import type { ComparedPairs } from './compare-pairs.ts';
import { FIRM } from './model.ts';
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
export function joinComponents({ pairs, linked }: Pick<ComparedPairs, 'pairs' | 'linked'>, cutOff: number): Int32Array {
  const { a, b, weight } = pairs.columns;
  const slips = linked.parents.length;
  const sets = linked.copy();
  for (let at = 0; at < a.length; at++) {
    // Firm pairs are joined already, but for those that were judged.
    const bits = weight[at] as number;
    if (bits >= cutOff && (bits < cutOff + FIRM || bits >= CERTAIN)) sets.union(a[at] as number, b[at] as number);
  }
  let roots = rootsOf(sets);
  for (let bits = TIGHTENING_BITS; bits <= TIGHTEST_BITS; bits += TIGHTENING_BITS) {
    const sizes = sizesOf(roots);
    if (!sizes.some(size => size > LARGEST_COMPONENT)) return roots;
    const tightened = new UnionFind(slips);
    for (let at = 0; at < a.length; at++) {
      const root = roots[a[at] as number] as number;
      const least = (sizes[root] as number) > LARGEST_COMPONENT ? cutOff + bits : cutOff;
      if ((weight[at] as number) >= least && root === roots[b[at] as number])
        tightened.union(a[at] as number, b[at] as number);
    }
    roots = rootsOf(tightened);
  }
  return roots;
}

function rootsOf(sets: UnionFind): Int32Array {
  const roots = sharedIntegers(sets.parents.length);
  for (let slip = 0; slip < roots.length; slip++) roots[slip] = slip;
  sets.findAll(roots, roots);
  return roots;
}

function sizesOf(roots: Int32Array): Int32Array {
  const sizes = new Int32Array(roots.length);
  for (let slip = 0; slip < roots.length; slip++) {
    const root = roots[slip] as number;
    sizes[root] = (sizes[root] as number) + 1;
  }
  return sizes;
}
