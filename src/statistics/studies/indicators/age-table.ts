import { SaldoError } from '../../../common/saldo-error.ts';
import { COUNT, parseWrittenTable, type WrittenTable } from '../../hidden/written-table.ts';
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
    if (migrants !== null && population !== null && migrants > population)
      row.fault('migrants', 'out_of_bounds', row.text('migrants'), `at most the population, ${population}`);
    if (found === null || migrants === null) return [];
    return [{ row: row.row, from, to, open: found[3] !== undefined, migrants, population }];
  });
  checkGroups(table, groups);
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

interface AgeGroup {
  row: number;
  from: number;
  to: number;
  population: number | null;
}

/** Groups must not share ages, and either all have a population or none: rates and shares do not mix. */
function checkGroups(table: WrittenTable, groups: readonly AgeGroup[]): void {
  const fault = (row: number, column: string, code: string, expected: string) =>
    table.rows[row - 1]?.fault(column, code, table.rows[row - 1]?.text(column) ?? '', expected);
  for (const [at, { row, from, to }] of groups.entries()) {
    const other = groups.slice(0, at).find(each => each.from <= to && from <= each.to);
    if (other !== undefined) fault(row, 'age', 'repeated_row', `ages that row ${other.row} does not have`);
  }
  if (groups.some(({ population }) => population !== null))
    for (const { row, population } of groups)
      if (population === null) fault(row, 'population', 'missing_value', 'a population, as other rows have');
}
