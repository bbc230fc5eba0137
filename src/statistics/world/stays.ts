import { RESIDENCE_DAYS } from './journey.ts';
import type { Move } from './report.ts';
import type { WorldPlan } from './world-plan.ts';

/** Longest delay of a slip that does not declare the day of the event: well within the lapse of six months. */
export const UNDECLARED_LAG = 150;

/** Somebody to register: where and from when on they lived before their first move. */
export interface Resident {
  readonly home: string;
  readonly bornOn: number;
}

/** A residence between two moves; a stay of months abroad is none. */
export interface Stay {
  readonly state: string;
  readonly since: number;
  readonly until: number;
  /** The move that began it; undefined where somebody lived there at first. */
  readonly arrival: Move | undefined;
}

/** Where somebody lived one after another, from before the world's first day to after its last. */
export function staysOf(plan: WorldPlan, { home, bornOn }: Resident, moves: readonly Move[]): Stay[] {
  const since = Math.max(plan.from, bornOn) - RESIDENCE_DAYS - UNDECLARED_LAG;
  const stays: Stay[] = [{ state: home, since, until: moves[0]?.on ?? plan.to, arrival: undefined }];
  for (const [at, arrival] of moves.entries()) {
    if (arrival.kind === 'outward' || arrival.kind === 'transit') continue;
    const until = moves[at + 1]?.on ?? plan.to + RESIDENCE_DAYS;
    stays.push({ state: arrival.destination, since: arrival.on, until, arrival });
  }
  return stays;
}
