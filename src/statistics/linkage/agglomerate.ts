import { findBridges, type Pair } from './bridges.ts';

/** Slips of a component with the evidence between each two of them. */
export interface Evidence {
  /** Ascending. */
  readonly members: ArrayLike<number>;
  /** Weight in bits of the members at places x < y, at x × size + y; the rest, of which there may be more, is not looked at. */
  readonly weight: Float32Array;
  /** Bits there, at most 0, that what a person keeps for life (given name, patronymic, birth date) takes from the weight by disagreeing. */
  readonly contrary: Float32Array;
}

export interface Split {
  /** Members of each person, smallest first. */
  readonly clusters: readonly (readonly number[])[];
  /** Pairs whose loss would cut a person in two parts of two slips or more. */
  readonly bridges: readonly (readonly [number, number])[];
}

/** One pair's evidence counts up to this many bits either way, so that a shared document cannot outvote everything else. */
const LOUDEST = 25;
/** From here down a pair is forbidden outright, from `CERTAIN` up joined whatever its company says: a reviewer's judgements. */
export const FORBIDDEN = -1000;
export const CERTAIN = 1000;

/**
 * Splits a component where its evidence contradicts itself: from single slips on, the strongest pair first, two clusters become one if
 * the mean evidence between their members reaches the cut-off. Every pair of the component must be given.
 *
 *   mean(weight) + (min(size, size′) − 1) · mean(contrary) ≥ cut-off
 *
 * The second term: one slip may err in a birth date, but where several slips of one cluster have one date and several of the other
 * another, the same error would have had to happen again and again.
 *
 * Greedy correlation clustering; deterministic (ties by slip number). Cost grows with the cube of the component's size at worst.
 */
export function agglomerate(evidence: Evidence, cutOff: number): Split {
  const { members } = evidence;
  const strongest = strongestPairs(evidence, cutOff);
  const clusterOf = Array.from(members, (_, place) => [place]);
  for (const pair of strongest) {
    const [x, y] = [Math.floor(pair / members.length), pair % members.length];
    const [left, right] = [clusterOf[x] as number[], clusterOf[y] as number[]];
    if (left === right || !agree(left, right, evidence, cutOff)) continue;
    left.push(...right);
    for (const place of right) clusterOf[place] = left;
  }
  const clusters: number[][] = [];
  const bridges: [number, number][] = [];
  const memberAt = (place: number): number => members[place] as number;
  for (const [place, cluster] of clusterOf.entries()) {
    cluster.sort((x, y) => x - y);
    if (cluster[0] !== place) continue;
    clusters.push(cluster.map(memberAt));
    for (const [x, y] of bridgesOf(cluster, strongest, members.length)) bridges.push([memberAt(x), memberAt(y)]);
  }
  return { clusters, bridges };
}

/** The pairs from the cut-off on, strongest first, as x × size + y. */
function strongestPairs({ members, weight }: Evidence, cutOff: number): number[] {
  const strong: number[] = [];
  for (let x = 0; x < members.length; x++) {
    for (let y = x + 1; y < members.length; y++) {
      const pair = x * members.length + y;
      if ((weight[pair] as number) >= cutOff) strong.push(pair);
    }
  }
  return strong.sort((p, q) => (weight[q] as number) - (weight[p] as number) || p - q);
}

/** Bits above the cut-off, no louder than a pair may be; `FORBIDDEN` and `CERTAIN` stay. */
function loudness(weight: number, cutOff: number): number {
  if (weight <= FORBIDDEN) return FORBIDDEN;
  if (weight >= CERTAIN) return CERTAIN;
  return Math.fround(Math.max(-LOUDEST, Math.min(LOUDEST, weight - cutOff)));
}

function agree(
  left: readonly number[],
  right: readonly number[],
  { members, weight, contrary }: Evidence,
  cutOff: number,
): boolean {
  let bits = 0;
  let against = 0;
  let certain = false;
  for (const x of left) {
    for (const y of right) {
      const pair = Math.min(x, y) * members.length + Math.max(x, y);
      const loud = loudness(weight[pair] as number, cutOff);
      if (loud <= FORBIDDEN) return false;
      if (loud >= CERTAIN) certain = true;
      bits += loud;
      against += contrary[pair] as number;
    }
  }
  return certain || bits + (Math.min(left.length, right.length) - 1) * against >= 0;
}

/** The pairs on which a cluster hangs; all are given by places. */
function bridgesOf(cluster: readonly number[], strongest: readonly number[], size: number): readonly Pair[] {
  if (cluster.length < 4) return [];
  const inside = new Set(cluster);
  const held = strongest
    .map((pair): Pair => [Math.floor(pair / size), pair % size])
    .filter(([x, y]) => inside.has(x) && inside.has(y));
  return findBridges(held);
}
