import type { Side } from '../../common/causes.ts';
import type { Engine } from '../../engine/engine.ts';
import type { CoverageRow } from './account-tables.ts';
import { chapman, correctedMatches, coverageShare } from './dual-system.ts';

interface Sighting {
  [column: string]: string | number;
  origin: string;
  destination: string;
  arrivals: number;
  departures: number;
  matched: number;
}

/**
 * How much each office sees of each corridor between two loaded offices, and the true flow that follows. `linkage` is the expected
 * precision and recall of the links, by which matches are corrected; the counts stay as linked.
 */
export async function measureCoverage(
  engine: Engine,
  linkage: { precision: number; recall: number },
): Promise<CoverageRow[]> {
  const sightings = await engine.rows<Sighting>('select * from sighting order by origin, destination');
  return sightings.flatMap(sighting => [
    coverageRow(sighting, 'arrivals', linkage),
    coverageRow(sighting, 'departures', linkage),
  ]);
}

function coverageRow(sighting: Sighting, side: Side, linkage: { precision: number; recall: number }): CoverageRow {
  const { origin, destination, arrivals, departures, matched } = sighting;
  const [own, other] = side === 'arrivals' ? [arrivals, departures] : [departures, arrivals];
  const corrected = correctedMatches(matched, [own, other], linkage);
  const share = coverageShare(corrected, other);
  const flow = chapman(arrivals, departures, corrected);
  return {
    office: side === 'arrivals' ? destination : origin,
    side,
    origin,
    destination,
    own,
    other,
    matched,
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
