/**
 * Asymmetry of a pair of mirror figures.
 *
 *   index = (departures − arrivals) / ((departures + arrivals) / 2)      −2 to 2; 0 where both agree
 *   ratio = departures / arrivals
 *
 * Reported figures in, the same unit both. Swapping the two turns the sign of the index and inverts the ratio; scaling both changes
 * nothing. Null where an office says nothing; the index where both are 0, the ratio where the arrivals are 0.
 *
 * Source: European Statistical System, Quality and Performance Indicators, CC1 (asymmetry for mirror flows).
 */
export function asymmetry(
  departures: number | null,
  arrivals: number | null,
): { index: number | null; ratio: number | null } {
  if (departures === null || arrivals === null) return { index: null, ratio: null };
  const mean = departures / 2 + arrivals / 2;
  return {
    index: mean === 0 ? null : (departures - arrivals) / mean,
    ratio: arrivals === 0 ? null : departures / arrivals,
  };
}
