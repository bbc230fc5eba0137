/** A weighed pair inside one component. */
export interface InnerPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  /** Bits, at most 0, that what a person keeps for life (given name, patronymic, birth date) takes from the weight by disagreeing. */
  readonly contrary: number;
}

export interface Split {
  /** Members of each person, smallest first. */
  readonly clusters: readonly (readonly number[])[];
  /** Pairs whose loss would cut a person in two parts of two slips or more. */
  readonly bridges: readonly InnerPair[];
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
export function agglomerate(pairs: readonly InnerPair[], cutOff: number): Split {
  const members = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
  const evidence = evidenceOf(members, pairs, cutOff);
  const strongest = pairs
    .filter(({ weight }) => weight >= cutOff)
    .sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const clusterOf = members.map((_, place) => [place]);
  for (const pair of strongest) {
    const left = clusterOf[evidence.place.get(pair.a) ?? -1] ?? [];
    const right = clusterOf[evidence.place.get(pair.b) ?? -1] ?? [];
    if (left === right || !agree(left, right, evidence)) continue;
    left.push(...right);
    for (const place of right) clusterOf[place] = left;
  }
  const clusters = [...new Set(clusterOf)].map(places =>
    places.map(place => members[place] as number).sort((x, y) => x - y),
  );
  return { clusters, bridges: clusters.flatMap(cluster => bridgesOf(cluster, strongest)) };
}

/** The evidence of all pairs as square matrices over the places of the members. */
interface Evidence {
  readonly place: ReadonlyMap<number, number>;
  readonly size: number;
  /** Bits above the cut-off, no louder than a pair may be; `FORBIDDEN` and `CERTAIN` stay. */
  readonly weight: Float32Array;
  readonly contrary: Float32Array;
}

function evidenceOf(members: readonly number[], pairs: readonly InnerPair[], cutOff: number): Evidence {
  const size = members.length;
  const place = new Map(members.map((member, at) => [member, at]));
  const weight = new Float32Array(size * size);
  const contrary = new Float32Array(size * size);
  for (const pair of pairs) {
    const [x, y] = [place.get(pair.a) ?? 0, place.get(pair.b) ?? 0];
    weight[x * size + y] = weight[y * size + x] = loudness(pair.weight, cutOff);
    contrary[x * size + y] = contrary[y * size + x] = pair.contrary;
  }
  return { place, size, weight, contrary };
}

function loudness(weight: number, cutOff: number): number {
  if (weight <= FORBIDDEN) return FORBIDDEN;
  if (weight >= CERTAIN) return CERTAIN;
  return Math.max(-LOUDEST, Math.min(LOUDEST, weight - cutOff));
}

function agree(left: readonly number[], right: readonly number[], { size, weight, contrary }: Evidence): boolean {
  let bits = 0;
  let against = 0;
  let certain = false;
  for (const x of left) {
    for (const y of right) {
      const at = x * size + y;
      if ((weight[at] as number) <= FORBIDDEN) return false;
      if ((weight[at] as number) >= CERTAIN) certain = true;
      bits += weight[at] as number;
      against += contrary[at] as number;
    }
  }
  return certain || bits + (Math.min(left.length, right.length) - 1) * against >= 0;
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
