import {
  COUNT,
  parseWrittenTable,
  readText,
  SHARE,
  type WrittenRow,
  type WrittenTable,
  YEAR,
} from '../written-table.ts';

export const SEXES = ['M', 'F', 'T'] as const;
/** T: both together. */
export type Sex = (typeof SEXES)[number];

/** Rows of an age: the lower bound of an age group, those born since the census before, or everybody. */
export type AgeKey = number | 'births' | 'total';

/** What a table says of one sex and age in the year of a census. */
export interface CensusRow {
  /** In the file, from 1. */
  row: number;
  year: number;
  sex: Sex;
  age: AgeKey;
  /** Highest age of the group as written: infinite of `80+`, null of an age alone. */
  to: number | null;
  population: number | null;
  /** Share of those of this age in this year who are alive at the next census. */
  survival: number | null;
  /** Share that survives the width of one age group. */
  survivalStep: number | null;
  /** Births to women of this age, a woman and year, until the next census. */
  fertility: number | null;
  /** Since the census before, in rows of all ages; births also in rows `births`. */
  births: number | null;
  deaths: number | null;
  arrivals: number | null;
  departures: number | null;
}

/** Censuses of a state, in order of years; ages in groups of one width, the last of them open. */
export interface CensusTable {
  name: string;
  years: readonly number[];
  sexes: readonly Sex[];
  /** Lower bounds of the age groups; empty where the table has totals alone. */
  ages: readonly number[];
  /** Years of an age group; 0 where there are none. */
  width: number;
  find(year: number, sex: Sex, age: AgeKey): CensusRow | undefined;
}

/** @throws SaldoError `unreadable_input`, `not_a_table`, `invalid_file` with every fault */
export async function readCensusTable(path: string): Promise<CensusTable> {
  return parseCensusTable(path, readText(path));
}

/** @throws SaldoError `not_a_table`, `invalid_file` with every fault */
export async function parseCensusTable(name: string, text: string): Promise<CensusTable> {
  const table = await parseWrittenTable(name, text, ['year', 'population']);
  const byKey = new Map<string, CensusRow>();
  for (const row of table.rows) {
    const parsed = parseRow(row);
    if (parsed === null) continue;
    const key = keyOf(parsed.year, parsed.sex, parsed.age);
    if (byKey.has(key)) row.fault(null, 'repeated_row', key, 'each year, sex and age once');
    else byKey.set(key, parsed);
  }
  const rows = [...byKey.values()];
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const ages = [...new Set(rows.flatMap(({ age }) => (typeof age === 'number' ? [age] : [])))].sort((a, b) => a - b);
  const aged = rows.filter(({ age }) => (ages.length > 0 ? typeof age === 'number' : true));
  const sexes = SEXES.filter(sex => aged.some(row => row.sex === sex));
  const find: CensusTable['find'] = (year, sex, age) => byKey.get(keyOf(year, sex, age));
  table.refuseFaults();
  checkOrder(table, years);
  checkTotals(table, rows);
  if (ages.length > 0) checkAges(table, { years, sexes, ages, find });
  table.refuseFaults();
  return { name, years, sexes, ages, width: (ages[1] ?? 0) - (ages[0] ?? 0), find };
}

function parseRow(row: WrittenRow): CensusRow | null {
  const year = row.required('year', YEAR);
  const sex = row.text('sex') === '' ? 'T' : parseSex(row);
  const age = parseAge(row);
  const isGroup = typeof age?.from === 'number';
  const population = isGroup ? row.required('population', COUNT) : row.number('population', COUNT);
  const rest = {
    survival: row.number('survival', SHARE),
    survivalStep: row.number('survival_step', SHARE),
    fertility: row.number('fertility', COUNT),
    births: row.number('births', COUNT),
    deaths: row.number('deaths', COUNT),
    arrivals: row.number('arrivals', COUNT),
    departures: row.number('departures', COUNT),
  };
  if (year === null || sex === null || age === null) return null;
  if (isGroup && population === null) return null;
  return { row: row.row, year, sex, age: age.from, to: age.to, population, ...rest };
}

function parseSex(row: WrittenRow): Sex | null {
  const text = row.text('sex').toUpperCase();
  const found = SEXES.find(sex => sex === text) ?? ({ М: 'M', Ж: 'F', TOTAL: 'T' } as const)[text];
  if (found === undefined) row.fault('sex', 'unknown_word', row.text('sex'), 'M, F or T');
  return found ?? null;
}

/** `0`, `5-9`, `80+`, `births`, `total`; nothing is `total`. */
function parseAge(row: WrittenRow): { from: AgeKey; to: number | null } | null {
  const text = row.text('age').trim().toLowerCase();
  if (text === '' || text === 'total') return { from: 'total', to: null };
  if (text === 'births') return { from: 'births', to: null };
  const found = /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|(\+))?$/.exec(text);
  const from = Number(found?.[1]);
  const to = found?.[2] === undefined ? null : Number(found[2]);
  if (found !== null && (to === null || to >= from))
    return { from, to: found[3] === undefined ? to : Number.POSITIVE_INFINITY };
  row.fault('age', 'bad_age', text, 'an age such as 7, 5-9 or 80+, births, or total');
  return null;
}

function checkOrder(table: WrittenTable, years: readonly number[]): void {
  if (years.length < 2)
    table.rows[0]?.fault('year', 'one_census', years.join(', '), 'two censuses or more, of different years');
  const told = table.rows.map(row => ({ row, year: Number(row.text('year')) }));
  const order = [...new Set(told.map(({ year }) => year))];
  const back = order.find((year, at) => at > 0 && year < (order[at - 1] ?? 0));
  told
    .find(({ year }) => year === back)
    ?.row.fault('year', 'years_swapped', order.join(', '), 'censuses in order, the earlier one first');
}

/** A census of nobody is a figure that is not there. */
function checkTotals(table: WrittenTable, rows: readonly CensusRow[]): void {
  for (const { row, age, population } of rows)
    if (age === 'total' && population === 0)
      table.rows[row - 1]?.fault('population', 'zero_population', '0', 'people, or nothing where they are not known');
}

type Grid = Pick<CensusTable, 'years' | 'sexes' | 'ages' | 'find'>;

/** Every census must have every sex and every age: one that is missing would pass for people who left. */
function checkAges(table: WrittenTable, { years, sexes, ages, find }: Grid): void {
  const [first] = table.rows;
  const [start = 0, second = 0] = ages;
  const width = second - start;
  const regular = ages.every((age, at) => age === at * width);
  if (ages.length < 3 || start !== 0)
    first?.fault('age', 'bad_ages', ages.join(', '), 'three age groups or more, the first from 0');
  else if (!regular) {
    const uneven = ages.findIndex((age, at) => age !== at * width);
    const expected = `age groups of ${width} years without a hole: ${uneven * width}`;
    first?.fault('age', 'uneven_ages', String(ages[uneven]), expected);
  }
  if (sexes.includes('T') && sexes.length > 1)
    first?.fault('sex', 'mixed_sexes', sexes.join(', '), 'M and F, or T alone, in rows with an age');
  for (const year of years)
    for (const sex of sexes) {
      const found = ages.flatMap(age => find(year, sex, age) ?? []);
      if (regular) checkEnds(table, found, { width, open: ages.at(-1) ?? 0 });
      const missing = ages.filter(age => find(year, sex, age) === undefined);
      if (missing.length > 0)
        first?.fault('age', 'missing_ages', null, `ages ${missing.slice(0, 12).join(', ')} of ${sex} in ${year}`);
      if (found.every(({ population }) => population === 0))
        first?.fault('population', 'zero_population', '0', `people of ${sex} in ${year}`);
    }
}

/** Ends of age groups that are written must meet the next group; the last group alone is open. */
function checkEnds(
  table: WrittenTable,
  rows: readonly CensusRow[],
  { width, open }: { width: number; open: number },
): void {
  for (const { row, age, to } of rows) {
    if (typeof age !== 'number' || to === null) continue;
    const expected = age === open ? `${open}+, the last age group being open` : `${age}-${age + width - 1}`;
    if (to === (age === open ? Number.POSITIVE_INFINITY : age + width - 1)) continue;
    table.rows[row - 1]?.fault('age', 'ages_do_not_meet', table.rows[row - 1]?.text('age') ?? '', expected);
  }
}

function keyOf(year: number, sex: Sex, age: AgeKey): string {
  return `${year} ${sex} ${age}`;
}
