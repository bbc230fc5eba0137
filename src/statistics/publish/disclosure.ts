import { createHash } from 'node:crypto';
import type { TimelinessRow, VerdictRow, Vintage, VintageTables } from '../runs/vintage-tables.ts';
import { toDigits } from './digits.ts';
import { discloseCells } from './disclose-cells.ts';
import { discloseCoverage } from './disclose-coverage.ts';
import { type DisclosureRule, isEnough, publicClasses } from './disclosure-rule.ts';
import { keyedRounding, type Rounding } from './rounding.ts';

/** Of the precision and recall of a linkage the public sees so many digits. */
const LINKAGE_DIGITS = 2;

/**
 * The tables of a vintage as the public sees them: every count a multiple of the rule's base, so that differences of any two of them are
 * multiples too; the same exact counts always give the same public ones. Nothing else that follows from exact counts is left: totals are
 * sums of public rows, the fingerprint is over them.
 */
export function disclose(exact: VintageTables, rule: DisclosureRule): VintageTables {
  const round = keyedRounding(rule.key, rule.base);
  const by = publicClasses(rule, exact.vintage.parameters.by);
  const linkage = {
    precision: toDigits(exact.linkage.precision, LINKAGE_DIGITS),
    recall: toDigits(exact.linkage.recall, LINKAGE_DIGITS),
  };
  const rows = {
    ...discloseCells(exact, by, round),
    coverage: discloseCoverage(exact.coverage, linkage, rule, round),
    verdicts: discloseVerdicts(exact.verdicts, round),
    timeliness: discloseTimeliness(exact.timeliness, rule, round),
    linkage,
  };
  const parameters = { ...exact.vintage.parameters, by };
  const years = rows.flows.map(({ year }) => year).sort((a, b) => a - b);
  const vintage: Vintage = {
    ...exact.vintage,
    parameters,
    slips: rows.verdicts.reduce((sum, { count }) => sum + count, 0),
    persons: round('persons', exact.vintage.persons),
    moves: rows.flows.reduce((sum, { united }) => sum + united, 0),
    first_year: years[0] ?? null,
    last_year: years.at(-1) ?? null,
    rounded_to: rule.base,
    fingerprint: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
  };
  return { ...rows, vintage };
}

function discloseVerdicts(rows: readonly VerdictRow[], round: Rounding): VerdictRow[] {
  return rows
    .map(row => ({ ...row, count: round(`verdict ${row.office} ${row.verdict}`, row.count) }))
    .filter(({ count }) => count > 0);
}

/** Dated and undated slips are rounded apart; whole days are told where enough slips are dated. */
function discloseTimeliness(rows: readonly TimelinessRow[], rule: DisclosureRule, round: Rounding): TimelinessRow[] {
  return rows.flatMap(row => {
    const group = (name: string, count: number) => round(`timeliness ${row.office} ${row.kind} ${name}`, count);
    const dated = group('dated', row.dated);
    const slips = dated + group('undated', row.slips - row.dated);
    const days = (exact: number | null) => (isEnough(rule, dated) && exact !== null ? Math.round(exact) : null);
    return slips === 0
      ? []
      : [{ ...row, slips, dated, median_days: days(row.median_days), p90_days: days(row.p90_days) }];
  });
}
