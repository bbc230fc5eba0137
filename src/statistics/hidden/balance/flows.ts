import type { Range } from '../../../common/range.ts';
import { exactly, total } from '../../../common/range.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { findState } from '../../../common/states.ts';
import type { NumberKind } from '../workforce/workforce.ts';
import { COUNT, parseWrittenTable, type WrittenRow, YEAR } from '../written-table.ts';
import type { FlowsBy } from './sheet.ts';

/** Arrivals and departures of a state in a span of years. */
export interface JoinedFlows {
  arrivals: Range;
  departures: Range;
  kind: NumberKind;
  source: string;
  /** Corridors and years that the table has, and of them those without the figure asked for. */
  cells: number;
  missing: number;
}

/** Which column holds the figure, for flows to the state and from it. */
const COLUMNS: Readonly<Record<FlowsBy, readonly [into: string, out: string]>> = {
  united: ['united', 'united'],
  own_office: ['arrivals_reported', 'departures_reported'],
  other_offices: ['departures_reported', 'arrivals_reported'],
  arrival_place: ['arrivals_reported', 'arrivals_reported'],
};

/**
 * Sums a state's flows of a table of two offices, or of an account's `flows.csv`, over the years of a balance sheet.
 *
 * A cell of which the other office says something else widens the range to that figure; where the figure asked for is missing, the other
 * office's stands in.
 *
 * @throws SaldoError `invalid_file` with every fault, `not_identified` where no flow of the state lies in the years
 */
export async function joinFlows(
  file: { name: string; text: string },
  asked: { state: string; by: FlowsBy; firstYear: number; year: number },
): Promise<JoinedFlows> {
  const { state, by, firstYear, year } = asked;
  const [into, out] = COLUMNS[by];
  const table = await parseWrittenTable(file.name, file.text, ['origin', 'destination', 'year', into, out]);
  const sides: Record<'arrivals' | 'departures', Range[]> = { arrivals: [], departures: [] };
  let missing = 0;
  for (const row of table.rows) {
    const [origin, destination] = [stateOf(row, 'origin'), stateOf(row, 'destination')];
    const when = row.required('year', YEAR);
    const figures = ['arrivals_reported', 'departures_reported', 'united'].map(
      column => [column, row.number(column, COUNT)] as const,
    );
    if (when === null || when < firstYear || when > year || origin === destination) continue;
    if (origin !== state && destination !== state) continue;
    const range = cellOf(new Map(figures), destination === state ? into : out, by);
    if (range === null) missing++;
    else sides[destination === state ? 'arrivals' : 'departures'].push(range);
  }
  table.refuseFaults();
  const cells = sides.arrivals.length + sides.departures.length;
  if (cells === 0)
    throw new SaldoError('not_identified', `${file.name}: no flow of ${state} in ${firstYear}-${year}`, {
      file: file.name,
    });
  return {
    ...{ arrivals: total(sides.arrivals), departures: total(sides.departures) },
    ...{ kind: by === 'united' ? 'linked' : 'reported', source: file.name, cells: cells + missing, missing },
  };
}

function cellOf(figures: ReadonlyMap<string, number | null>, column: string, by: FlowsBy): Range | null {
  const chosen = figures.get(column) ?? null;
  if (by === 'united') return chosen === null ? null : exactly(chosen);
  const both = ['arrivals_reported', 'departures_reported'].flatMap(each => {
    const value = figures.get(each) ?? null;
    return value === null ? [] : [value];
  });
  const value = chosen ?? both[0];
  return value === undefined ? null : { low: Math.min(...both), value, high: Math.max(...both) };
}

function stateOf(row: WrittenRow, column: string): string {
  const code = row.text(column);
  const state = code === 'ZZ' ? code : findState(code);
  if (state === undefined) row.fault(column, 'unknown_state', code, 'a code of ISO 3166-1');
  return state ?? '';
}
