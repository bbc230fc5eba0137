/** A weighed pair inside one component. */
export interface InnerPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export interface Split {
  /** Members of each person, smallest first. */
  readonly clusters: readonly (readonly number[])[];
  /** Pairs whose loss would cut a person in two parts of two slips or more. */
  readonly bridges: readonly InnerPair[];
}

/** One pair's evidence counts up to this many bits either way, so that a shared document cannot outvote everything else. */
const LOUDEST = 25;
/** From here down a pair is forbidden outright (a reviewer's judgement). */
export const FORBIDDEN = -1000;

/**
 * Splits a component where its evidence contradicts itself: from single slips on, the strongest pair first, two clusters become one if
 * the evidence between all their members, for and against, adds up to at least the cut-off. Every pair of the component must be given.
 *
 * Greedy correlation clustering; deterministic (ties by slip number). Cost grows with the cube of the component's size at worst.
 */
export function agglomerate(pairs: readonly InnerPair[], cutOff: number): Split {
  const clusterOf = new Map<number, number[]>();
  const weights = new Map<string, number>();
  for (const { a, b, weight } of pairs) {
    weights.set(`${a} ${b}`, weight);
    for (const member of [a, b]) if (!clusterOf.has(member)) clusterOf.set(member, [member]);
  }
  const strongest = [...pairs]
    .filter(({ weight }) => weight >= cutOff)
    .sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  for (const { a, b } of strongest) {
    const left = clusterOf.get(a) ?? [];
    const right = clusterOf.get(b) ?? [];
    if (left === right || !agree(left, right, weights, cutOff)) continue;
    left.push(...right);
    for (const member of right) clusterOf.set(member, left);
  }
  const clusters = [...new Set(clusterOf.values())].map(members => members.sort((x, y) => x - y));
  return { clusters, bridges: clusters.flatMap(members => bridgesOf(members, strongest)) };
}

function agree(
  left: readonly number[],
  right: readonly number[],
  weights: ReadonlyMap<string, number>,
  cutOff: number,
): boolean {
  let sum = 0;
  for (const x of left) {
    for (const y of right) {
      const weight = weights.get(x < y ? `${x} ${y}` : `${y} ${x}`) ?? 0;
      if (weight <= FORBIDDEN) return false;
      sum += Math.max(-LOUDEST, Math.min(LOUDEST, weight - cutOff));
    }
  }
  return sum >= 0;
}

function bridgesOf(members: readonly number[], pairs: readonly InnerPair[]): InnerPair[] {
  if (members.length < 4) return [];
  const inside = new Set(members);
  const held = pairs.filter(({ a, b }) => inside.has(a) && inside.has(b));
  // A cluster with half of all its pairs hangs on none of them.
  return held.length > members.length ** 2 / 4 ? [] : held.filter(pair => cuts(pair, members, held));
}

function cuts(bridge: InnerPair, members: readonly number[], pairs: readonly InnerPair[]): boolean {
  const reached = new Set([bridge.a]);
  const ahead = [bridge.a];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const pair of pairs) {
      if (pair === bridge || (pair.a !== at && pair.b !== at)) continue;
      const next = pair.a === at ? pair.b : pair.a;
      if (!reached.has(next)) {
        reached.add(next);
        ahead.push(next);
      }
    }
  }
  return !reached.has(bridge.b) && reached.size >= 2 && members.length - reached.size >= 2;
}
