import { around } from '../../../common/range.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { type CensusErrors, type CensusResidual, censusResult, type Residual } from './census-result.ts';
import type { CensusRow, CensusTable } from './census-table.ts';

/**
 * Net migration by vital statistics, where a table has no ages.
 *
 * Formula: net = (P1 − P0) − (B − D), B and D the births and deaths between the two censuses.
 * Source: the balancing equation; United Nations, Manual VI: Methods of Measuring Internal Migration, 1970.
 * Units: persons.
 * Assumes: every birth and death is registered; both censuses count the same population (usual residents) on the same territory.
 * Interval: both censuses off by `errors.census`, each in the worse direction.
 * Fails: where the censuses differ in what they count; the whole of that difference passes for migration. A residual holds the errors of both
 * censuses and of the registers besides migration, and cannot tell them apart.
 *
 * @throws SaldoError `not_identified` where populations, births or deaths are missing
 */
export function totalsResidual(table: CensusTable, errors: CensusErrors): CensusResidual {
  const { years, sexes, find, name } = table;
  const rows: Residual[] = [];
  const missing: string[] = [];
  for (const [at, year] of years.entries()) {
    const firstYear = years[at - 1];
    if (firstYear === undefined) continue;
    for (const sex of sexes) {
      const [start, end] = [find(firstYear, sex, 'total'), find(year, sex, 'total')];
      missing.push(...missingIn(start, ['population'], `${firstYear} ${sex}`));
      missing.push(...missingIn(end, ['population', 'births', 'deaths'], `${year} ${sex}`));
      const [p0, p1] = [start?.population ?? 0, end?.population ?? 0];
      const net = p1 - p0 - ((end?.births ?? 0) - (end?.deaths ?? 0));
      const error = errors.census * (p0 + p1);
      rows.push({
        ...{ sex, firstYear, year, age: null, ageText: 'total', forms: { vital: net } },
        net: around(net, [net - error, net + error]),
      });
    }
  }
  if (missing.length > 0)
    throw new SaldoError('not_identified', `${name}: totals need also ${missing.join('; ')}`, { file: name, missing });
  return censusResult(table, { method: 'totals', errors, rows, notes: [] });
}

function missingIn(row: CensusRow | undefined, columns: readonly (keyof CensusRow)[], where: string): string[] {
  return columns
    .filter(column => typeof row?.[column] !== 'number' || (column === 'population' && row[column] === 0))
    .map(column => `${column} of ${where}`);
}
