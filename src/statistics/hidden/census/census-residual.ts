import { SaldoError } from '../../../common/saldo-error.ts';
import { type CensusErrors, type CensusResidual, DEFAULT_ERRORS } from './census-result.ts';
import type { CensusTable } from './census-table.ts';
import { COHORT_FORMS, cohortResidual } from './cohort.ts';
import { survivalResidual } from './survival.ts';
import { totalsResidual } from './totals.ts';

export const CENSUS_METHODS = ['auto', 'survival', 'totals', ...COHORT_FORMS] as const;
export type CensusMethod = (typeof CENSUS_METHODS)[number];

/**
 * The residual of censuses by the method that the table allows: totals without ages; the survival method for two censuses with survival;
 * by cohort where populations are one age group's width apart and more than two, or survival is given step by step.
 *
 * @throws SaldoError `not_identified` where the table does not hold what the method needs
 */
export function censusResidual(
  table: CensusTable,
  { method = 'auto', errors = DEFAULT_ERRORS }: { method?: CensusMethod; errors?: CensusErrors } = {},
): CensusResidual {
  if (method !== 'totals' && table.ages.length === 0 && method !== 'auto')
    throw new SaldoError('not_identified', `${table.name}: no ages; without them only totals can be told`, {
      file: table.name,
    });
  if (method === 'totals' || table.ages.length === 0) return totalsResidual(table, errors);
  if (method === 'auto')
    return table.years.length === 2 ? survivalResidual(table, errors) : cohortResidual(table, errors);
  return method === 'survival' ? survivalResidual(table, errors) : cohortResidual(table, errors, method);
}
