import { around } from '../../../common/range.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { ageText, type CensusErrors, type CensusResidual, censusResult, type Residual } from './census-result.ts';
import type { CensusTable, Sex } from './census-table.ts';

export const COHORT_FORMS = ['cohort', 'stock', 'time'] as const;
export type CohortForm = (typeof COHORT_FORMS)[number];

/** Of 205 births, boys. */
const BOYS = 1.05 / 2.05;

/**
 * Net migration by cohorts between populations that are one age group's width apart.
 *
 * Formulas, S_x the share that survives one step from age x − 1 to x (in the table: in the row of x − 1; of births in the row `births`):
 * stock: net_x = P1_x − S P0_(x−1); open age net_A = P1_A − S_A P0_A − S_(A−1) P0_(A−1); first age net_0 = P1_0 − S_b B.
 * time (migrants even over the years of the step): time_0 = 2 net_0, time_x = 2 net_x − S_x time_(x−1).
 * cohort (even over the cohort's life in the step): h_x = net_x / (2 √S_x) to the age itself and h_x to the age below; the first age keeps
 * net_0 / √S_b, the open one net_A, and the one below it both its halves.
 * B: given, or the width times Σ fertility × mean women of the step, 105 boys to 100 girls.
 * Source: residual methods of the United Nations' World Population Prospects (DemoTools, mig_resid), restated.
 * Units: persons; survival above 0 and at most 1; births a woman and year. Positive: people came.
 * Assumes: as the survival method. The value is the form asked for; its authors call `cohort` the most meaningful.
 * Interval: all three forms, and `stock` with each population off by `errors.census` and mortality by `errors.mortality`.
 * Fails: `time` carries every error on to the next age with the other sign: zig-zags that mean nothing. Where net migration is of men who
 * work, fertility of the women left behind makes migrants of children.
 *
 * @throws SaldoError `not_identified` where survival is missing or the years are not one width apart
 */
export function cohortResidual(table: CensusTable, errors: CensusErrors, form: CohortForm = 'cohort'): CensusResidual {
  const { years, sexes, width, name } = table;
  const uneven = years.find((year, at) => at > 0 && year - (years[at - 1] ?? 0) !== width);
  if (uneven !== undefined)
    throw new SaldoError(
      'not_identified',
      `${name}: ages in ${width} need populations every ${width} years; found ${years.join(', ')}`,
      {
        file: name,
      },
    );
  const rows: Residual[] = [];
  const missing = new Set<string>();
  let born = true;
  for (const [at, firstYear] of years.slice(0, -1).entries()) {
    for (const sex of sexes) {
      const step = stepOf(table, { sex, firstYear, year: years[at + 1] ?? 0 }, missing);
      born &&= step.born;
      rows.push(...residualsOf(table, step, { errors, form }));
    }
  }
  if (missing.size > 0)
    throw new SaldoError(
      'not_identified',
      `${name}: survival_step is missing: ${[...missing].slice(0, 12).join(', ')}`,
      {
        file: name,
      },
    );
  return censusResult(table, { method: 'cohort', errors, rows, notes: born ? [] : ['no_children'] });
}

interface Step {
  sex: Sex;
  firstYear: number;
  year: number;
  /** Whether births are known; without them the first age has no result. */
  born: boolean;
  /** By age: those who would be there without migration, at no deaths and with them, and those who are. */
  before: number[];
  survivors: number[];
  after: number[];
}

function stepOf(table: CensusTable, at: Pick<Step, 'sex' | 'firstYear' | 'year'>, missing: Set<string>): Step {
  const { ages, find } = table;
  const { sex, firstYear, year } = at;
  const population = (when: number, age: number) => find(when, sex, age)?.population ?? 0;
  const survival = (age: number): number => {
    const share = find(firstYear, sex, age)?.survivalStep ?? null;
    if (share === null) missing.add(`${firstYear} ${sex} ${ageText(table, age)}`);
    return share ?? 1;
  };
  const births = birthsOf(table, at);
  const birthRow = find(year, sex, 'births') ?? find(firstYear, sex, 'births');
  const birthSurvival = birthRow?.survivalStep ?? birthRow?.survival ?? null;
  const born = births !== null && birthSurvival !== null;
  const last = ages.length - 1;
  const before = ages.map((_, x) => (x === 0 ? (births ?? 0) : population(firstYear, ages[x - 1] ?? 0)));
  const survivors = ages.map(
    (_, x) => (before[x] ?? 0) * (x === 0 ? (birthSurvival ?? 1) : survival(ages[x - 1] ?? 0)),
  );
  const open = ages[last] ?? 0;
  survivors[last] = (survivors[last] ?? 0) + population(firstYear, open) * survival(open);
  before[last] = (before[last] ?? 0) + population(firstYear, open);
  return { ...at, born, before, survivors, after: ages.map(age => population(year, age)) };
}

/** Births of the step to children of a sex: as written, or from the women's fertility. */
function birthsOf(
  { sexes, ages, width, find }: CensusTable,
  { sex, firstYear, year }: Pick<Step, 'sex' | 'firstYear' | 'year'>,
): number | null {
  const row = find(year, sex, 'births');
  const written = row?.births ?? row?.population ?? null;
  if (written !== null) return written;
  if (!sexes.includes('F') || ages.every(age => find(firstYear, 'F', age)?.fertility == null)) return null;
  const both = ages.reduce((sum, age) => {
    const women = ((find(firstYear, 'F', age)?.population ?? 0) + (find(year, 'F', age)?.population ?? 0)) / 2;
    return sum + width * women * (find(firstYear, 'F', age)?.fertility ?? 0);
  }, 0);
  return both * (sex === 'M' ? BOYS : 1 - BOYS);
}

function residualsOf(
  table: CensusTable,
  step: Step,
  { errors, form }: { errors: CensusErrors; form: CohortForm },
): Residual[] {
  const { ages } = table;
  const { sex, firstYear, year, born, before, survivors, after } = step;
  const net = after.map((count, x) => count - (survivors[x] ?? 0));
  const share = before.map((count, x) => (count > 0 ? (survivors[x] ?? 0) / count : 1));
  const forms = { stock: net, time: timeForm(net, share), cohort: cohortForm(net, share) };
  return ages.flatMap((age, x) => {
    if (x === 0 && !born) return [];
    const values = { cohort: forms.cohort[x] ?? 0, stock: net[x] ?? 0, time: forms.time[x] ?? 0 };
    const died = (before[x] ?? 0) - (survivors[x] ?? 0);
    const counted = x === 0 ? 0 : (survivors[x] ?? 0);
    const error = errors.census * ((after[x] ?? 0) + counted) + errors.mortality * died;
    return [
      {
        ...{ sex, firstYear, year, age, ageText: ageText(table, age), forms: values },
        net: around(values[form], [...Object.values(values), values.stock - error, values.stock + error]),
      },
    ];
  });
}

function timeForm(net: readonly number[], share: readonly number[]): number[] {
  const even: number[] = [];
  for (const [x, each] of net.entries())
    even.push(x === 0 ? 2 * each : 2 * each - (even[x - 1] ?? 0) * (share[x] ?? 1));
  return even;
}

function cohortForm(net: readonly number[], share: readonly number[]): number[] {
  const last = net.length - 1;
  const half = net.map((each, x) => each / (2 * Math.sqrt(share[x] || 1)));
  return net.map((each, x) => {
    if (x === last) return each;
    const own = x === 0 ? 2 * (half[x] ?? 0) : (half[x] ?? 0);
    return own + (x === last - 1 ? (half[x] ?? 0) : (half[x + 1] ?? 0));
  });
}
