import type { CorridorFigures } from '../../api/types.ts';

/** The largest united count first, then the largest report. */
export function flowsBySize(flows: readonly CorridorFigures[]): CorridorFigures[] {
  const reported = (flow: CorridorFigures) => (flow.arrivals_reported ?? 0) + (flow.departures_reported ?? 0);
  return flows.toSorted((a, b) => (b.united ?? 0) - (a.united ?? 0) || reported(b) - reported(a));
}
