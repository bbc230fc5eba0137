import type { Range } from '../../../common/range.ts';
import { exactly, minus, total } from '../../../common/range.ts';
import { findState } from '../../../common/states.ts';
import { NUMBER_KINDS, type NumberKind } from '../../hidden/workforce/workforce.ts';
import { COUNT, parseWrittenTable, type WrittenRow, YEAR } from '../../hidden/written-table.ts';
import type { MirrorCell } from '../../mirror/mirror-table.ts';
import type { TargetPlan } from './plan.ts';

/** By whose figures a balance is told: the state's own office, its partners' offices, places of arrival, linked moves, a model. */
export const SERIES = ['own_office', 'other_offices', 'arrival_place', 'united', 'estimate'] as const;
export type SeriesName = (typeof SERIES)[number];

export const SERIES_KINDS: Readonly<Record<SeriesName, NumberKind>> = {
  own_office: 'reported',
  other_offices: 'reported',
  arrival_place: 'reported',
  united: 'linked',
  estimate: 'modelled',
};

/** A state's net migration of one year by one way of counting. */
export interface ActualYear {
  by: SeriesName;
  year: number;
  /** Persons; the bounds of a figure that has an interval are taken as 95 %. */
  balance: Range;
  kind: NumberKind;
  source: string;
}

type Asked = Pick<TargetPlan, 'state' | 'partners'>;

/** @throws SaldoError `not_a_table`, `invalid_file` with every fault */
export async function parseActuals(name: string, text: string): Promise<ActualYear[]> {
  const table = await parseWrittenTable(name, text, ['year', 'by', 'value']);
  const seen = new Set<string>();
  const actuals = table.rows.flatMap(row => {
    const year = row.required('year', YEAR);
    const by = row.word('by', SERIES);
    const balance = row.range('value', { expected: 'a number of persons' });
    const kind = row.text('kind') === '' ? null : row.word('kind', NUMBER_KINDS);
    if (year === null || by === null || balance === null) return [];
    if (seen.has(`${by} ${year}`)) row.fault('year', 'repeated_row', `${by} ${year}`, 'each year of a series once');
    seen.add(`${by} ${year}`);
    return [{ by, year, balance, kind: kind ?? SERIES_KINDS[by], source: row.text('source') }];
  });
  table.refuseFaults();
  return actuals;
}

/**
 * Balances by each office and by place of arrival. Partners count whose flows are known both ways: people who come from one to whom
 * nobody is known to leave are no balance. A year counts only where every corridor of the state that ever has the figure has it.
 */
export function actualsOfCells(cells: readonly MirrorCell[], asked: Asked, source: string): ActualYear[] {
  const own = cells.filter(cell => concerns(cell, asked) && cell.year === cell.firstYear);
  const into = (cell: MirrorCell) => cell.destination === asked.state;
  return [
    ...balances(own, 'own_office', source, cell => ({
      into: into(cell),
      figure: into(cell) ? cell.arrivals : cell.departures,
    })),
    ...balances(own, 'other_offices', source, cell => ({
      into: into(cell),
      figure: into(cell) ? cell.departures : cell.arrivals,
    })),
    ...balances(own, 'arrival_place', source, cell => ({ into: into(cell), figure: cell.arrivals })),
  ];
}

function balances(
  cells: readonly MirrorCell[],
  by: SeriesName,
  source: string,
  figureOf: (cell: MirrorCell) => { into: boolean; figure: number | null },
): ActualYear[] {
  const told = cells.map(cell => {
    const { into, figure } = figureOf(cell);
    return {
      into,
      year: cell.year,
      corridor: `${cell.origin} ${cell.destination}`,
      range: figure === null ? null : exactly(figure),
    };
  });
  const known = new Set(told.flatMap(({ corridor, range }) => (range === null ? [] : [corridor])));
  const isBothWays = ({ corridor }: ToldFlow) => known.has(corridor.split(' ').reverse().join(' '));
  return yearlyBalances(told.filter(isBothWays), by, source);
}

/**
 * Balances by an account's united moves (`united`), or by a model's flows (`estimate`, `low95`, `high95`). Nothing where the table has
 * neither. An account has no row where nobody moved: of its years all corridors are known.
 *
 * @throws SaldoError `invalid_file` with every fault
 */
export async function actualsOfFlows(name: string, text: string, asked: Asked): Promise<ActualYear[]> {
  const table = await parseWrittenTable(name, text, ['origin', 'destination', 'year']);
  const found = (['united', 'estimate'] as const).filter(column => table.columns.has(column));
  const rows = table.rows.map(row => ({
    row,
    origin: stateOf(row, 'origin'),
    destination: stateOf(row, 'destination'),
  }));
  const series = found.flatMap(by => {
    const told = rows.flatMap(({ row, origin, destination }) => {
      const year = row.required('year', YEAR);
      if (year === null || !concerns({ origin, destination }, asked)) return [];
      return [
        { into: destination === asked.state, year, corridor: `${origin} ${destination}`, range: rangeOf(row, by) },
      ];
    });
    return yearlyBalances(told, by, name, by === 'united');
  });
  table.refuseFaults();
  return series;
}

interface ToldFlow {
  into: boolean;
  year: number;
  corridor: string;
  range: Range | null;
}

function yearlyBalances(told: readonly ToldFlow[], by: SeriesName, source: string, isWhole = false): ActualYear[] {
  const known = told.filter(({ range }) => range !== null);
  const corridors = new Set(known.map(({ corridor }) => corridor));
  const directions = new Set(known.map(({ into }) => into));
  if (directions.size < 2) return [];
  const years = [...new Set(known.map(({ year }) => year))].sort((a, b) => a - b);
  return years.flatMap(year => {
    const flows = known.filter(flow => flow.year === year);
    if (!isWhole && new Set(flows.map(({ corridor }) => corridor)).size < corridors.size) return [];
    const sum = (into: boolean) =>
      total(flows.flatMap(flow => (flow.into === into && flow.range !== null ? [flow.range] : [])));
    return [{ by, year, balance: minus(sum(true), sum(false)), kind: SERIES_KINDS[by], source }];
  });
}

function rangeOf(row: WrittenRow, by: 'united' | 'estimate'): Range | null {
  const value = row.number(by, COUNT);
  if (value === null) return null;
  if (by === 'united') return exactly(value);
  const [low, high] = [row.number('low95', COUNT) ?? value, row.number('high95', COUNT) ?? value];
  if (low <= value && value <= high) return { low, value, high };
  row.fault('low95', 'bad_range', `${low} to ${high}`, `bounds around ${value}`);
  return null;
}

function concerns(
  { origin, destination }: { origin: string; destination: string },
  { state, partners }: Asked,
): boolean {
  if (origin === destination || (origin !== state && destination !== state)) return false;
  return partners === null || partners.includes(origin === state ? destination : origin);
}

function stateOf(row: WrittenRow, column: string): string {
  const code = row.text(column);
  const state = code === 'ZZ' ? code : findState(code);
  if (state === undefined) row.fault(column, 'unknown_state', code, 'a code of ISO 3166-1');
  return state ?? '';
}
