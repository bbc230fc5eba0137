/** An estimate with the ends of its 95 % interval. */
export interface Estimate {
  value: number;
  low95: number;
  high95: number;
}

/** Half the width of a 95 % interval, in standard deviations. */
export const Z95 = 1.959964;

/**
 * Size of a population seen by two lists, by Chapman's estimate.
 *
 *   N = (n1+1)(n2+1)/(m+1) − 1,   Var = (n1+1)(n2+1)(n1−m)(n2−m) / ((m+1)²(m+2))
 *
 * n1, n2: members on either list; m: on both. `doubt` is the standard deviation of n2 where n2 is itself an estimate; it adds
 * ((n1+1)/(m+1) · doubt)² to the variance. The interval is taken on the logarithm of the members that neither list has (with a doubt: that the
 * first has not), so that it never falls below those seen. Where one list is wholly on the other, the variance is 0 however short the list;
 * then the upper end is the longer list over the lower end (Wilson) of the share n/n of the shorter one. Ends are moved out to whole members.
 * Assumes a closed population, right links, and lists that are independent (people who avoid both offices make the estimate too low).
 * Undefined (null) where either list is empty.
 *
 * Source: Chapman 1951; variance Seber 1970; interval Chao 1987.
 */
export function chapman(n1: number, n2: number, m: number, doubt = 0): Estimate | null {
  if (n1 <= 0 || n2 <= 0 || m > Math.min(n1, n2)) return null;
  const value = ((n1 + 1) * (n2 + 1)) / (m + 1) - 1;
  const chance = ((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m)) / ((m + 1) ** 2 * (m + 2));
  const variance = chance + (((n1 + 1) / (m + 1)) * doubt) ** 2;
  const seen = doubt === 0 ? n1 + n2 - m : n1;
  const unseen = value - seen;
  if (unseen <= 0 || variance <= 0) {
    const shorter = Math.min(n1, n2);
    return { value, low95: value, high95: Math.ceil((Math.max(n1, n2) * (shorter + Z95 ** 2)) / shorter) };
  }
  const factor = Math.exp(Z95 * Math.sqrt(Math.log(1 + variance / unseen ** 2)));
  return { value, low95: Math.floor(seen + unseen / factor), high95: Math.ceil(seen + unseen * factor) };
}

/**
 * Share of one list's members that the other list has too: m/n with Wilson's 95 % interval; the coverage of the other list if the two
 * are independent. `doubt`, the standard deviation of an estimated n, widens the interval as an independent error. Null where n is 0.
 */
export function coverageShare(m: number, n: number, doubt = 0): Estimate | null {
  if (n <= 0) return null;
  const value = m / n;
  const middle = (value + Z95 ** 2 / (2 * n)) / (1 + Z95 ** 2 / n);
  const half = (Z95 * Math.sqrt((value * (1 - value)) / n + Z95 ** 2 / (4 * n ** 2))) / (1 + Z95 ** 2 / n);
  const more = (Z95 * value * doubt) / n;
  const low95 = value - Math.hypot(value - middle + half, more);
  const high95 = value + Math.hypot(middle + half - value, more);
  return { value, low95: Math.max(0, low95), high95: Math.min(1, high95) };
}

/**
 * Matches corrected for linkage error: of the links made a share `precision` is right, and they are a share `recall` of the true ones.
 *
 *   m′ = m · precision / recall, at most the shorter list
 *
 * Assumes that the linkage errs on moves seen twice as it errs on all pairs.
 */
export function correctedMatches(
  m: number,
  lists: readonly [number, number],
  linkage: { precision: number; recall: number },
): number {
  return m === 0 ? 0 : Math.min((m * linkage.precision) / linkage.recall, ...lists);
}
