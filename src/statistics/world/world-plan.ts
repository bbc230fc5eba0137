import type { Chances } from './chances.ts';
import type { Itinerary } from './journey.ts';
import type { Nation } from './nations.ts';
import type { Office } from './offices.ts';
import type { Random } from './random.ts';
import type { State } from './states.ts';
import type { Weighted } from './weighted.ts';

/** Everything that a world is made from. */
export interface WorldPlan {
  readonly seed: number;
  /** First and last day on which something is registered; the data end on the last. */
  readonly from: number;
  readonly to: number;
  /** 0 none, 1 ordinary, 3 triple. */
  readonly noise: number;
  readonly offices: ReadonlyMap<string, Office>;
  readonly nations: Weighted<Nation>;
  /** Where a household lives at first. */
  readonly homeOf: (nation: Nation, random: Random) => string;
  /** Where a household goes from a state. */
  readonly destinationFrom: (origin: string, random: Random) => State;
  /** What a household does. */
  readonly itinerary: (home: string, random: Random) => Itinerary;
  /** How shares become yes or no. */
  readonly chances: Chances;
  readonly people: number;
}
