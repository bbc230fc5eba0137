import { SaldoError } from '../../../common/saldo-error.ts';
import { DURATION_METHODS, type DurationMethod, durationMultiplier, type MinimumStay } from '../duration.ts';
import { type MirrorCell, SIDES, type Side } from '../mirror-table.ts';
import { findMinimumStay } from '../offices.ts';
import { findTableState } from '../tables/parse-values.ts';

/** A report brought to a minimum stay of 12 months. Modelled: `low` and `high` are the ends of what the published forms give. */
export interface HarmonisedReport {
  origin: string;
  destination: string;
  year: number;
  side: Side;
  office: string;
  minimum_stay: MinimumStay;
  method: DurationMethod;
  reported: number;
  estimate: number;
  low: number;
  high: number;
}

/** Minimum stays by office that override the known ones. */
export type Stays = ReadonlyMap<string, MinimumStay>;

/**
 * Brings all reports of offices whose minimum stay is known to 12 months. The range is that over all forms that have a multiplier for the
 * stay: it says how far the forms disagree, not how far all of them may err. A period in which the office changed its rule has no one stay, and
 * is left out like an office whose stay is not known.
 */
export function harmoniseReports(
  cells: readonly MirrorCell[],
  method: DurationMethod,
  stays: Stays,
): HarmonisedReport[] {
  return cells.flatMap(cell =>
    SIDES.flatMap(side => {
      const { origin, destination, year, firstYear } = cell;
      const office = side === 'arrivals' ? destination : origin;
      const [before, known] = [findMinimumStay(office, firstYear), findMinimumStay(office, year)];
      const stay = stays.get(office) ?? (before === known ? known : undefined);
      const reported = cell[side];
      if (reported === null || stay === undefined || !hasMultiplier(stay, method)) return [];
      const all = DURATION_METHODS.filter(each => hasMultiplier(stay, each)).map(
        each => reported * durationMultiplier(stay, each),
      );
      const estimate = reported * durationMultiplier(stay, method);
      return [
        {
          origin,
          destination,
          year,
          side,
          office,
          minimum_stay: stay,
          method,
          reported,
          estimate,
          low: Math.min(...all),
          high: Math.max(...all),
        },
      ];
    }),
  );
}

/** Stays as an option gives them: `RU=9,BY=permanent`. */
export function parseStays(text: string): Stays {
  const faults: string[] = [];
  const stays = text.split(',').flatMap((part): [string, MinimumStay][] => {
    const [code = '', months = ''] = part.split('=').map(word => word.trim());
    const office = findTableState(code);
    const stay: MinimumStay = months === 'permanent' ? 'permanent' : Number(months);
    if (office !== undefined && months !== '' && (stay === 'permanent' || (stay >= 0 && stay <= 12)))
      return [[office, stay]];
    faults.push(`${part}: expected an office and months, such as RU=9 or BY=permanent`);
    return [];
  });
  if (faults.length > 0) throw new SaldoError('invalid_option', `--stays: ${faults.join('; ')}`, { faults });
  return new Map(stays);
}

function hasMultiplier(stay: MinimumStay, method: DurationMethod): boolean {
  return method !== 'exponential' || stay !== 'permanent';
}
