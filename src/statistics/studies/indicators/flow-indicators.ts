import { findState } from '../../../common/states.ts';
import { parseWrittenTable, YEAR } from '../../hidden/written-table.ts';
import type { MirrorCell } from '../../mirror/mirror-table.ts';

export const VIEWS = ['own_office', 'arrival_place'] as const;
/** By each state's own office, or both directions by the office of the state of arrival. */
export type View = (typeof VIEWS)[number];

/**
 * Indicators of one state in one year, or in the years that one figure covers. Persons, but where said otherwise; null where the population is
 * not known, where figures cover several years (rates are a year's), or where nobody moved.
 */
export interface StateIndicators {
  state: string;
  firstYear: number;
  year: number;
  /** Partners whose flows are known both ways in this year, and those who are known in any. */
  partners: number;
  allPartners: number;
  arrivals: number;
  departures: number;
  net: number;
  turnover: number;
  /** Per 1000 of the population. */
  netRate: number | null;
  turnoverRate: number | null;
  /** 100 net / turnover, from −100 to 100. */
  effectiveness: number | null;
}

/** Indicators of all states of a table together. */
export interface SystemIndicators {
  firstYear: number;
  year: number;
  states: number;
  moves: number;
  /** 100 moves / population. */
  intensity: number | null;
  /** 100 Σ|net| / Σ turnover, from 0 to 100. */
  effectiveness: number | null;
  /** 100 · ½ Σ|net| / population; equals intensity · effectiveness / 100. */
  netMigrationRate: number | null;
}

export interface FlowIndicators {
  kind: 'reported';
  view: View;
  states: StateIndicators[];
  systems: SystemIndicators[];
}

/**
 * Indicators of migration between the states of a table, year by year.
 *
 * Formulas, I arrivals, O departures, N = I − O, T = I + O, P population: net rate 1000 N / P; turnover T and 1000 T / P; effectiveness 100 N / T; of
 * the system effectiveness 100 Σ|N| / ΣT, intensity 100 · ½ ΣT / ΣP, aggregate net migration rate 100 · ½ Σ|N| / ΣP.
 * Source: Bell and others, Cross-national comparison of internal migration, 2002; migest, index_*.
 * Units: persons; the population is that of the middle of the year, or the mean of its ends. Figures of several years together have no rates.
 * Assumes: the table holds all flows that are meant; partners that are not in it are left out of every indicator.
 * Fails: by own offices the balances of a closed system do not add up to zero; their sum is what the offices disagree on. Only
 * partners count whose flows are known both ways in the year; years with fewer partners than others do not compare.
 *
 * @returns lists that are empty where of no state flows are known both ways
 */
export function flowIndicators(
  cells: readonly MirrorCell[],
  populations: ReadonlyMap<string, number>,
  view: View,
): FlowIndicators {
  const names = [...new Set(cells.flatMap(({ origin, destination }) => [origin, destination]))].sort();
  const periods = periodsOf(cells);
  const states = names.flatMap(state => {
    const told = cells.flatMap(cell => directionOf(cell, state, view));
    const allPartners = new Set(told.map(({ partner }) => partner)).size;
    return periods.flatMap(({ firstYear, year }) => {
      const known = told.filter(each => each.year === year && each.firstYear === firstYear);
      const both = known.filter(({ partner, into }) =>
        known.some(other => other.partner === partner && other.into !== into),
      );
      if (both.length === 0) return [];
      const sum = (into: boolean) => both.reduce((all, each) => all + (each.into === into ? each.figure : 0), 0);
      const sums = { arrivals: sum(true), departures: sum(false) };
      return [
        stateIndicators({ state, firstYear, year, partners: both.length / 2, allPartners, ...sums }, populations),
      ];
    });
  });
  const systems = periods.flatMap(({ firstYear, year }) =>
    systemOf(
      states.filter(each => each.year === year && each.firstYear === firstYear),
      populations,
    ),
  );
  return { kind: 'reported', view, states, systems };
}

type Period = Pick<MirrorCell, 'firstYear' | 'year'>;

/** The years, and the spans of years, of which a table has figures; in order of their ends. */
function periodsOf(cells: readonly MirrorCell[]): Period[] {
  const byName = new Map(cells.map(({ firstYear, year }) => [`${firstYear} ${year}`, { firstYear, year }]));
  return [...byName.values()].sort((a, b) => a.year - b.year || b.firstYear - a.firstYear);
}

export function populationKey(state: string, year: number): string {
  return `${state} ${year}`;
}

/**
 * Populations from a table of state, year, population.
 *
 * @throws SaldoError `not_a_table`, `invalid_file` with every fault
 */
export async function parsePopulations(name: string, text: string): Promise<Map<string, number>> {
  const table = await parseWrittenTable(name, text, ['state', 'year', 'population']);
  const populations = new Map<string, number>();
  for (const row of table.rows) {
    const state = findState(row.text('state'));
    if (state === undefined) row.fault('state', 'unknown_state', row.text('state'), 'a code of ISO 3166-1');
    const year = row.required('year', YEAR);
    const population = row.required('population', { above: 0, expected: 'a population above 0' });
    if (state === undefined || year === null || population === null) continue;
    if (populations.has(populationKey(state, year)))
      row.fault('year', 'repeated_row', `${state} ${year}`, 'each state and year once');
    populations.set(populationKey(state, year), population);
  }
  table.refuseFaults();
  return populations;
}

function stateIndicators(
  sums: Omit<StateIndicators, 'net' | 'turnover' | 'netRate' | 'turnoverRate' | 'effectiveness'>,
  populations: ReadonlyMap<string, number>,
): StateIndicators {
  const { arrivals, departures } = sums;
  const population = populationOf(sums, populations);
  const [net, turnover] = [arrivals - departures, arrivals + departures];
  return {
    ...{ ...sums, net, turnover },
    netRate: population === undefined ? null : (1000 * net) / population,
    turnoverRate: population === undefined ? null : (1000 * turnover) / population,
    effectiveness: turnover === 0 ? null : (100 * net) / turnover,
  };
}

/** Of the year; figures of several years have none. */
function populationOf(
  { state, firstYear, year }: Pick<StateIndicators, 'state' | 'firstYear' | 'year'>,
  populations: ReadonlyMap<string, number>,
): number | undefined {
  return firstYear === year ? populations.get(populationKey(state, year)) : undefined;
}

function systemOf(states: readonly StateIndicators[], populations: ReadonlyMap<string, number>): SystemIndicators[] {
  const [first] = states;
  if (first === undefined || states.length < 2) return [];
  const { firstYear, year } = first;
  const sizes = states.map(each => populationOf(each, populations));
  const population = sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
  const turnover = states.reduce((sum, each) => sum + each.turnover, 0);
  const nets = states.reduce((sum, { net }) => sum + Math.abs(net), 0);
  return [
    {
      ...{ firstYear, year, states: states.length, moves: turnover / 2 },
      intensity: population === undefined ? null : (50 * turnover) / population,
      effectiveness: turnover === 0 ? null : (100 * nets) / turnover,
      netMigrationRate: population === undefined ? null : (50 * nets) / population,
    },
  ];
}

interface Direction {
  firstYear: number;
  year: number;
  partner: string;
  into: boolean;
  figure: number;
}

/** A cell as the state sees it; nothing where it is not the state's, or has no figure. */
function directionOf(
  { origin, destination, firstYear, year, arrivals, departures }: MirrorCell,
  state: string,
  view: View,
): Direction[] {
  const into = destination === state;
  if (!into && origin !== state) return [];
  const figure = view === 'arrival_place' || into ? arrivals : departures;
  return figure === null ? [] : [{ firstYear, year, into, figure, partner: into ? origin : destination }];
}
