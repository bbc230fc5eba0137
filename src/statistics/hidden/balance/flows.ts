import type { Range } from '../../../common/range.ts';
import { exactly, total } from '../../../common/range.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { findState } from '../../../common/states.ts';
import { withoutSilent } from '../silent-offices.ts';
import type { NumberKind } from '../workforce/workforce.ts';
import { COUNT, parseWrittenTable, type WrittenRow, YEAR } from '../written-table.ts';
import type { FlowsBy } from './sheet.ts';

/** Arrivals and departures of a state in a span of years. */
export interface JoinedFlows {
  arrivals: Range;
  departures: Range;
  kind: NumberKind;
  /** The table, and how many of its corridors and years no office speaks of, where there are any. */
  source: string;
}

/** The columns that must be there. */
const COLUMNS: Readonly<Record<FlowsBy, readonly string[]>> = {
  united: ['united'],
  own_office: ['arrivals_reported', 'departures_reported'],
  other_offices: ['arrivals_reported', 'departures_reported'],
  arrival_place: ['arrivals_reported'],
};

interface Flow {
  origin: string;
  destination: string;
  year: number;
  united: number | null;
  departures: number | null;
  arrivals: number | null;
}

/**
 * Sums a state's flows of a table of two offices, or of an account's `flows.csv`, over the years of a balance sheet.
 *
 * A cell of which the other office says something else widens the range to that figure; where the figure asked for is missing, the other
 * office's stands in. Of an account, an office whose slips were not loaded says nothing.
 *
 * @throws SaldoError `invalid_file` with every fault, `not_identified` where a year of the sheet has no flow of the state: it would pass for
 *   one in which nobody moved
 */
export async function joinFlows(
  file: { name: string; text: string },
  asked: { state: string; by: FlowsBy; firstYear: number; year: number },
): Promise<JoinedFlows> {
  const { state, by, firstYear, year } = asked;
  const flows = await readFlows(file, by);
  const own = flows.filter(
    flow => (flow.origin === state) !== (flow.destination === state) && flow.year >= firstYear && flow.year <= year,
  );
  const untold = yearsBetween(firstYear, year).filter(each => !own.some(flow => flow.year === each));
  if (untold.length > 0) {
    const years = untold.length > 1 ? `${untold[0]}-${untold.at(-1)}` : String(untold[0]);
    throw new SaldoError(
      'not_identified',
      `${file.name}: no flow of ${state} in ${untold.length > 1 ? `${untold.length} years of ` : ''}${years}; the sheet asks ${firstYear}-${year}`,
      { file: file.name, years: untold },
    );
  }
  const figures = own.map(flow => ({ into: flow.destination === state, range: cellOf(flow, state, by) }));
  const missing = figures.filter(({ range }) => range === null).length;
  const sumOf = (into: boolean) =>
    total(figures.flatMap(each => (each.into === into && each.range !== null ? [each.range] : [])));
  return {
    ...{ arrivals: sumOf(true), departures: sumOf(false), kind: by === 'united' ? 'linked' : 'reported' },
    source: missing === 0 ? file.name : `${file.name}, ${missing} of ${figures.length} cells without a figure`,
  };
}

async function readFlows({ name, text }: { name: string; text: string }, by: FlowsBy): Promise<Flow[]> {
  const table = await parseWrittenTable(name, text, ['origin', 'destination', 'year', ...COLUMNS[by]]);
  const flows = table.rows.map(row => ({
    ...{ origin: stateOf(row, 'origin'), destination: stateOf(row, 'destination') },
    ...{ year: row.required('year', YEAR) ?? 0, united: row.number('united', COUNT) },
    ...{ departures: row.number('departures_reported', COUNT), arrivals: row.number('arrivals_reported', COUNT) },
  }));
  table.refuseFaults();
  return table.columns.has('united') ? withoutSilent(flows) : flows;
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function cellOf(flow: Flow, state: string, by: FlowsBy): Range | null {
  const { united, arrivals, departures } = flow;
  if (by === 'united') return united === null ? null : exactly(united);
  const into = flow.destination === state;
  const isArrivals = by === 'arrival_place' || (by === 'own_office') === into;
  const [chosen, other] = isArrivals ? [arrivals, departures] : [departures, arrivals];
  const value = chosen ?? other;
  if (value === null) return null;
  return { low: Math.min(value, other ?? value), value, high: Math.max(value, other ?? value) };
}

function stateOf(row: WrittenRow, column: string): string {
  const code = row.text(column);
  const state = code === 'ZZ' ? code : findState(code);
  if (state === undefined) row.fault(column, 'unknown_state', code, 'a code of ISO 3166-1');
  return state ?? '';
}
