import { exactly, minus, plus, type Range, total } from '../../../common/range.ts';
import type { CensusTable, Sex } from './census-table.ts';

/** How far the inputs of a residual may be off; shares. */
export interface CensusErrors {
  /** Of each census's count, up or down. */
  census: number;
  /** Of mortality: of 1 − survival, up or down. */
  mortality: number;
}

export const DEFAULT_ERRORS: CensusErrors = { census: 0.005, mortality: 0.02 };

/** Net migration of a cohort between two censuses: positive where people came. */
export interface Residual {
  sex: Sex;
  /** Of the census before, and of the later one. */
  firstYear: number;
  year: number;
  /** Lower bound of the age at the later census; null for all ages together. */
  age: number | null;
  /** The same as readers write it, such as 20-24 or 80+. */
  ageText: string;
  /** Persons, by each form of the method; null where it gives none. */
  forms: Readonly<Record<string, number>>;
  net: Range;
}

export const AGE_GROUPS = ['children', 'labour', 'older', 'all'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** What is left of the population's change when births and deaths are taken off. Modelled. */
export interface CensusResidual {
  kind: 'modelled';
  method: 'totals' | 'survival' | 'cohort';
  firstYear: number;
  lastYear: number;
  errors: CensusErrors;
  rows: Residual[];
  /** Children below 15, labour ages 15 to 59, older, and all: by age at the later census. */
  groups: { group: AgeGroup; sex: Sex; net: Range }[];
  net: Range;
  /** What the offices registered meanwhile, where the table says it. Reported. */
  registered: { arrivals: number; departures: number; net: number } | null;
  /** Net migration less what was registered: negative where more people left than was registered. Modelled. */
  unregistered: Range | null;
  /** What the table does not tell, and is therefore not in the result. */
  notes: ('no_children' | 'no_registered' | 'children_by_ratio')[];
}

/** Puts the rows of a method together. */
export function censusResult(
  table: CensusTable,
  made: Pick<CensusResidual, 'method' | 'errors' | 'rows' | 'notes'>,
): CensusResidual {
  const { rows } = made;
  const net = total(rows.map(row => row.net));
  const registered = registeredBetween(table);
  const notes = registered === null ? [...made.notes, 'no_registered' as const] : made.notes;
  return {
    ...{ kind: 'modelled', ...made, notes, net, registered },
    firstYear: table.years[0] ?? 0,
    lastYear: table.years.at(-1) ?? 0,
    groups: groupsOf(rows),
    unregistered: registered === null ? null : minus(net, exactly(registered.net)),
  };
}

/** How an age group is written. */
export function ageText({ ages, width }: Pick<CensusTable, 'ages' | 'width'>, age: number): string {
  if (age === ages.at(-1)) return `${age}+`;
  return width === 1 ? String(age) : `${age}-${age + width - 1}`;
}

function groupsOf(rows: readonly Residual[]): CensusResidual['groups'] {
  const sums = new Map<string, CensusResidual['groups'][number]>();
  for (const { sex, age, net } of rows)
    for (const group of [groupOf(age), 'all' as const]) {
      if (group === null) continue;
      const before = sums.get(`${group} ${sex}`);
      sums.set(`${group} ${sex}`, { group, sex, net: before === undefined ? net : plus(before.net, net) });
    }
  return [...sums.values()].sort((a, b) => AGE_GROUPS.indexOf(a.group) - AGE_GROUPS.indexOf(b.group));
}

function groupOf(age: number | null): AgeGroup | null {
  if (age === null) return null;
  if (age < 15) return 'children';
  return age < 60 ? 'labour' : 'older';
}

/** Arrivals and departures stand in rows of all ages, those of both sexes before those of each. */
function registeredBetween({ years, find }: CensusTable): CensusResidual['registered'] {
  const sums = { arrivals: 0, departures: 0 };
  for (const year of years.slice(1)) {
    const both = find(year, 'T', 'total');
    const told = [both, find(year, 'M', 'total'), find(year, 'F', 'total')];
    const rows = typeof both?.arrivals === 'number' ? [both] : told.slice(1);
    for (const row of rows) {
      if (typeof row?.arrivals !== 'number' || row.departures === null) return null;
      sums.arrivals += row.arrivals;
      sums.departures += row.departures;
    }
  }
  return { ...sums, net: sums.arrivals - sums.departures };
}
