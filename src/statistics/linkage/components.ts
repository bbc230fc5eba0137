import { CERTAIN } from './agglomerate.ts';
import type { ComparedPairs } from './compare-pairs.ts';
import { FIRM } from './model.ts';
import type { PairColumns } from './pair-list.ts';
import type { Part } from './part.ts';
import { sharedIntegers } from './shared.ts';
import { UnionFind } from './union-find.ts';

/** A component of more slips than this is no person; its weak pairs are let go until it falls apart. */
const LARGEST_COMPONENT = 300;
const TIGHTENING_BITS = 4;
const TIGHTEST_BITS = 60;

/** Slips to be joined to components. */
export interface Joining {
  readonly pairs: PairColumns;
  readonly cutOff: number;
  /** Parents of the slips in the sets that are joined: at first those that firm pairs link. */
  readonly parents: Int32Array;
  /** Room for what comes out: of every slip the smallest one of its component. */
  readonly roots: Int32Array;
}

/**
 * A thread's part of joining slips by pairs from the cut-off on, directly or through others.
 *
 * @returns slips in the largest component whose smallest slip fell to this part
 */
export function joinPart({ pairs: { a, b, weight }, cutOff, parents, roots }: Joining, part: Part): number {
  const sets = new UnionFind(parents.length, parents);
  const [from, to] = part.share(a.length);
  for (let at = from; at < to; at++) {
    // Firm pairs are joined already, but for those that were judged.
    const bits = weight[at] as number;
    if (bits >= cutOff && (bits < cutOff + FIRM || bits >= CERTAIN)) sets.union(a[at] as number, b[at] as number);
  }
  part.meet();
  const own = part.share(roots.length);
  setRoots(sets, roots, own);
  part.meet();
  return sizesOf(roots, own).reduce((largest, size) => Math.max(largest, size), 0);
}

/** Of every slip the smallest one of its component; oversized components are joined again by their strong pairs alone. */
export async function joinComponents(
  { pairs, linked }: Pick<ComparedPairs, 'pairs' | 'linked'>,
  cutOff: number,
  join: (joining: Joining) => Promise<number[]>,
): Promise<Int32Array> {
  const roots = sharedIntegers(linked.parents.length);
  const sizes = await join({ pairs: pairs.columns, cutOff, parents: linked.copy().parents, roots });
  return Math.max(...sizes) > LARGEST_COMPONENT ? tightened(roots, pairs.columns, cutOff) : roots;
}

function tightened(joined: Int32Array, { a, b, weight }: PairColumns, cutOff: number): Int32Array {
  const all = [0, joined.length] as const;
  let roots = joined;
  for (let bits = TIGHTENING_BITS; bits <= TIGHTEST_BITS; bits += TIGHTENING_BITS) {
    const sizes = sizesOf(roots, all);
    if (!sizes.some(size => size > LARGEST_COMPONENT)) return roots;
    const sets = new UnionFind(roots.length);
    for (let at = 0; at < a.length; at++) {
      const root = roots[a[at] as number] as number;
      const least = (sizes[root] as number) > LARGEST_COMPONENT ? cutOff + bits : cutOff;
      if ((weight[at] as number) >= least && root === roots[b[at] as number])
        sets.union(a[at] as number, b[at] as number);
    }
    roots = sharedIntegers(roots.length);
    setRoots(sets, roots, all);
  }
  return roots;
}

/** Sets the roots of slips, from one up to another. */
function setRoots(sets: UnionFind, roots: Int32Array, [from, to]: readonly [number, number]): void {
  for (let slip = from; slip < to; slip++) roots[slip] = slip;
  const own = roots.subarray(from, to);
  sets.findAll(own, own);
}

/** The sizes of the components whose roots lie from one slip up to another, one place for each of these. */
function sizesOf(roots: Int32Array, [from, to]: readonly [number, number]): Int32Array {
  const sizes = new Int32Array(to - from);
  for (let slip = from; slip < roots.length; slip++) {
    const root = roots[slip] as number;
    if (root >= from && root < to) sizes[root - from] = (sizes[root - from] as number) + 1;
  }
  return sizes;
}
