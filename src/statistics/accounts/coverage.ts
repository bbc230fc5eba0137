import { SIDES, type Side } from '../../common/causes.ts';
import type { Engine } from '../../engine/engine.ts';
import type { CoverageRow } from './account-tables.ts';
import { correctedMatches } from './dual-system.ts';
import { estimateCorridor } from './estimate-corridor.ts';
import { type DepartureTraces, type GenuineShare, genuineShare, sumTraces } from './genuine-departures.ts';

interface Sighting {
  [column: string]: string | number;
  origin: string;
  destination: string;
  arrivals: number;
  departures: number;
  matched: number;
  still_there: number;
  away: number;
  matched_away: number;
}

interface LinkageError {
  precision: number;
  recall: number;
}

/**
 * How much each office sees of each corridor between two loaded offices, and the true flow that follows. `linkage` is the expected
 * precision and recall of the links, by which matches are corrected; the counts stay as linked.
 */
export async function measureCoverage(engine: Engine, linkage: LinkageError): Promise<CoverageRow[]> {
  const sightings = await engine.rows<Sighting>('select * from sighting order by origin, destination');
  const ofOffice = new Map<string, DepartureTraces>();
  for (const sighting of sightings) {
    const before = ofOffice.get(sighting.origin);
    ofOffice.set(sighting.origin, sumTraces([...(before ? [before] : []), tracesOf(sighting)]));
  }
  return sightings.flatMap(sighting => {
    const office = ofOffice.get(sighting.origin) ?? tracesOf(sighting);
    const genuine = genuineShare(tracesOf(sighting), office, missedOf(sighting, linkage));
    return SIDES.map(side => coverageRow(sighting, { side, genuine, linkage }));
  });
}

function tracesOf({ departures, matched, still_there, away, matched_away }: Sighting): DepartureTraces {
  return { unconfirmed: departures - matched, stillThere: still_there, away, matched, matchedAway: matched_away };
}

/** Matches that the linkage is expected to have missed. */
function missedOf({ arrivals, departures, matched }: Sighting, linkage: LinkageError): number {
  return Math.max(0, correctedMatches(matched, [arrivals, departures], linkage) - matched);
}

function coverageRow(
  { origin, destination, arrivals, departures, matched }: Sighting,
  { side, genuine, linkage }: { side: Side; genuine: GenuineShare | null; linkage: LinkageError },
): CoverageRow {
  const [own, other] = side === 'arrivals' ? [arrivals, departures] : [departures, arrivals];
  const estimates = estimateCorridor({ arrivals, departures, matched, genuine }, linkage);
  const { [side]: share, flow } = estimates;
  return {
    office: side === 'arrivals' ? destination : origin,
    ...{ side, origin, destination, own, other, matched },
    genuine: rounded(genuine?.value, 4),
    genuine_low95: rounded(genuine?.low95, 4),
    genuine_high95: rounded(genuine?.high95, 4),
    coverage: rounded(share?.value, 4),
    low95: rounded(share?.low95, 4),
    high95: rounded(share?.high95, 4),
    true_flow: rounded(flow?.value, 0),
    true_low95: rounded(flow?.low95, 0),
    true_high95: rounded(flow?.high95, 0),
  };
}

function rounded(value: number | undefined, digits: number): number | null {
  return value === undefined ? null : Math.round(value * 10 ** digits) / 10 ** digits;
}
