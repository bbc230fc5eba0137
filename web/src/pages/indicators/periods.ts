import { formatYears } from '../../../../src/common/wording/numbers.ts';

/** A year, or the years that one figure covers. */
export function periodName({ first_year: first, year }: { first_year: number; year: number }): string {
  return formatYears(first, year);
}
