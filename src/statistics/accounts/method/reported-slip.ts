import { CLASSES, type Class } from '../parameters.ts';
import type { MethodStep } from './step.ts';

/** SQL of each class over `slip`, the age at the event in groups of five years. */
const CLASS_SQL: Readonly<Record<Class, string>> = {
  sex: "coalesce(slip.sex, 'unknown')",
  age: `case when slip.birth_year is null or year(slip.dated_on) < slip.birth_year then 'unknown'
    when year(slip.dated_on) - slip.birth_year >= 85 then '85+'
    else format('{:02d}-{:02d}', (year(slip.dated_on) - slip.birth_year) // 5 * 5, (year(slip.dated_on) - slip.birth_year) // 5 * 5 + 4) end`,
  citizenship: "coalesce(slip.citizenship, 'ZZ')",
  purpose: "coalesce(slip.purpose, 'unknown')",
};

/** Columns that make a cell of the account: corridor, year and the classes asked for. */
export function cellColumns(by: readonly Class[]): string[] {
  return ['origin', 'destination', 'year', ...CLASSES.filter(name => by.includes(name))];
}

export const REPORTED_SLIP: MethodStep = {
  name: 'reported_slip',
  decides: `What the offices report: every accepted slip that is not internal, whatever its verdict, in the cell of the corridor it names, of
    the year of its event, and of its person's class as the slip has it.`,
  sql: ({ by }) => `
    select slip.n, slip.kind, slip.origin, slip.destination, year(slip.dated_on)::integer as year,
      ${by.map(name => `${CLASS_SQL[name]} as ${name},`).join(' ')}
      verdict, slip.ground = 'expired' is true as expired
    from slip join verdict using (n) where verdict <> 'internal'`,
};
