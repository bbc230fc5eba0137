import { CERTAIN } from './agglomerate.ts';
import { FIRM } from './model.ts';
import type { PairColumns, PairList } from './pair-list.ts';
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
  { pairs, linked }: { pairs: PairList; linked: UnionFind },
  cutOff: number,
  join: (joining: Joining) => Promise<number[]>,
): Promise<Int32Array> {
  const roots = sharedIntegers(linked.parents.length);
  const sizes = await join({ pairs: pairs.columns, cutOff, parents: linked.copy().parents, roots });
  if (Math.max(...sizes) > LARGEST_COMPONENT) tighten(roots, pairs.columns, cutOff);
  return roots;
}

function tighten(roots: Int32Array, { a, b, weight }: PairColumns, cutOff: number): void {
  const sizes = sizesOf(roots, [0, roots.length]);
  const isWithin = (at: number): boolean =>
    (sizes[roots[a[at] as number] as number] as number) > LARGEST_COMPONENT &&
    roots[a[at] as number] === roots[b[at] as number];
  let slips = numbersWhere(roots.length, slip => (sizes[roots[slip] as number] as number) > LARGEST_COMPONENT);
  let within = numbersWhere(a.length, isWithin);
  const sets = new UnionFind(roots.length);
  for (let bits = TIGHTENING_BITS; bits <= TIGHTEST_BITS && slips.length > 0; bits += TIGHTENING_BITS) {
    for (const slip of slips) {
      sets.parents[slip] = slip;
      sizes[slip] = 0;
    }
    for (const at of within) if ((weight[at] as number) >= cutOff + bits) sets.union(a[at] as number, b[at] as number);
    for (const slip of slips) {
      const root = sets.find(slip);
      roots[slip] = root;
      sizes[root] = (sizes[root] as number) + 1;
    }
    slips = slips.filter(slip => (sizes[roots[slip] as number] as number) > LARGEST_COMPONENT);
    within = within.filter(isWithin);
  }
}

function numbersWhere(count: number, holds: (number: number) => boolean): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < count; number++) if (holds(number)) numbers.push(number);
  return numbers;
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
