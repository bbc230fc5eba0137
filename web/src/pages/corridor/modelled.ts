import type { Corridor } from '../../api/types.ts';
import type { Modelled } from '../../charts/corridor-charts.tsx';

/**
 * The modelled true flow of a corridor as a multiple of its united count. Both are of all years together, so that applying it to a year
 * supposes that the offices saw alike in every year; without coverage there is none.
 */
export function modelledOf(corridor: Corridor, origin: string, destination: string): Modelled | undefined {
  const row = corridor.coverage.find(
    each => each.origin === origin && each.destination === destination && each.true_flow !== null,
  );
  const years = origin === corridor.origin ? corridor.years : corridor.opposite;
  const united = years.reduce((total, each) => total + each.united, 0);
  if (row === undefined || row.true_flow === null || united === 0) return undefined;
  const { true_flow, true_low95, true_high95 } = row;
  return {
    low: (true_low95 ?? true_flow) / united,
    middle: true_flow / united,
    high: (true_high95 ?? true_flow) / united,
  };
}
