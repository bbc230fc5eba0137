import type { CoverageRow } from '../accounts/account-tables.ts';
import type { Estimate } from '../accounts/dual-system.ts';
import { estimateCorridor } from '../accounts/estimate-corridor.ts';
import type { GenuineShare } from '../accounts/genuine-departures.ts';
import { toDigits } from './digits.ts';
import { type DisclosureRule, isEnough } from './disclosure-rule.ts';
import type { Rounding } from './rounding.ts';

/**
 * The public's coverage. A corridor's sightings are three groups that do not overlap: seen by both offices, by that of arrival alone, by
 * that of departure alone. Each is rounded; shares and the modelled flow are computed anew from the rounded counts, as the exact ones are
 * from the exact, and left out where either office has too few. The share of genuine departures is a modelled one of two digits.
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
    .map(row => ({ ...row, ...(isTold(row, rule) ? estimates(row, linkage, rule) : UNTOLD) }));
}

function roundedCounts(row: CoverageRow, round: Rounding): CoverageRow {
  const { office, side, origin, destination } = row;
  const group = (seen: string, count: number) => round(`coverage ${origin} ${destination} ${seen}`, count);
  const [ownSide, otherSide] = side === 'arrivals' ? ['arrivals', 'departures'] : ['departures', 'arrivals'];
  const matched = group('both', row.matched);
  return {
    ...row,
    ...{ office, side, origin, destination, matched },
    own: matched + group(ownSide, row.own - row.matched),
    other: matched + group(otherSide, row.other - row.matched),
  };
}

const UNTOLD = {
  ...{ genuine: null, genuine_low95: null, genuine_high95: null },
  ...{ coverage: null, low95: null, high95: null },
  ...{ true_flow: null, true_low95: null, true_high95: null },
} satisfies Partial<CoverageRow>;

type Estimates = Pick<CoverageRow, keyof typeof UNTOLD>;

function isTold({ own, other }: CoverageRow, rule: DisclosureRule): boolean {
  return isEnough(rule, own) && isEnough(rule, other);
}

function estimates(row: CoverageRow, linkage: { precision: number; recall: number }, rule: DisclosureRule): Estimates {
  const { side, own, other, matched } = row;
  const [arrivals, departures] = side === 'arrivals' ? [own, other] : [other, own];
  const genuine = genuineOf(row);
  const { [side]: share, flow } = estimateCorridor({ arrivals, departures, matched, genuine }, linkage);
  return {
    genuine: genuine?.value ?? null,
    genuine_low95: genuine?.low95 ?? null,
    genuine_high95: genuine?.high95 ?? null,
    coverage: shareOf(share, 'value'),
    low95: shareOf(share, 'low95'),
    high95: shareOf(share, 'high95'),
    true_flow: toBase(flow, 'value', rule.base),
    true_low95: toBase(flow, 'low95', rule.base),
    true_high95: toBase(flow, 'high95', rule.base),
  };
}

function genuineOf({ genuine, genuine_low95, genuine_high95 }: CoverageRow): GenuineShare | null {
  if (genuine === null) return null;
  const value = toDigits(genuine, 2);
  if (genuine_low95 === null || genuine_high95 === null) return { value };
  return { value, low95: toDigits(genuine_low95, 2), high95: toDigits(genuine_high95, 2) };
}

/** Shares have three digits: the rounded counts do not bear more. */
function shareOf(estimate: Estimate | null, end: keyof Estimate): number | null {
  return estimate === null ? null : toDigits(estimate[end], 3);
}

function toBase(estimate: Estimate | null, end: keyof Estimate, base: number): number | null {
  return estimate === null ? null : Math.round(estimate[end] / base) * base;
}
