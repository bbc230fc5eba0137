import { cellColumns } from './reported-slip.ts';
import type { MethodStep } from './step.ts';

export const FLOW: MethodStep = {
  name: 'flow',
  decides: `The united flow of a cell is its number of moves; beside it what the destination's office reported as arrivals and the origin's as
    departures. A move stands in the cell of its arrival.`,
  sql: ({ by }) => {
    const cell = cellColumns(by).join(', ');
    return `
    select ${cell}, count(*) filter (kind = 'arrival' and verdict = 'counted')::integer as united,
      count(*) filter (kind = 'arrival')::integer as arrivals_reported, count(*) filter (kind = 'departure')::integer as departures_reported
    from reported_slip group by ${cell}`;
  },
};
