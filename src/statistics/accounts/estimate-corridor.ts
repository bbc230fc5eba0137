import { chapman, correctedMatches, coverageShare, type Estimate, Z95 } from './dual-system.ts';
import type { GenuineShare } from './genuine-departures.ts';

/** A corridor as its two offices see it. */
export interface CorridorLists {
  arrivals: number;
  departures: number;
  matched: number;
  /** Share of the departures without an arrival that are moves; null where nothing says that any is none. */
  genuine: GenuineShare | null;
}

/** A share is taken to lie within this factor of its estimate. */
const MOST_DOUBT = 1000;

export interface CorridorEstimates {
  /** Coverage of the office of arrival, and of that of departure. */
  arrivals: Estimate | null;
  departures: Estimate | null;
  /** The moves of the corridor, seen or not. */
  flow: Estimate | null;
}

/**
 * Coverage of both offices of a corridor, and its true flow.
 *
 *   m′ = matches corrected for linkage error,   n₂ = m′ + genuine · (departures − m′)
 *   coverage of arrivals = m′/n₂,   of departures = m′/arrivals,   flow = Chapman of arrivals, n₂ and m′
 *
 * `linkage` is the expected precision and recall of the links. Assumptions are those of the parts.
 */
export function estimateCorridor(
  { arrivals, departures, matched, genuine }: CorridorLists,
  linkage: { precision: number; recall: number },
): CorridorEstimates {
  const corrected = correctedMatches(matched, [arrivals, departures], linkage);
  const alone = (genuine?.value ?? 1) * (departures - corrected);
  const doubt = alone * relativeDeviation(genuine);
  return {
    arrivals: coverageShare(corrected, corrected + alone, doubt),
    departures: coverageShare(corrected, arrivals),
    flow: chapman(arrivals, corrected + alone, corrected, doubt),
  };
}

/** In published tables a small share, or its low end, may have been rounded to nothing. */
function relativeDeviation(genuine: GenuineShare | null): number {
  if (genuine?.low95 === undefined || genuine.value === 0) return 0;
  return Math.log(genuine.value / Math.max(genuine.low95, genuine.value / MOST_DOUBT)) / Z95;
}
