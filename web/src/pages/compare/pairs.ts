import type { MirrorComparison, MirrorCorridorYear, MirrorPairYear } from '../../api/mirror.ts';

/** Two states with all that both offices say of each other, a before b in the alphabet of codes. */
export interface Pair {
  a: string;
  b: string;
  /** In order of years. */
  years: readonly MirrorPairYear[];
  /** The last year or period in which all four sides are known, else the last. */
  latest: MirrorPairYear;
}

/** All pairs, those with all four sides first, the largest first. */
export function pairsBySize({ pairs, corridors }: MirrorComparison): Pair[] {
  const years = new Map<string, MirrorPairYear[]>();
  for (const each of pairs) years.set(keyOf(each.a, each.b), [...(years.get(keyOf(each.a, each.b)) ?? []), each]);
  const sizes = new Map<string, number>();
  for (const { origin, destination, arrivals, departures } of corridors) {
    const key = keyOf(origin, destination);
    sizes.set(key, (sizes.get(key) ?? 0) + Math.max(arrivals ?? 0, departures ?? 0));
  }
  const made = [...years.values()].flatMap((rows): Pair[] => {
    const latest = rows.findLast(({ difference }) => difference !== null) ?? rows.at(-1);
    return latest === undefined ? [] : [{ a: latest.a, b: latest.b, years: rows, latest }];
  });
  const rank = ({ a, b, latest }: Pair) => (sizes.get(keyOf(a, b)) ?? 0) * (latest.difference === null ? 1e-9 : 1);
  return made.toSorted((one, other) => rank(other) - rank(one));
}

/** What both offices say of one direction, in order of years. */
export function corridorYears(
  { corridors }: MirrorComparison,
  origin: string,
  destination: string,
): MirrorCorridorYear[] {
  return corridors.filter(each => each.origin === origin && each.destination === destination);
}

function keyOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}
