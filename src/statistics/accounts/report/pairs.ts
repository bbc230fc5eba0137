import { type Corridor, causeSum, emptyCorridor } from '../../../common/charts/corridors.ts';

/** The balance of a pair's first state with the second, by each account of it; positive where the first gains. */
export interface Balances {
  /** The first state's office: its arrivals − its departures. */
  first: number;
  /** The second state's office, seen from the first: its departures − its arrivals. */
  second: number;
  /** Both offices' own arrivals, as reported. */
  byArrivals: number;
  united: number;
  /** byArrivals − first: what the second office's arrivals exceed the first office's departures by, with its sign turned. */
  fromFirst: number;
  /** byArrivals − second: what the first office's arrivals exceed the second office's departures by. */
  fromSecond: number;
  /** united − byArrivals: the causes of both arrival sides, with their sign turned. */
  fromCauses: number;
}

/** Two states whose offices' slips are both loaded, the first in the order of their codes. */
export interface Pair {
  first: string;
  second: string;
  /** From the second state to the first. */
  inflow: Corridor;
  /** From the first state to the second. */
  outflow: Corridor;
  balances: Balances;
}

/** All pairs of loaded offices between which anything was reported, the largest first. */
export function pairsOf(corridors: readonly Corridor[], offices: readonly string[]): Pair[] {
  const states = [...new Set(offices)].sort();
  const pairs = states.flatMap((first, index) =>
    states.slice(index + 1).map(second => pairOf(corridors, first, second)),
  );
  return pairs.filter(pair => weight(pair) > 0).sort((a, b) => weight(b) - weight(a));
}

function pairOf(corridors: readonly Corridor[], first: string, second: string): Pair {
  const find = (origin: string, destination: string) =>
    corridors.find(corridor => corridor.origin === origin && corridor.destination === destination) ??
    emptyCorridor(origin, destination);
  const [inflow, outflow] = [find(second, first), find(first, second)];
  return { first, second, inflow, outflow, balances: balancesOf(inflow, outflow) };
}

function balancesOf(inflow: Corridor, outflow: Corridor): Balances {
  return {
    first: inflow.total.arrivals - outflow.total.departures,
    second: inflow.total.departures - outflow.total.arrivals,
    byArrivals: inflow.total.arrivals - outflow.total.arrivals,
    united: inflow.total.united - outflow.total.united,
    fromFirst: outflow.total.departures - outflow.total.arrivals,
    fromSecond: inflow.total.arrivals - inflow.total.departures,
    fromCauses: causeSum(outflow, 'arrivals') - causeSum(inflow, 'arrivals'),
  };
}

function weight({ inflow, outflow }: Pair): number {
  const reported = [inflow, outflow].flatMap(({ total }) => [total.arrivals, total.departures]);
  return inflow.total.united + outflow.total.united + Math.max(...reported) / 1e9;
}
