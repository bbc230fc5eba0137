import type { CoverageRow } from '../accounts/account-tables.ts';
import { chapman, correctedMatches, coverageShare, type Estimate } from '../accounts/dual-system.ts';
import { toDigits } from './digits.ts';
import { type DisclosureRule, isEnough } from './disclosure-rule.ts';
import type { Rounding } from './rounding.ts';

/**
 * The public's coverage. A corridor's sightings are three groups that do not overlap: seen by both offices, by that of arrival alone, by
 * that of departure alone. Each is rounded; shares and the modelled flow are computed anew from the rounded counts, as the exact ones are
 * from the exact, and left out where either office has too few.
 */
export function discloseCoverage(
  rows: readonly CoverageRow[],
  linkage: { precision: number; recall: number },
  rule: DisclosureRule,
  round: Rounding,
): CoverageRow[] {
  return rows
    .map(row => roundedCounts(row, round))
    .filter(({ own, other }) => own > 0 || other > 0)
    .map(row => ({ ...row, ...estimates(row, linkage, rule) }));
}

function roundedCounts(row: CoverageRow, round: Rounding): CoverageRow {
  const { office, side, origin, destination } = row;
  const group = (seen: string, count: number) => round(`coverage ${origin} ${destination} ${seen}`, count);
  const [ownSide, otherSide] = side === 'arrivals' ? ['arrivals', 'departures'] : ['departures', 'arrivals'];
  const matched = group('both', row.matched);
  return {
    ...{ office, side, origin, destination, matched },
    own: matched + group(ownSide, row.own - row.matched),
    other: matched + group(otherSide, row.other - row.matched),
    ...{ coverage: null, low95: null, high95: null, true_flow: null, true_low95: null, true_high95: null },
  };
}

type Estimates = Pick<CoverageRow, 'coverage' | 'low95' | 'high95' | 'true_flow' | 'true_low95' | 'true_high95'>;

function estimates(
  { own, other, matched }: CoverageRow,
  linkage: { precision: number; recall: number },
  rule: DisclosureRule,
): Partial<Estimates> {
  if (!isEnough(rule, own) || !isEnough(rule, other)) return {};
  const corrected = correctedMatches(matched, [own, other], linkage);
  const share = coverageShare(corrected, other);
  const flow = chapman(own, other, corrected);
  return {
    coverage: shareOf(share, 'value'),
    low95: shareOf(share, 'low95'),
    high95: shareOf(share, 'high95'),
    true_flow: toBase(flow, 'value', rule.base),
    true_low95: toBase(flow, 'low95', rule.base),
    true_high95: toBase(flow, 'high95', rule.base),
  };
}

/** Shares have three digits: the rounded counts do not bear more. */
function shareOf(estimate: Estimate | null, end: keyof Estimate): number | null {
  return estimate === null ? null : toDigits(estimate[end], 3);
}

function toBase(estimate: Estimate | null, end: keyof Estimate, base: number): number | null {
  return estimate === null ? null : Math.round(estimate[end] / base) * base;
}
