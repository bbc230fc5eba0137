/** Two slips by their places in a component. */
export type Pair = readonly [x: number, y: number];

/**
 * The pairs whose loss would cut a cluster in two parts of two slips or more, in their order; the pairs hold the cluster together and
 * stand once each.
 *
 * One walk along the pairs: the one by which a slip was reached is such a pair where none behind it leads back to before it. Source:
 * Tarjan 1974.
 */
export function findBridges(pairs: readonly Pair[]): Pair[] {
  const ways = waysOf(pairs);
  const turns = new Map<number, number>();
  const bridges = new Set<Pair>();
  /** Walks on from a slip that was reached by a pair: how many slips lie there, and the earliest turn at which one met from there was met. */
  const walk = (at: number, reachedBy?: Pair): { slips: number; earliest: number } => {
    const turn = turns.size;
    turns.set(at, turn);
    let [slips, earliest] = [1, turn];
    for (const pair of ways.get(at) ?? []) {
      if (pair === reachedBy) continue;
      const next = pair[0] === at ? pair[1] : pair[0];
      const met = turns.get(next);
      const behind = met === undefined ? walk(next, pair) : { slips: 0, earliest: met };
      slips += behind.slips;
      earliest = Math.min(earliest, behind.earliest);
      if (behind.earliest > turn && behind.slips >= 2 && ways.size - behind.slips >= 2) bridges.add(pair);
    }
    return { slips, earliest };
  };
  const [first] = ways.keys();
  if (first !== undefined) walk(first);
  return pairs.filter(pair => bridges.has(pair));
}

/** Of each slip the pairs that it is in. */
function waysOf(pairs: readonly Pair[]): Map<number, Pair[]> {
  const ways = new Map<number, Pair[]>();
  for (const pair of pairs) {
    for (const slip of pair) {
      const known = ways.get(slip);
      if (known === undefined) ways.set(slip, [pair]);
      else known.push(pair);
    }
  }
  return ways;
}
