import { INDEPENDENT } from './chances.ts';
import { drawItinerary } from './itinerary.ts';
import { allNations, type Nation } from './nations.ts';
import { officeOf } from './offices.ts';
import type { Random } from './random.ts';
import { listedStates, type State, stateOf } from './states.ts';
import { Weighted } from './weighted.ts';
import type { WorldPlan } from './world-plan.ts';

export interface WorldOptions {
  readonly people: number;
  readonly seed: number;
  /** First and last day, counted from 1970. */
  readonly from: number;
  readonly to: number;
  readonly noise: number;
  /** States whose offices send in their slips. */
  readonly states: readonly string[];
}

/** Share of people who live in their nation's own state at first. */
const AT_HOME = 0.62;
/** Share of moves out of a state that go to states whose offices are not here. */
const OUT_OF_SIGHT = 0.1;
/** Weight of a nation whose state's office is not here. */
const FAR_NATION = 0.12;

/** A world of the given states, with the rest of the list as its margin. */
export function planWorld(options: WorldOptions): WorldPlan {
  const offices = new Map(options.states.map(state => [state, officeOf(state)]));
  const isHere = (nation: Nation) => offices.has(nation.home);
  const here = [...offices.keys()].map(stateOf);
  const margin = listedStates()
    .filter(code => !offices.has(code))
    .map(stateOf);
  const pull = ({ pull }: State) => pull;
  const anyHere = new Weighted(here, pull);
  const anyFar = margin.length > 0 ? new Weighted(margin, pull) : undefined;
  const plan: WorldPlan = {
    ...options,
    offices,
    chances: INDEPENDENT,
    nations: new Weighted(allNations(), nation => nation.share * (isHere(nation) ? 1 : FAR_NATION)),
    homeOf: (nation, random) => (random.chance(AT_HOME) ? nation.home : anyHere.draw(random).code),
    destinationFrom: (origin, random) => drawDestination(origin, offices.has(origin), random),
    itinerary: (home, random) => drawItinerary(plan, home, random),
  };
  function drawDestination(origin: string, isSeen: boolean, random: Random): State {
    const away = isSeen && (here.length < 2 || random.chance(OUT_OF_SIGHT)) ? (anyFar ?? anyHere) : anyHere;
    const drawn = away.draw(random);
    return drawn.code === origin ? drawDestination(origin, isSeen, random) : drawn;
  }
  return plan;
}
