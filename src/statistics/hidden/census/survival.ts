import { around, type Range } from '../../../common/range.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { ageText, type CensusErrors, type CensusResidual, censusResult, type Residual } from './census-result.ts';
import type { CensusTable, Sex } from './census-table.ts';

/** Those of some ages at the first census, of one age at the second. */
interface Cohort {
  sex: Sex;
  age: number;
  start: number;
  /** Share of them who are alive at the second census. */
  survival: number;
  end: number;
}

/**
 * Net migration by the census survival method.
 *
 * Formula, of a cohort with P0 at the first census, P1 at the second and S its survival between them:
 * forward = P1 − S P0 (migrants who are alive at the end), reverse = P1 / S − P0 (the same people, none of whom had died), average: their mean.
 * Those born since the first census: P1 − S B, as forward. Where births are not given, censuses are ten years apart and ages in fives by sex:
 * net(0–4) = ¼ (children 0–4 / women 15–44) net(women 15–44), net(5–9) = ¾ (children 5–9 / women 20–49) net(women 20–49).
 * The open age group is one cohort.
 * Source: United Nations, Manual VI: Methods of Measuring Internal Migration, 1970; Siegel and Swanson, The Methods and Materials of
 * Demography, 2004.
 * Units: persons; survival above 0 and at most 1. Positive: people came.
 * Assumes: migrants die as those who stay; both censuses count the same population. The value is the average.
 * Interval: forward, reverse and both with each census off by `errors.census` and mortality by `errors.mortality`, in the worse direction.
 * Fails: where the years between the censuses are no multiple of the age groups' width; where one census misses a group (soldiers, men of
 * labour ages) that the other finds: that passes for migration of that age and sex.
 *
 * @throws SaldoError `not_identified` where survival is missing or the ages do not meet
 */
export function survivalResidual(table: CensusTable, errors: CensusErrors): CensusResidual {
  const { years, name } = table;
  const [firstYear = 0, year = 0] = years;
  if (years.length !== 2)
    throw unidentified(name, `${years.length} censuses; the survival method takes two, the cohort method any number`);
  const { cohorts, missing } = cohortsOf(table);
  if (missing.length > 0) throw unidentified(name, `survival is missing: ${missing.slice(0, 12).join(', ')}`);
  const rows = cohorts.map((cohort): Residual => {
    const { sex, age, start, survival, end } = cohort;
    const [forward, reverse] = [end - survival * start, end / survival - start];
    return {
      ...{ sex, firstYear, year, age, ageText: ageText(table, age) },
      forms: { forward, reverse, average: (forward + reverse) / 2 },
      net: boundsOf(cohort, errors),
    };
  });
  const children = childrenOf(table, rows, errors);
  return censusResult(table, {
    ...{ method: 'survival', errors, rows: [...children.rows, ...rows].sort(byAge), notes: children.notes },
  });
}

function boundsOf({ start, survival, end }: Cohort, { census, mortality }: CensusErrors): Range {
  const [forward, reverse] = [end - survival * start, end / survival - start];
  const bounds = [-1, 1].flatMap(sign => {
    const [p1, p0] = [end * (1 + sign * census), start * (1 - sign * census)];
    return offShares(survival, mortality).flatMap(share => [p1 - share * p0, p1 / share - p0]);
  });
  return around((forward + reverse) / 2, [forward, reverse, ...bounds]);
}

/** Survival with mortality off by so much, down and up. */
function offShares(survival: number, mortality: number): number[] {
  return [1 + mortality, 1 - mortality].map(off => Math.max(1e-9, 1 - (1 - survival) * off));
}

function cohortsOf(table: CensusTable): { cohorts: Cohort[]; missing: string[] } {
  const { years, sexes, ages, width, find } = table;
  const [firstYear = 0, year = 0] = years;
  const span = year - firstYear;
  const open = ages.at(-1) ?? 0;
  if (span % width !== 0)
    throw unidentified(
      table.name,
      `${span} years between the censuses are no multiple of ages in ${width}; bring one census to the other's day`,
    );
  if (span >= open) throw unidentified(table.name, `${span} years between the censuses, and ages only to ${open}`);
  const missing: string[] = [];
  const cohorts = sexes.flatMap(sex =>
    ages
      .filter(age => age >= span)
      .map((age): Cohort => {
        const from = age === open ? ages.filter(each => each >= open - span) : [age - span];
        let [start, alive] = [0, 0];
        for (const each of from) {
          const p0 = find(firstYear, sex, each)?.population ?? 0;
          const survival = survivalOf(table, sex, each, span);
          if (survival === null) missing.push(`${sex} ${ageText(table, each)}`);
          start += p0;
          alive += p0 * (survival ?? 1);
        }
        const end = find(year, sex, age)?.population ?? 0;
        return { sex, age, start, survival: start > 0 ? alive / start : 1, end };
      }),
  );
  return { cohorts, missing };
}

/** Given for the whole time between the censuses, or step by step along the cohort. */
function survivalOf({ years, ages, width, find }: CensusTable, sex: Sex, age: number, span: number): number | null {
  const [firstYear = 0] = years;
  const whole = find(firstYear, sex, age)?.survival ?? null;
  if (whole !== null) return whole;
  const open = ages.at(-1) ?? 0;
  let share = 1;
  for (let step = 0; step < span / width; step++) {
    const ratio = find(firstYear, sex, Math.min(age + step * width, open))?.survivalStep ?? null;
    if (ratio === null) return null;
    share *= ratio;
  }
  return share;
}

function childrenOf(
  table: CensusTable,
  rows: readonly Residual[],
  errors: CensusErrors,
): { rows: Residual[]; notes: CensusResidual['notes'] } {
  const { years, sexes, ages, find, width } = table;
  const [firstYear = 0, year = 0] = years;
  const span = year - firstYear;
  const born = sexes.flatMap(sex => {
    const row = find(year, sex, 'births');
    if (row === undefined || row.survival === null) return [];
    const births = row.births ?? row.population;
    if (births === null) return [];
    const end = ages.filter(age => age < span).reduce((sum, age) => sum + (find(year, sex, age)?.population ?? 0), 0);
    const cohort = { sex, age: 0, start: births, survival: row.survival, end };
    const forward = end - row.survival * births;
    const net = around(forward, birthBounds(cohort, errors));
    return [{ sex, firstYear, year, age: 0, ageText: `0-${span - 1}`, forms: { forward }, net }];
  });
  if (born.length === sexes.length) return { rows: born, notes: [] };
  if (span !== 10 || width !== 5 || !sexes.includes('F')) return { rows: [], notes: ['no_children'] };
  return { rows: ratioChildren(table, rows), notes: ['children_by_ratio'] };
}

/** Births are registered, not counted by a census: they have no census error. */
function birthBounds({ start, survival, end }: Cohort, { census, mortality }: CensusErrors): number[] {
  return offShares(survival, mortality).flatMap(share =>
    [1 - census, 1 + census].map(off => end * off - share * start),
  );
}

function ratioChildren(table: CensusTable, rows: readonly Residual[]): Residual[] {
  const { years, sexes, find } = table;
  const [firstYear = 0, year = 0] = years;
  const women = (from: number) =>
    rows.filter(({ sex, age }) => sex === 'F' && age !== null && age >= from && age < from + 30);
  const counted = (from: number) =>
    women(from).reduce((sum, { age }) => sum + (find(year, 'F', age ?? 0)?.population ?? 0), 0);
  return sexes.flatMap(sex =>
    (
      [
        [0, 0.25, 15],
        [5, 0.75, 20],
      ] as const
    ).map(([age, share, from]): Residual => {
      const mothers = counted(from);
      const ratio = mothers > 0 ? (share * (find(year, sex, age)?.population ?? 0)) / mothers : 0;
      const sum = (pick: (net: Range) => number) => ratio * women(from).reduce((all, row) => all + pick(row.net), 0);
      const value = sum(net => net.value);
      return {
        ...{ sex, firstYear, year, age, ageText: ageText(table, age), forms: { average: value } },
        net: around(value, [sum(net => net.low), sum(net => net.high)]),
      };
    }),
  );
}

function byAge(a: Residual, b: Residual): number {
  return a.sex === b.sex ? (a.age ?? 0) - (b.age ?? 0) : a.sex < b.sex ? 1 : -1;
}

function unidentified(file: string, why: string): SaldoError {
  return new SaldoError('not_identified', `${file}: ${why}`, { file });
}
