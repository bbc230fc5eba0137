import { ESMS_CONCEPTS } from '../../common/wording/esms-words.ts';
import type { Worded } from '../../common/wording/worded.ts';
import type { CoverageRow } from '../accounts/account-tables.ts';
import type { TimelinessRow, VerdictRow } from '../runs/vintage-tables.ts';
import { toDigits } from './digits.ts';
import { sumFigures } from './figures.ts';
import { COVERAGE_KINDS, type NumberKinds } from './number-kinds.ts';
import { qualityTexts } from './quality-texts.ts';
import { type RevisionSize, revisionSize } from './revisions.ts';
import type { VintageIndex } from './vintage-index.ts';

export interface QualityChapter {
  /** From 1 to 19. */
  number: number;
  /** The concept's code in SDMX. */
  id: string;
  name: Worded;
  /** Null where it is for the publishing body to say. */
  text: Worded | null;
}

export interface CorridorAsymmetry {
  origin: string;
  destination: string;
  arrivals_reported: number;
  departures_reported: number;
  /** 0 where the two offices agree, 2 where one of them reports nobody. */
  asymmetry: number;
}

/** The quality of a vintage in the outline of ESMS. */
export interface Quality {
  vintage: number;
  rounded_to: number | null;
  kinds: NumberKinds;
  chapters: QualityChapter[];
  coverage: readonly CoverageRow[];
  timeliness: readonly TimelinessRow[];
  asymmetry: { median: number | null; corridors: CorridorAsymmetry[] };
  revisions: RevisionSize & { against: number | null };
  verdicts: (VerdictRow & { share: number })[];
}

/** @param earlier the vintage before it with the same threshold and lapse, as the same viewer sees it */
export function quality(index: VintageIndex, earlier?: VintageIndex): Quality {
  const { vintage, coverage, timeliness, verdicts } = index.tables;
  const texts = qualityTexts(vintage);
  const none = { cells: 0, mar: null, rmar: null };
  return {
    ...{ vintage: vintage.id, rounded_to: vintage.rounded_to, kinds: COVERAGE_KINDS },
    chapters: ESMS_CONCEPTS.map(({ id, name }, position) => ({
      number: position + 1,
      id,
      name,
      text: texts[id] ?? null,
    })),
    ...{ coverage, timeliness },
    asymmetry: asymmetry(index),
    revisions: {
      against: earlier?.tables.vintage.id ?? null,
      ...(earlier === undefined ? none : revisionSize(earlier, index)),
    },
    verdicts: withShares(verdicts),
  };
}

/**
 * Asymmetry of mirror flows (ESS quality indicator CC1), all years together, between loaded offices:
 *
 *   |departures − arrivals| / ((departures + arrivals) / 2)
 *
 * From 0 to 2; corridors of which neither office reports anything have none.
 */
function asymmetry({ tables, corridors }: VintageIndex): Quality['asymmetry'] {
  const loaded = new Set(tables.vintage.offices);
  const measured = corridors
    .filter(({ origin, destination }) => loaded.has(origin) && loaded.has(destination) && origin !== destination)
    .map(({ origin, destination, rows }) => ({ origin, destination, ...sumFigures(rows.flows) }))
    .filter(({ arrivals_reported, departures_reported }) => arrivals_reported + departures_reported > 0)
    .map(({ origin, destination, arrivals_reported: arrivals, departures_reported: departures }) => ({
      ...{ origin, destination, arrivals_reported: arrivals, departures_reported: departures },
      asymmetry: toDigits((2 * Math.abs(departures - arrivals)) / (departures + arrivals), 3),
    }));
  return { median: median(measured.map(each => each.asymmetry)), corridors: measured };
}

/** Each verdict's share of its office's slips. */
export function withShares(rows: readonly VerdictRow[]): Quality['verdicts'] {
  const totals = new Map<string, number>();
  for (const { office, count } of rows) totals.set(office, (totals.get(office) ?? 0) + count);
  return rows.map(row => ({ ...row, share: toDigits(row.count / (totals.get(row.office) || 1), 4) }));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
