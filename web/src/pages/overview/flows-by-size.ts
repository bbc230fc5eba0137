import type { CorridorFigures } from '../../api/types.ts';

/** The largest united count first, then the largest report. */
export function flowsBySize(flows: readonly CorridorFigures[]): CorridorFigures[] {
  const reported = (flow: CorridorFigures) => flow.arrivals_reported + flow.departures_reported;
  return flows.toSorted((a, b) => b.united - a.united || reported(b) - reported(a));
}
