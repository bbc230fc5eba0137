import { type Estimate, Z95 } from './dual-system.ts';

/** What became of those whom an office registered as leaving to one state, or to all together. */
export interface DepartureTraces {
  /** Departures without an arrival on file, expired terms apart. */
  unconfirmed: number;
  /** Those of them whose person is next seen in the state said to be left. */
  stillThere: number;
  /** Those of them whose person is next seen elsewhere. */
  away: number;
  /** Departures with an arrival on file. */
  matched: number;
  /** Those of them whose person is next seen, that arrival apart, elsewhere than in the state left. */
  matchedAway: number;
}

/** The office's own mean counts in each of its corridors like so many departures of either kind. */
const WEIGHT_OF_OFFICE = 25;
/** Fewer people of an office expected to be seen again tell nothing. */
const LEAST_EXPECTED = 10;

/**
 * Share of the departures without an arrival whose people did leave; the others never left, or their slip was written for nothing.
 *
 *   s = (away + w·s_o) / (unconfirmed + w),   r = (matchedAway + w·r_o) / (matched + w)
 *   share = s/r · unconfirmed / (unconfirmed − missed),   at most 1
 *   Var ln share = (1 − s)/(s·(unconfirmed + w)) + (1 − r)/(r·(matched + w))
 *
 * s_o, r_o: the same shares over all corridors of the office, w = 25. Whoever left is as likely to be seen away later, at a place where those
 * registered on arrival have no advantage, as somebody whose arrival is on file. `missed` departures have an arrival that the linkage missed:
 * they are genuine, and counted among the matches.
 *
 * Assumes that people without a registered arrival return, move on, and are registered then, as others do. Where they keep away from every
 * office the share is too low, and so is the flow. Where fewer than 10 people of an office could be expected to be seen again, the share is
 * 1 − stillThere/unconfirmed, which is too high and has no interval (undefined ends).
 */
export function genuineShare(corridor: DepartureTraces, office: DepartureTraces, missed = 0): GenuineShare | null {
  const { unconfirmed, matched } = corridor;
  if (unconfirmed - missed <= 0) return null;
  const mean = {
    s: (office.away + 0.5) / (office.unconfirmed + 1),
    r: office.matchedAway / Math.max(office.matched, 1),
  };
  if (office.unconfirmed * mean.r < LEAST_EXPECTED) return { value: 1 - corridor.stillThere / unconfirmed };
  const s = (corridor.away + WEIGHT_OF_OFFICE * mean.s) / (unconfirmed + WEIGHT_OF_OFFICE);
  const r = (corridor.matchedAway + WEIGHT_OF_OFFICE * mean.r) / (matched + WEIGHT_OF_OFFICE);
  const share = ((s / r) * unconfirmed) / (unconfirmed - missed);
  const deviation = Math.sqrt(
    (1 - s) / (s * (unconfirmed + WEIGHT_OF_OFFICE)) + (1 - r) / (r * (matched + WEIGHT_OF_OFFICE)),
  );
  const factor = Math.exp(Z95 * deviation);
  return { value: Math.min(1, share), low95: Math.min(1, share / factor), high95: Math.min(1, share * factor) };
}

/** An interval only where later slips are enough to tell. */
export type GenuineShare = Pick<Estimate, 'value'> & Partial<Estimate>;

export function sumTraces(traces: readonly DepartureTraces[]): DepartureTraces {
  const sum = { unconfirmed: 0, stillThere: 0, away: 0, matched: 0, matchedAway: 0 };
  for (const each of traces) {
    for (const key of Object.keys(sum) as (keyof DepartureTraces)[]) sum[key] += each[key];
  }
  return sum;
}
