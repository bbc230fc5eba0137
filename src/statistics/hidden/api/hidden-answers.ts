import type { Balance } from '../balance/balance.ts';
import type { CensusResidual } from '../census/census-result.ts';
import type { WorkforceBalance } from '../workforce/workforce.ts';
import type { BalanceAnswer, CensusAnswer, WorkforceAnswer } from './hidden-schemas.ts';

/** The results as commands and the API give them. */
export function censusAnswer(found: CensusResidual): CensusAnswer {
  const { kind, method, firstYear, lastYear, errors, net, registered, unregistered, groups, rows, notes } = found;
  return {
    ...{ kind, method, first_year: firstYear, last_year: lastYear },
    ...{ census_error: errors.census, mortality_error: errors.mortality },
    ...{ net, registered, unregistered, groups, notes },
    rows: rows.map(row => ({
      ...{ sex: row.sex, first_year: row.firstYear, year: row.year, age: row.ageText },
      ...{ forms: { ...row.forms }, net: row.net },
    })),
  };
}

export function workforceAnswer({ lines, ...sums }: WorkforceBalance): WorkforceAnswer {
  return { ...sums, lines: [...lines] };
}

export function balanceAnswer({ gaps, ...rest }: Balance): BalanceAnswer {
  return {
    ...rest,
    gaps: gaps.map(({ firstYear, ...gap }) => ({ ...gap, kind: 'modelled', first_year: firstYear })),
  };
}
