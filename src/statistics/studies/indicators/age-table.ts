import { SaldoError } from '../../../common/saldo-error.ts';
import { COUNT, parseWrittenTable } from '../../hidden/written-table.ts';
import type { ProfilePoint } from './rogers-castro.ts';

/**
 * An age profile from a table of `age` (7, 5-9, 80+) and `migrants`, with `population` or without: rates where it is given, else shares of all
 * migrants by year of age. The open age group is left out: it has no middle.
 *
 * @throws SaldoError `not_a_table`, `invalid_file` with every fault, `not_identified` where there are no migrants
 */
export async function parseAgeProfile(name: string, text: string): Promise<ProfilePoint[]> {
  const table = await parseWrittenTable(name, text, ['age', 'migrants']);
  const groups = table.rows.flatMap(row => {
    const found = /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|(\+))?$/.exec(row.text('age'));
    const [from, to] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
    if (found === null || to < from) row.fault('age', 'bad_age', row.text('age'), 'an age such as 7, 5-9 or 80+');
    const migrants = row.required('migrants', COUNT);
    const population = row.number('population', { above: 0, expected: 'a population above 0' });
    if (found === null || migrants === null) return [];
    return [{ from, to, open: found[3] !== undefined, migrants, population }];
  });
  table.refuseFaults();
  const ages = groups.map(({ from }) => from);
  const again = ages.findIndex((age, at) => ages.indexOf(age) !== at);
  if (again >= 0) table.rows[again]?.fault('age', 'repeated_row', String(ages[again]), 'each age once');
  table.refuseFaults();
  const all = groups.reduce((sum, { migrants }) => sum + migrants, 0);
  if (all === 0) throw new SaldoError('not_identified', `${name}: nobody moved`, { file: name });
  const rated = groups.every(({ population }) => population !== null);
  return groups
    .filter(({ open }) => !open)
    .map(({ from, to, migrants, population }) => ({
      age: (from + to + 1) / 2,
      rate: rated ? migrants / (population ?? 1) : migrants / all / (to - from + 1),
    }));
}
