import type { Cause, Side } from '../causes.ts';
import { type Corridor, causeSum } from './corridors.ts';

/** One row of a waterfall: a figure that stands by itself, or a cause that leads from one level to the next. */
export type WaterfallRow =
  | { kind: 'total'; figure: 'departures' | 'united' | 'arrivals'; level: number }
  | { kind: 'cause'; side: Side; cause: Cause; from: number; to: number };

/**
 * The gap of a corridor: from the departures reported down through their causes to the united count, and from there through the causes
 * of the arrivals to the arrivals reported. The identity of the account makes both ends meet.
 */
export function waterfallOf(corridor: Corridor): WaterfallRow[] {
  const { total } = corridor;
  assertIdentity(corridor, 'departures');
  assertIdentity(corridor, 'arrivals');
  return [
    { kind: 'total', figure: 'departures', level: total.departures },
    ...stepsOf(corridor, 'departures', total.departures),
    { kind: 'total', figure: 'united', level: total.united },
    ...stepsOf(corridor, 'arrivals', total.united),
    { kind: 'total', figure: 'arrivals', level: total.arrivals },
  ];
}

function stepsOf({ causes }: Corridor, side: Side, start: number): WaterfallRow[] {
  let level = start;
  return causes.flatMap(({ side: its, cause, count }) => {
    if (its !== side) return [];
    const from = level;
    level += side === 'departures' ? -count : count;
    return { kind: 'cause', side, cause, from, to: level };
  });
}

function assertIdentity(corridor: Corridor, side: Side): void {
  const { origin, destination, total } = corridor;
  const gap = total[side] - total.united;
  const explained = causeSum(corridor, side);
  if (gap === explained) return;
  throw new Error(`the gap of ${origin}-${destination}, ${side}, is ${gap}, but its causes sum to ${explained}`);
}
