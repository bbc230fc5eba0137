import type { Engine } from '../../engine/engine.ts';
import { FIRM } from './model.ts';
import { UnionFind } from './union-find.ts';

/** Positive pairs as parallel columns, in no order. */
export interface Edges {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float32Array;
  /** Of every slip the first one that is written just like it (`same_writing`), itself if none is. */
  readonly writing: Int32Array;
}

/** Slips joined by positive pairs, directly or through others: the smallest slip of each one's component. */
export interface Components {
  readonly root: Int32Array;
  /** Roots of components in which some two writings are not joined directly and firmly: there a chain or two namesakes may hide. */
  readonly doubted: Set<number>;
}

/** A component of more slips than this is no person; its weak pairs are let go until it falls apart. */
const LARGEST_COMPONENT = 300;
const TIGHTENING_BITS = 4;
const TIGHTEST_BITS = 60;

/** The pairs of the table `pair` from a weight on. */
export async function readEdges(engine: Engine, slips: number, where: string): Promise<Edges> {
  const { edges } = await engine.row<{ edges: number }>(`select count(*) as edges from pair where ${where}`);
  const a = new Int32Array(edges);
  const b = new Int32Array(edges);
  const weight = new Float32Array(edges);
  let filled = 0;
  for await (const [as, bs, weights] of engine.chunks(`select a, b, weight from pair where ${where}`)) {
    const rows = as?.length ?? 0;
    for (let row = 0; row < rows; row++, filled++) {
      a[filled] = as?.[row] as number;
      b[filled] = bs?.[row] as number;
      weight[filled] = weights?.[row] as number;
    }
  }
  return { a, b, weight, writing: await readWritings(engine, slips) };
}

async function readWritings(engine: Engine, slips: number): Promise<Int32Array> {
  const writing = new Int32Array(slips).map((_, slip) => slip);
  for await (const [ns, firsts] of engine.chunks('select n, first from same_writing')) {
    for (let row = 0; row < (ns?.length ?? 0); row++) writing[ns?.[row] as number] = firsts?.[row] as number;
  }
  return writing;
}

/** Union-find over the edges; oversized components are joined again by their strong pairs alone. */
export function joinComponents(slips: number, edges: Edges, cutOff: number): Components {
  let sets = joined(slips, edges, () => true);
  let sizes = sizesOf(slips, sets);
  for (
    let bits = TIGHTENING_BITS;
    bits <= TIGHTEST_BITS && sizes.some(size => size > LARGEST_COMPONENT);
    bits += TIGHTENING_BITS
  ) {
    const [wide, wideSizes] = [sets, sizes];
    sets = joined(slips, edges, edge => {
      const large = (wideSizes[wide.find(edges.a[edge] as number)] as number) > LARGEST_COMPONENT;
      return (
        wide.find(edges.a[edge] as number) === wide.find(edges.b[edge] as number) &&
        (!large || (edges.weight[edge] as number) >= cutOff + bits)
      );
    });
    sizes = sizesOf(slips, sets);
  }
  return { root: rootsOf(slips, sets), doubted: doubtedOf(edges, sets, cutOff) };
}

function joined(slips: number, edges: Edges, admits: (edge: number) => boolean): UnionFind {
  const sets = new UnionFind(slips);
  for (let edge = 0; edge < edges.a.length; edge++) {
    if (admits(edge)) sets.union(edges.a[edge] as number, edges.b[edge] as number);
  }
  return sets;
}

function rootsOf(slips: number, sets: UnionFind): Int32Array {
  const root = new Int32Array(slips);
  for (let slip = 0; slip < slips; slip++) root[slip] = sets.find(slip);
  return root;
}

function sizesOf(slips: number, sets: UnionFind): Int32Array {
  const sizes = new Int32Array(slips);
  for (let slip = 0; slip < slips; slip++) {
    const root = sets.find(slip);
    sizes[root] = (sizes[root] as number) + 1;
  }
  return sizes;
}

function doubtedOf(edges: Edges, sets: UnionFind, cutOff: number): Set<number> {
  const writings = new Int32Array(edges.writing.length);
  for (const [slip, first] of edges.writing.entries()) {
    if (slip === first) writings[sets.find(slip)] = (writings[sets.find(slip)] as number) + 1;
  }
  const firm = firmWritings(edges, sets, cutOff);
  const doubted = new Set<number>();
  for (const [root, count] of writings.entries()) {
    if (count > 1 && (firm[root] as number) < (count * (count - 1)) / 2) doubted.add(root);
  }
  return doubted;
}

/** How many different pairs of writings are joined firmly, by root. */
function firmWritings(edges: Edges, sets: UnionFind, cutOff: number): Int32Array {
  const slips = edges.writing.length;
  const pairs = new Float64Array(edges.a.length);
  let found = 0;
  for (let edge = 0; edge < edges.a.length; edge++) {
    const a = edges.writing[edges.a[edge] as number] as number;
    const b = edges.writing[edges.b[edge] as number] as number;
    if (a !== b && (edges.weight[edge] as number) >= cutOff + FIRM)
      pairs[found++] = Math.min(a, b) * slips + Math.max(a, b);
  }
  const firm = new Int32Array(slips);
  const ordered = pairs.subarray(0, found).sort();
  for (const [at, pair] of ordered.entries()) {
    if (pair === ordered[at - 1]) continue;
    const root = sets.find(Math.floor(pair / slips));
    if (root === sets.find(pair % slips)) firm[root] = (firm[root] as number) + 1;
  }
  return firm;
}
